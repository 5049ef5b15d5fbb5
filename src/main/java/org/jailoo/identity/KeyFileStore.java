package org.jailoo.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Where key files lie: {@code NOTEBOOK.keys} beside the database {@code NOTEBOOK}.
 *
 * <p>Losing one loses the notebook. It is written to a temporary name, fsynced and renamed, so that at every moment
 * there is a whole one; creating never overwrites.
 */
public final class KeyFileStore {
    private static final int MAX_LENGTH = 64 * 1024;

    private KeyFileStore() {}

    /** The key file of a notebook. */
    public static Path beside(Path notebook) {
        return notebook.resolveSibling(notebook.getFileName() + ".keys");
    }

    /** The bytes of a key file; at most one more than 64 KiB, which {@link KeyFile} then refuses. */
    public static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_LENGTH + 1);
        }
    }

    /**
     * Writes the key file of a new notebook.
     *
     * @throws FileAlreadyExistsException if there is one, which then stays as it is
     */
    public static void create(Path file, byte[] bytes) throws IOException {
        Path temporary = writeBeside(file, bytes);
        try {
            try {
                // A link is the one way to a name that fails atomically where the name is taken.
                Files.createLink(file, temporary);
            } catch (UnsupportedOperationException | IOException e) {
                if (e instanceof FileAlreadyExistsException || Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileAlreadyExistsException(file.toString());
                }
                Files.move(temporary, file);
            }
            try {
                syncFolder(file);
            } catch (IOException e) {
                // Of what could not be made to last nothing is told to be there.
                Files.deleteIfExists(file);
                throw e;
            }
        } finally {
            deleteIfPossible(temporary);
        }
    }

    /** Puts another key file in the place of the old one, in one step: after a change of passphrase. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = writeBeside(file, bytes);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            deleteIfPossible(temporary);
        }
        syncFolder(file);
    }

    /**
     * A key file that is whole on the disk and does not bear its name yet: from here on nothing can find no room.
     * Closing it before {@link #take} leaves everything as it was.
     */
    public static final class Replacement implements AutoCloseable {
        private final Path file;
        private final Path temporary;

        private Replacement(Path file, Path temporary) {
            this.file = file;
            this.temporary = temporary;
        }

        /** Takes the place of the old one, in one step. */
        public void take() throws IOException {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try {
                syncFolder(file);
            } catch (IOException e) {
                // It is done, and to say the opposite would be worse than that a power cut may bring the old one back.
                return;
            }
        }

        @Override
        public void close() {
            deleteIfPossible(temporary);
        }
    }

    /** Makes another key file ready to take the place of the old one. */
    public static Replacement prepare(Path file, byte[] bytes) throws IOException {
        return new Replacement(file, writeBeside(file, bytes));
    }

    private static Path writeBeside(Path file, byte[] bytes) throws IOException {
        Path folder = folder(file);
        Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".tmp");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return temporary;
    }

    /** What stays of it opens nothing anew, and goes at the next opening of the notebook. */
    private static void deleteIfPossible(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            return;
        }
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a file without a folder: " + file);
        }
        return parent;
    }

    /** Makes the new name last through a power cut, where the system can: Windows opens no folder. */
    private static void syncFolder(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder(file), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
