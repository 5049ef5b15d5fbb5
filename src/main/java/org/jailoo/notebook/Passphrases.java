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

    /** The data keys of a notebook. */
    static DataKeys keys(NotebookFiles files, char[] passphrase) throws IOException {
        byte[] salt = Database.salt(files.database());
        KeyFile.Opening opening = KeyFile.open(KeyFileStore.read(files.keys()), passphrase, salt);
        if (opening instanceof KeyFile.Opened opened) {
            return opened.keys();
        }
        if (opening instanceof KeyFile.Damaged damaged) {
            Fault fault = damaged.damage() == KeyFile.Damage.NEWER_VERSION ? Fault.NEWER : Fault.DAMAGED;
            throw new NotebookException(fault, "key file: " + damaged.damage());
        }
        throw new NotebookException(Fault.WRONG_PASSPHRASE, "wrong passphrase");
    }

    /**
     * Does nothing where the passphrase is the one that opens this notebook, be it open or not.
     *
     * @throws NotebookException where it is not, or where that cannot be told
     */
    public static void require(Path notebook, char[] passphrase) {
        try {
            keys(new NotebookFiles(notebook), passphrase).close();
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }
}
