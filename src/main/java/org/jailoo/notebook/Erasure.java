package org.jailoo.notebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Destroys a notebook on this machine: first the key file, without which nothing can be read, then the beginning of every
 * other file, then the files.
 *
 * <p>What an SSD keeps of a block that was overwritten, and copies, backups and bundles elsewhere, are not reached.
 */
public final class Erasure {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** The salt and the first pages: without them the rest does not decrypt, whoever has the key. */
    private static final int BEGINNING = 64 * 1024;

    private Erasure() {}

    /**
     * Destroys an open notebook and closes it.
     *
     * @return the files that could not be removed; their keys are gone all the same, unless the key file is among them
     */
    public static List<Path> erase(Notebook notebook) {
        NotebookFiles files = notebook.files;
        List<Path> left = new ArrayList<>();
        // The keys first, while the notebook is still open: whatever happens next, nothing opens it any more.
        destroy(files.keys(), left);
        try {
            notebook.close();
        } catch (RuntimeException e) {
            // It need not be kept.
        }
        List<Path> rest = new ArrayList<>(List.of(files.database(), files.next(), files.tries()));
        rest.addAll(files.sideFiles(files.database()));
        rest.addAll(files.sideFiles(files.next()));
        try {
            rest.addAll(files.leftovers());
        } catch (IOException e) {
            left.add(files.database());
        }
        rest.add(files.lockFile());
        rest.forEach(file -> destroy(file, left));
        return left.stream().distinct().toList();
    }

    private static void destroy(Path file, List<Path> left) {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[(int) Math.min(BEGINNING, Math.max(1, channel.size()))];
            RANDOM.nextBytes(noise);
            ByteBuffer buffer = ByteBuffer.wrap(noise);
            while (buffer.hasRemaining()) {
                channel.write(buffer, buffer.position());
            }
            channel.force(true);
        } catch (IOException e) {
            left.add(file);
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            left.add(file);
        }
    }
}
