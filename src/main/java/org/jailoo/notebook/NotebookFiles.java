package org.jailoo.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.notebook.NotebookException.Fault;

/** The files that make up a notebook: the database, its wrapped keys, its lock, and what an import left behind. */
record NotebookFiles(Path database) {
    private static final String STAGING = ".staging-";

    /**
     * The notebooks that this process has open. The system's lock is the whole process's, and closing any second
     * channel to a locked file would give it free: so a second opening must be turned away before it makes one.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    NotebookFiles {
        database = real(database.toAbsolutePath().normalize());
    }

    /** The file itself, whatever links lead to it: one notebook has one lock. */
    private static Path real(Path file) {
        Path folder = file.getParent();
        try {
            return Files.exists(file) || folder == null
                    ? file.toRealPath()
                    : folder.toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            return file; // Its folder is missing; whoever opens it says so.
        }
    }

    /** The wrapped keys. */
    Path keys() {
        return KeyFileStore.beside(database);
    }

    /** The database while it is being made. */
    Path unfinished() {
        return beside(".new");
    }

    private Path beside(String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    /** A new name for the scratch file of an import. */
    Path staging(byte[] random) {
        return beside(STAGING + HexFormat.of().formatHex(random));
    }

    /** Removes a database that was being made when its process ended, with the files that SQLite keeps beside it. */
    void removeUnfinished() throws IOException {
        for (String ending : new String[] {"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(beside(".new" + ending));
        }
    }

    /** Gives the finished database its name, and makes the name last through a power cut where the system can. */
    void nameFinished() throws IOException {
        Files.move(unfinished(), database);
        Path folder = database.getParent();
        if (folder != null
                && database.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Removes what an interrupted import left: files whose key died with their process. */
    void removeLeftovers() throws IOException {
        Path folder = database.getParent();
        if (folder == null) {
            return;
        }
        String prefix = database.getFileName() + STAGING;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                folder,
                p -> p.getFileName() != null && p.getFileName().toString().startsWith(prefix))) {
            for (Path leftover : found) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    /** Takes the notebook for this process until the lock is closed. */
    Lock lock() {
        if (!OPEN.add(database)) {
            throw busy();
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(
                    beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                taken = channel.tryLock() != null;
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
            if (!taken) {
                throw busy();
            }
            return new Lock(database, channel);
        } catch (IOException e) {
            throw new NotebookException(Fault.NOT_WRITABLE, "cannot lock " + database, e);
        } finally {
            if (!taken) {
                OPEN.remove(database);
            }
        }
    }

    private NotebookException busy() {
        return new NotebookException(Fault.BUSY, "open already: " + database);
    }

    /**
     * A taken notebook; the system gives it free when the process ends, however it ends.
     *
     * <p>Its file also holds a word that is changed, here and in the database, with every opening and closing: where
     * the two differ, the database was set back to an older copy.
     */
    record Lock(Path database, FileChannel channel) implements AutoCloseable {
        private static final int LONGEST_WORD = 64;

        /** The word that the last opening or closing left; empty where there was none. */
        String word() throws IOException {
            ByteBuffer word = ByteBuffer.allocate(LONGEST_WORD);
            channel.read(word, 0);
            return new String(word.array(), 0, word.position(), StandardCharsets.UTF_8);
        }

        void leave(String word) throws IOException {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(bytes), 0);
            channel.truncate(bytes.length);
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                OPEN.remove(database);
            }
        }
    }
}
