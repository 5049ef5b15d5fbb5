package org.jailoo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jailoo.notebook.Attachments;
import org.jailoo.notebook.Notebook;

/** Writes a held file out of the notebook, where anybody can read it: done because a person asked for it, never else. */
public final class SaveCopy {
    private final Notebook notebook;

    public SaveCopy(Notebook notebook) {
        this.notebook = notebook;
    }

    /** Writes it whole or not at all; what bears the name already is never overwritten. */
    public Path save(String sha256, Path target, Steps steps) throws IOException {
        HeldFile held = HeldFile.find(notebook, sha256);
        if (held == null) {
            throw new NoSuchFileException(target.toString());
        }
        FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        boolean whole = false;
        try (out;
                InputStream in = held.stream(0)) {
            long done = 0;
            for (byte[] part = in.readNBytes(Attachments.CHUNK);
                    part.length > 0;
                    part = in.readNBytes(Attachments.CHUNK)) {
                ByteBuffer left = ByteBuffer.wrap(part);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                done += part.length;
                steps.done(done, held.size());
            }
            out.force(true);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(target);
            }
        }
        return target;
    }
}
