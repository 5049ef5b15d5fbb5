package org.jailoo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.Envelope;

/** Writes a text that names no person into a new file, where anybody can read it. */
public final class SaveText {
    /**
     * Writes it whole or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public Path save(Path file, String text) throws IOException {
        return BundleFile.write(file, new Envelope.Plain(), out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return file;
        });
    }
}
