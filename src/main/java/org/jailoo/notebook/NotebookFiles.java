package org.jailoo.notebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jailoo.identity.KeyFile;
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

    /** The number of wrong passphrases in a row. */
    Path tries() {
        return beside(".tries");
    }

    /** The database encrypted anew, until it takes the place of the old one. */
    Path next() {
        return beside(".next");
    }

    /** The log of the last transactions, and what SQLite keeps beside a database while it is open. */
    List<Path> sideFiles(Path of) {
        return Stream.of("-wal", "-shm", "-journal")
                .map(ending -> of.resolveSibling(of.getFileName() + ending))
                .toList();
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

    /**
     * Removes a key file whose database never came to bear the notebook's name, because the process that made both ended
     * between the two: nobody was ever told that there is a notebook. Any other key file stays.
     *
     * @param made the database under the name that it had while it was made
     */
    void forgetUnfinished(Path made) {
        try {
            boolean alone = Files.exists(keys()) && !Files.exists(database()) && Files.exists(made);
            if (alone && KeyFile.read(KeyFileStore.read(keys())).cost(Database.salt(made)) != null) {
                Files.delete(keys());
            }
        } catch (IOException | KeyFile.Unreadable e) {
            // Not ours, or not to be removed: then it is in the way, and whoever makes the notebook says so.
            return;
        }
    }

    /** Gives the finished database its name, and makes the name last through a power cut where the system can. */
    void nameFinished() throws IOException {
        Files.move(unfinished(), database);
        syncFolder();
    }

    /**
     * Does nothing where the database is whole without its log. SQLite closes without a word when the disk does not let it
     * bring the log in: then what was written last stands beside the file alone, and would be lost with another name.
     */
    static void requireNoLog(Path database) throws IOException {
        Path log = database.resolveSibling(database.getFileName() + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new NotebookException(Fault.NOT_WRITABLE, "the log could not be brought in");
        }
    }

    /** Gives a closed notebook, with its keys, the name of this one, for good; nothing bears that name yet. */
    void take(NotebookFiles closed) throws IOException {
        requireNoLog(closed.database());
        boolean named = false;
        Files.move(closed.keys(), keys());
        try {
            Files.move(closed.database(), database);
            syncFolder();
            named = true;
        } finally {
            if (!named) {
                removeMade();
            }
        }
    }

    /** Removes, as far as that is possible, what was made here and came to nothing: the keys last. */
    void removeMade() {
        List<Path> made = new ArrayList<>(sideFiles(database));
        made.add(database);
        made.add(keys());
        for (Path each : made) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                // It stays where it is, and what stopped it is on its way to the person.
                return;
            }
        }
    }

    private void syncFolder() throws IOException {
        Path folder = database.getParent();
        if (folder != null
                && database.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Removes what something interrupted left: files of imports, whose key died with their process, key files that were
     * being written, and a database encrypted anew that did not come to take the place of this one.
     */
    void removeLeftovers() throws IOException {
        removeUnfinished();
        removeNext();
        for (Path leftover : leftovers()) {
            Files.deleteIfExists(leftover);
        }
        forgetOtherKeys();
    }

    /** Takes out of the key file the keys of a database that this one was to become, or was before. */
    private void forgetOtherKeys() throws IOException {
        try {
            KeyFile keys = Files.exists(keys()) ? KeyFile.read(KeyFileStore.read(keys())) : null;
            byte[] salt = Database.salt(database);
            if (keys != null && keys.databases() > 1) {
                KeyFileStore.replace(keys(), keys.only(salt).bytes());
            }
        } catch (KeyFile.Unreadable e) {
            // The notebook was just opened by it, so it was replaced meanwhile by something else: not by us.
        }
    }

    /** Removes a database encrypted anew, with what SQLite keeps beside it. */
    void removeNext() throws IOException {
        Files.deleteIfExists(next());
        for (Path side : sideFiles(next())) {
            Files.deleteIfExists(side);
        }
    }

    /** The files of interrupted imports, and key files that were being written. */
    List<Path> leftovers() throws IOException {
        Path folder = database.getParent();
        List<Path> leftovers = new ArrayList<>();
        if (folder != null) {
            String staging = database.getFileName() + STAGING;
            String keys = keys().getFileName() + ".";
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
                for (Path file : found) {
                    String name = String.valueOf(file.getFileName());
                    if (name.startsWith(staging) || (name.startsWith(keys) && name.endsWith(".tmp"))) {
                        leftovers.add(file);
                    }
                }
            }
        }
        return leftovers;
    }

    /** Puts the database encrypted anew in the place of the old one, in one step that lasts through a power cut. */
    void nameNext() throws IOException {
        Files.move(next(), database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
    }

    /** The lock's own file; it is not taken by this. */
    Path lockFile() {
        return beside(".lock");
    }

    /** Takes the notebook for this process until the lock is closed. */
    Lock lock() {
        if (!OPEN.add(database)) {
            throw busy();
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(
                    lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
                // Free all the same. What was done with the notebook is done, and must not be told to have failed.
                return;
            } finally {
                OPEN.remove(database);
            }
        }
    }
}
