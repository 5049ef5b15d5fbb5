package org.jailoo.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jailoo.identity.Card;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.json.CanonicalJson;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/** How a notebook comes to be open: its files are made or found, its keys proved, and it is taken for this process. */
final class Opening {
    private Opening() {}

    /** What turns data keys into the bytes of a key file; a test's door writes none. */
    interface Wrapping {
        byte @Nullable [] wrap(DataKeys keys, byte[] databaseSalt);
    }

    static Notebook create(Path file, DataKeys keys, DeviceKeys device, Card card, Wrapping wrapping) {
        NotebookFiles files = new NotebookFiles(file);
        if (Files.exists(files.database())) {
            throw exists(file);
        }
        NotebookFiles.Lock lock = files.lock();
        boolean open = false;
        boolean keyed = false;
        try {
            files.forgetUnfinished(files.unfinished());
            if (Files.exists(files.database()) || Files.exists(files.keys())) {
                throw exists(file);
            }
            // Made under another name: what bears the notebook's name is whole, and has its keys beside it.
            files.removeUnfinished();
            try (Sql sql = Database.open(files.unfinished(), keys.notebook())) {
                byte[] mark = FileMark.of(files.unfinished(), files.database()).getBytes(StandardCharsets.UTF_8);
                sql.inTransaction(() -> {
                    // From the first: a copy of it without its log must not pass for the notebook itself.
                    put(sql, "mark", mark);
                    put(sql, "device", CanonicalJson.bytes(device.json()));
                    put(sql, "instance", OwnInstance.drawn());
                    new Devices(sql).trust(card);
                    return card;
                });
            }
            NotebookFiles.requireNoLog(files.unfinished());
            byte[] wrapped = wrapping.wrap(keys, Database.salt(files.unfinished()));
            if (wrapped != null) {
                KeyFileStore.create(files.keys(), wrapped);
            }
            keyed = true;
            files.nameFinished();
            Notebook notebook = taken(files, lock, keys);
            open = true;
            return notebook;
        } catch (IOException | RuntimeException e) {
            throw NotebookException.of(e);
        } finally {
            if (!open) {
                if (keyed) {
                    // Nothing was written into it yet. What could not be opened is not said to be there.
                    files.removeMade();
                }
                lock.close();
            }
        }
    }

    private static NotebookException exists(Path file) {
        return new NotebookException(Fault.EXISTS, "something is there already: " + file);
    }

    /** What finds the data keys of a notebook. */
    interface Unlocking {
        DataKeys unlock(NotebookFiles files) throws IOException;
    }

    static Notebook open(Path file, Unlocking unlocking) {
        NotebookFiles files = new NotebookFiles(file);
        if (!Files.exists(files.database())) {
            throw new NotebookException(Fault.MISSING, "no notebook at " + file);
        }
        // SQLite would open it all the same, and leave a log beside it that can never be written.
        if (!Files.isWritable(files.database())) {
            throw new NotebookException(Fault.NOT_WRITABLE, "read-only: " + file);
        }
        NotebookFiles.Lock lock = files.lock();
        boolean open = false;
        try (DataKeys keys = unlocking.unlock(files)) {
            Database.salt(files.database());
            Notebook notebook = taken(files, lock, keys);
            open = true;
            return notebook;
        } catch (IOException | RuntimeException e) {
            throw NotebookException.of(e);
        } finally {
            if (!open) {
                lock.close();
            }
        }
    }

    private static void put(Sql sql, String name, byte[] value) {
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", name, value);
    }

    /** Takes a notebook that was just made or opened for this process; what fails gives everything free again. */
    private static Notebook taken(NotebookFiles files, NotebookFiles.Lock lock, DataKeys keys) throws IOException {
        Sql sql = Database.open(files.database(), keys.notebook());
        Readers readers = null;
        boolean taken = false;
        try {
            readers = Readers.open(files.database(), keys.notebook());
            Notebook notebook = new Notebook(files, lock, sql, readers);
            notebook.identities().recall();
            notebook.own.settle();
            notebook.derived().rebuildIfOlder();
            notebook.holdings().catchUp();
            notebook.attachments().removeAbandoned(notebook.drafts());
            if (notebook.purges().isToBeScrubbed()) {
                notebook.scrub();
            }
            files.removeLeftovers();
            if (keys.hasIdentities()) {
                openUnnoted(notebook.identities(), keys);
            }
            taken = true;
            return notebook;
        } finally {
            if (!taken) {
                if (readers != null) {
                    readers.close();
                }
                sql.close();
            }
        }
    }

    private static void openUnnoted(Identities identities, DataKeys keys) {
        byte[] key = keys.identities();
        try {
            identities.openUnnoted(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
