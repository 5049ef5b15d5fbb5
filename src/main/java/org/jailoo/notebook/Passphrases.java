package org.jailoo.notebook;

import java.io.IOException;
import java.nio.file.Path;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.KeyFile;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.notebook.NotebookException.Fault;

/** Whether a passphrase is the one of a notebook. SQLite sees no key before that is proved. */
public final class Passphrases {
    private Passphrases() {}

    /** The key of a notebook, and that of its identities where the same passphrase opens both; one derivation. */
    static DataKeys keys(NotebookFiles files, char[] passphrase) throws IOException {
        byte[] salt = Database.salt(files.database());
        return opened(KeyFile.open(KeyFileStore.read(files.keys()), passphrase, salt));
    }

    /** The key of a notebook alone; its identities stay closed. */
    static DataKeys notebookAlone(NotebookFiles files, char[] passphrase) throws IOException {
        byte[] salt = Database.salt(files.database());
        return opened(KeyFile.openNotebook(KeyFileStore.read(files.keys()), passphrase, salt));
    }

    private static DataKeys opened(KeyFile.Opening opening) {
        if (opening instanceof KeyFile.Opened opened) {
            return opened.keys();
        }
        throw refused(opening);
    }

    /** What is thrown for a key file that was not opened. */
    static NotebookException refused(KeyFile.Opening opening) {
        return opening instanceof KeyFile.Damaged damaged
                ? damaged(damaged.damage())
                : new NotebookException(Fault.WRONG_PASSPHRASE, "wrong passphrase");
    }

    private static NotebookException damaged(KeyFile.Damage damage) {
        Fault fault = damage == KeyFile.Damage.NEWER_VERSION ? Fault.NEWER : Fault.DAMAGED;
        return new NotebookException(fault, "key file: " + damage);
    }

    static KeyFile read(byte[] file) {
        try {
            return KeyFile.read(file);
        } catch (KeyFile.Unreadable e) {
            throw damaged(e.damage());
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
}
