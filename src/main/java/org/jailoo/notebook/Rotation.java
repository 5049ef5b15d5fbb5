package org.jailoo.notebook;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts a closed notebook anew, under new data keys, into a new file that takes the place of the old one.
 *
 * <p>At every moment one whole file bears the notebook's name and the key file opens it: the new one is made and verified
 * under another name, then the key file opens both, then the old one is emptied of its log and gives its name to the new
 * one in one step, then the key file forgets the old keys. What a killed process leaves, the next opening tidies up.
 */
public final class Rotation {
    /** How far one has come; the order is the promise. */
    public enum Step {
        /** The new file holds everything. */
        COPIED,
        /** Row by row it was read back and compared. */
        VERIFIED,
        /** The key file opens either file. */
        KEYS_OF_BOTH,
        /** The old file is whole without its log. */
        OLD_CLOSED,
        /** The new file bears the name. */
        NAMED,
        /** The old keys are forgotten. */
        DONE
    }

    /** Watches one. */
    public interface Watching {
        /**
         * How far the long part is.
         *
         * @throws CancellationException to stop; the notebook is as it was then
         */
        void at(long done, long of);

        /** A step is done. */
        default void reached(Step step) {}
    }

    /**
     * What opens the notebook now; the arrays are the caller's to wipe.
     *
     * @param passphrase stays the one of the notebook
     * @param identities that of the identities, where they have one of their own
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Secrets(char[] passphrase, char @Nullable [] identities) {
        @Override
        public String toString() {
            return "Secrets";
        }
    }

    /** There is not room enough for a second file of that size. */
    public static final class NoRoom extends Exception {
        private static final long serialVersionUID = 1;
        private final long needed;

        NoRoom(long needed) {
            super("no room for a second file");
            this.needed = needed;
        }

        /** How many bytes must be free. */
        public long needed() {
            return needed;
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Beside what the file takes: for what is rebuilt in another order, and for everybody else on the disk. */
    private static final long RESERVE = 16L << 20;

    private final NotebookFiles files;
    private final Secrets secrets;
    private final Kdf kdf;
    private final Watching watching;

    private Rotation(NotebookFiles files, Secrets secrets, Kdf kdf, Watching watching) {
        this.files = files;
        this.secrets = secrets;
        this.kdf = kdf;
        this.watching = watching;
    }

    /**
     * Encrypts a notebook anew; it must be closed.
     *
     * @return false where the printed kit opens it no more, because its words are not remembered here
     * @param time of the entry in the custody log
     * @throws NotebookException if it is open, if the passphrase is another, or where the identities stay closed though
     *     they are kept; nothing is changed then
     */
    public static boolean rotate(Path notebook, Secrets secrets, Kdf kdf, String time, Watching watching)
            throws NoRoom {
        NotebookFiles files = new NotebookFiles(notebook);
        if (!Files.exists(files.database())) {
            throw new NotebookException(Fault.MISSING, "no notebook at " + notebook);
        }
        try (NotebookFiles.Lock lock = files.lock();
                DataKeys keys = Passphrases.all(files, secrets.passphrase(), secrets.identities())) {
            files.removeLeftovers();
            return lock.channel().isOpen() && new Rotation(files, secrets, kdf, watching).move(keys, time);
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    private boolean move(DataKeys keys, String time) throws IOException, NoRoom {
        Passphrases.Read before = Passphrases.Read.of(files);
        if (!keys.hasIdentities() && before.file().hasIdentities(before.salt())) {
            throw new NotebookException(Fault.WRONG_PASSPHRASE, "the identities are closed");
        }
        requireRoom();
        boolean done = false;
        KeyFile both = before.file();
        try (DataKeys drawn = DataKeys.generate(RANDOM);
                DataKeys fresh = keys.hasIdentities() ? drawn : withoutIdentities(drawn)) {
            Optional<RecoveryKit> kit = copy(keys, fresh, time).filter(before::isOpenedBy);
            both = both(before, fresh, kit);
            KeyFileStore.replace(files.keys(), both.bytes());
            watching.reached(Step.KEYS_OF_BOTH);
            closeOld(keys);
            watching.reached(Step.OLD_CLOSED);
            byte[] salt = Database.salt(files.next());
            files.nameNext();
            done = true;
            watching.reached(Step.NAMED);
            forgetOld(both.only(salt));
            watching.reached(Step.DONE);
            return kit.isPresent() || !before.file().hasKit(before.salt());
        } finally {
            if (!done) {
                // Whichever of the two bears the name now: its keys are those that stay.
                files.removeNext();
                KeyFileStore.replace(
                        files.keys(), both.only(Database.salt(files.database())).bytes());
            }
        }
    }

    /** It is done: where the disk lets nothing more be written, the next opening forgets the old keys. */
    private void forgetOld(KeyFile fresh) {
        try {
            KeyFileStore.replace(files.keys(), fresh.bytes());
        } catch (IOException e) {
            return;
        }
    }

    private static DataKeys withoutIdentities(DataKeys drawn) {
        byte[] key = drawn.notebook();
        try {
            return new DataKeys(key, null);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private void requireRoom() throws IOException, NoRoom {
        long needed = Files.size(files.database()) + RESERVE;
        for (Path side : files.sideFiles(files.database())) {
            needed += Files.exists(side) ? Files.size(side) : 0;
        }
        if (Files.getFileStore(files.database()).getUsableSpace() < needed) {
            throw new NoRoom(needed);
        }
    }

    /** Makes the new file and reads it back; the kit whose words shall go on opening it, where one is remembered. */
    private Optional<RecoveryKit> copy(DataKeys keys, DataKeys fresh, String time) throws IOException {
        try (Sql old = Database.open(files.database(), keys.notebook());
                Copying copying = new Copying(keys, fresh, watching)) {
            Database.emptyLog(old);
            Optional<RecoveryKit> kit = KitKeeping.secret(old, keys);
            try (Sql made = Database.openUnnamed(files.next(), fresh.notebook())) {
                copying.copy(old, made);
                kit.ifPresent(k -> remember(made, fresh, k));
                made.update("INSERT OR REPLACE INTO meta (name, value) VALUES ('mark', ?)", (Object)
                        FileMark.of(files.next(), files.database()).getBytes(StandardCharsets.UTF_8));
                Schema schema = Schema.standard();
                Seal seal = copying.sealAfter();
                new Derived(made, new Revisions(made, schema, seal), schema, seal).rebuild(copying::rebuilt);
                new CustodyLog(made).note(time, CustodyLog.Note.of(CustodyLog.What.KEYS_ROTATED));
            }
            try (FileChannel channel = FileChannel.open(files.next(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            watching.reached(Step.COPIED);
            try (Sql made = Database.openUnnamed(files.next(), fresh.notebook())) {
                copying.verify(made);
            }
            watching.reached(Step.VERIFIED);
            return kit;
        }
    }

    private static void remember(Sql made, DataKeys fresh, RecoveryKit kit) {
        byte[] secret = kit.secret();
        try {
            KitKeeping.put(made, fresh, secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private KeyFile both(Passphrases.Read before, DataKeys fresh, Optional<RecoveryKit> kit) {
        byte[] salt = Database.salt(files.next());
        KeyFile both = before.file().beside(salt, fresh, secrets.passphrase(), kdf, RANDOM);
        char[] identities = secrets.identities();
        if (identities != null && before.file().identitiesApart(before.salt())) {
            both = both.withIdentitiesUnder(salt, fresh, identities, kdf, RANDOM);
        }
        if (kit.isPresent()) {
            try (RecoveryKit known = kit.get()) {
                byte[] secret = known.secret();
                both = both.withKit(salt, fresh, secret, RANDOM);
                Arrays.fill(secret, (byte) 0);
            }
        }
        return both;
    }

    /** A log that stayed beside the new file would be taken for its own. */
    private void closeOld(DataKeys keys) throws IOException {
        try (Sql old = Database.open(files.database(), keys.notebook())) {
            Database.emptyLog(old);
        }
        for (Path side : files.sideFiles(files.database())) {
            try {
                if (Files.size(side) > 0 && side.toString().endsWith("-wal")) {
                    throw new NotebookException(Fault.BUSY, "the log is not empty");
                }
                Files.delete(side);
            } catch (NoSuchFileException e) {
                // SQLite has removed it.
            }
        }
    }
}
