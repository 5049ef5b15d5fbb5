package org.jailoo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jailoo.office.OfficeFile;

/** Writes a text that names no person into a new file, where anybody can read it. */
public final class SaveText {
    /**
     * Writes it whole or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public Path save(Path file, String text) throws IOException {
        return OfficeFile.write(file, out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return file;
        });
    }
}
