package org.jailoo.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.notebook.NotebookException.Fault;

/** The files that make up a notebook: the database, its wrapped keys, its lock, and what an import left behind. */
record NotebookFiles(Path database) {
    private static final String STAGING = ".staging-";

    NotebookFiles {
        database = database.toAbsolutePath().normalize();
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

    /** Removes what an interrupted import left: files whose key died with their process. */
    void removeLeftovers() {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the notebook for this process until the lock is closed. */
    Lock lock() {
        try {
            FileChannel channel =
                    FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new Lock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // Open elsewhere in this process; told below like another process.
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            channel.close();
            throw new NotebookException(Fault.BUSY, "open in another process: " + database);
        } catch (IOException e) {
            throw new NotebookException(Fault.NOT_WRITABLE, "cannot lock " + database, e);
        }
    }

    /** A taken notebook; the system gives it free when the process ends, however it ends. */
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
