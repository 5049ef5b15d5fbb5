package org.jailoo.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for this process; readers that want a path find their input there. */
final class Scene {
    private static final Path FOLDER = make();

    private Scene() {}

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("jailoo-fuzz-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path in the folder. */
    static Path path(String name) {
        Path path = FOLDER.resolve(name);
        path.toFile().deleteOnExit();
        return path;
    }

    /** The input as a file, over the one before. */
    static Path file(String name, byte[] input) throws IOException {
        return Files.write(path(name), input);
    }
}
