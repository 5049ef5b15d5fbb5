package org.jailoo.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/** What opens a notebook, proved and changed in its key file alone. SQLite sees no key before that is proved. */
public final class Passphrases {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passphrases() {}

    /** The key of a notebook, and that of its identities where the same passphrase opens both; one derivation. */
    static DataKeys keys(NotebookFiles files, char[] passphrase) throws IOException {
        byte[] salt = Database.salt(files.database());
        return opened(files, KeyFile.open(KeyFileStore.read(files.keys()), passphrase, salt));
    }

    /** The key of a notebook alone; its identities stay closed. */
    static DataKeys notebookAlone(NotebookFiles files, char[] passphrase) throws IOException {
        byte[] salt = Database.salt(files.database());
        return opened(files, KeyFile.openNotebook(KeyFileStore.read(files.keys()), passphrase, salt));
    }

    private static DataKeys opened(NotebookFiles files, KeyFile.Opening opening) {
        if (opening instanceof KeyFile.Opened opened) {
            WrongTries.of(files).right();
            return opened.keys();
        }
        if (opening instanceof KeyFile.WrongPassphrase) {
            WrongTries.of(files).wrong();
        }
        throw refused(opening);
    }

    /** What is thrown for a key file that was not opened. */
    static NotebookException refused(KeyFile.Opening opening) {
        return opening instanceof KeyFile.Damaged damaged
                ? damaged(damaged.damage())
                : new NotebookException(Fault.WRONG_PASSPHRASE, "wrong passphrase");
    }

    static KeyFile read(byte[] file) {
        try {
            return KeyFile.read(file);
        } catch (KeyFile.Unreadable e) {
            throw damaged(e.damage());
        }
    }

    private static NotebookException damaged(KeyFile.Damage damage) {
        return new NotebookException(
                damage == KeyFile.Damage.NEWER_VERSION ? Fault.NEWER : Fault.DAMAGED, "key file: " + damage);
    }

    /** The key file of a notebook, and the salt of the database for which it is to be read. */
    @SuppressWarnings("ArrayRecordComponent")
    record Read(KeyFile file, byte[] salt) {
        static Read of(NotebookFiles files) throws IOException {
            return new Read(read(KeyFileStore.read(files.keys())), Database.salt(files.database()));
        }

        /** Whether a kit that is remembered is the one that opens: a process may have ended between the two. */
        boolean isOpenedBy(RecoveryKit kit) {
            byte[] secret = kit.secret();
            try {
                KeyFile.Opening opening = KeyFile.openByKit(file.bytes(), secret, salt);
                if (opening instanceof KeyFile.Opened opened) {
                    opened.keys().close();
                    return true;
                }
                return false;
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        }

        void replace(NotebookFiles files, KeyFile changed) throws IOException {
            replace(files, changed, () -> {});
        }

        /**
         * Puts another key file in the place of this one.
         *
         * @param noted what is to be remembered of it, once nothing but the name is left to be changed: what cannot be
         *     remembered is not done, and what is done is never said to have failed
         */
        void replace(NotebookFiles files, KeyFile changed, Runnable noted) throws IOException {
            try (KeyFileStore.Replacement ready = KeyFileStore.prepare(files.keys(), changed.bytes())) {
                noted.run();
                ready.take();
            }
        }
    }

    /**
     * Every data key that there is: where the identities have a passphrase of their own, that one is tried too.
     *
     * @param identities that passphrase; null leaves them closed
     */
    static DataKeys all(NotebookFiles files, char[] passphrase, char @Nullable [] identities) throws IOException {
        DataKeys keys = keys(files, passphrase);
        Read read = Read.of(files);
        if (identities == null || keys.hasIdentities() || !read.file().hasIdentities(read.salt())) {
            return keys;
        }
        try (keys) {
            KeyFile.Opening opening = KeyFile.openIdentities(KeyFileStore.read(files.keys()), identities, read.salt());
            if (opening instanceof KeyFile.OpenedIdentities second) {
                try (second) {
                    byte[] first = keys.notebook();
                    byte[] other = second.key();
                    try {
                        return new DataKeys(first, other);
                    } finally {
                        Arrays.fill(first, (byte) 0);
                        Arrays.fill(other, (byte) 0);
                    }
                }
            }
            return opened(files, opening);
        }
    }

    /**
     * Does nothing where every key of a notebook is opened by these, be it open or not.
     *
     * @throws NotebookException where one is not, or where the identities are kept and stay closed
     */
    public static void requireAll(Path notebook, Rotation.Secrets secrets) {
        NotebookFiles files = new NotebookFiles(notebook);
        try (DataKeys keys = all(files, secrets.passphrase(), secrets.identities())) {
            Read read = Read.of(files);
            if (!keys.hasIdentities() && read.file().hasIdentities(read.salt())) {
                throw new NotebookException(Fault.WRONG_PASSPHRASE, "the identities are closed");
            }
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    /**
     * Removes the key file of a notebook that was never finished: its database still lies under the name that it had while
     * it was made. Any other key file stays.
     */
    public static void forgetUnfinished(Path notebook, Path made) {
        new NotebookFiles(notebook).forgetUnfinished(made);
    }

    /** Whether the identities of a notebook open with a passphrase of their own. */
    public static boolean hasIdentitiesApart(Path notebook) {
        return asked(new NotebookFiles(notebook), read -> read.file().identitiesApart(read.salt()));
    }

    /** Whether a recovery kit opens a notebook. */
    public static boolean hasKit(Path notebook) {
        return asked(new NotebookFiles(notebook), read -> read.file().hasKit(read.salt()));
    }

    private interface Question {
        boolean of(Read read);
    }

    private static boolean asked(NotebookFiles files, Question question) {
        try {
            return Files.exists(files.keys()) && question.of(Read.of(files));
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    /**
     * Does nothing where the passphrase is the one that opens this notebook, be it open or not.
     *
     * @throws NotebookException where it is not, or where that cannot be told
     */
    public static void require(Path notebook, char[] passphrase) {
        try {
            notebookAlone(new NotebookFiles(notebook), passphrase).close();
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    /**
     * Puts a notebook, and its identities where they open with it, under another passphrase. The database is not touched:
     * its keys are what they were, so backups and copies of the key file still open with the old one.
     *
     * @param noted run before the last step, and not at all where the old one is not the notebook's
     * @throws NotebookException if the old one is not the notebook's; nothing is changed then
     */
    public static void change(Path notebook, char[] old, char[] changed, Kdf kdf, Runnable noted) {
        NotebookFiles files = new NotebookFiles(notebook);
        try (DataKeys keys = keys(files, old)) {
            Read read = Read.of(files);
            read.replace(files, read.file().rewrapped(read.salt(), keys, changed, kdf, RANDOM), noted);
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    /**
     * Puts a closed notebook under a new passphrase, by the words of its recovery kit.
     *
     * @return false where the kit is not the one that opens it; nothing is changed then
     */
    public static boolean recover(Path notebook, RecoveryKit kit, char[] changed, Kdf kdf) {
        NotebookFiles files = new NotebookFiles(notebook);
        if (!Files.exists(files.database())) {
            throw new NotebookException(Fault.MISSING, "no notebook at " + notebook);
        }
        byte[] secret = kit.secret();
        try (NotebookFiles.Lock lock = files.lock()) {
            Read read = Read.of(files);
            KeyFile.Opening opening = KeyFile.openByKit(read.file().bytes(), secret, read.salt());
            if (opening instanceof KeyFile.Damaged damaged) {
                throw damaged(damaged.damage());
            }
            if (!(opening instanceof KeyFile.Opened opened)) {
                return false;
            }
            try (DataKeys keys = opened.keys()) {
                read.replace(files, read.file().rewrapped(read.salt(), keys, changed, kdf, RANDOM));
            }
            WrongTries.of(files).right();
            return lock.channel().isOpen();
        } catch (IOException e) {
            throw NotebookException.of(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
