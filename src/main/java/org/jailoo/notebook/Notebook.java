package org.jailoo.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An open notebook: the one way to everything that is stored.
 *
 * <p>Open in one process at a time. Every method may be called from any thread; a transaction of one thread makes the
 * others wait.
 */
public final class Notebook implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    final NotebookFiles files;
    private final NotebookFiles.Lock lock;
    /** Open to this package alone, whose tests look past the rules. */
    final Sql sql;

    private final Readers readers;
    private final Schema schema = Standard.SCHEMA;
    private final Seal seal = new Seal();
    private final Identities identities;
    final OwnInstance own;
    private boolean closed;
    /** Whether the transaction that runs is one that is taken back; only its own thread comes to see it. */
    private boolean attempting;

    /** Read when it is first wanted. */
    private static final class Standard {
        static final Schema SCHEMA = Schema.standard();
    }

    /**
     * Loads what the first opening needs and nobody should wait for then: the library of the database, the record types,
     * the classes of the passphrase. From any thread.
     *
     * @throws NotebookException where the library cannot be loaded
     */
    public static void warm() {
        Kdf.warm();
        Database.warm();
        Standard.SCHEMA.types();
    }

    Notebook(NotebookFiles files, NotebookFiles.Lock lock, Sql sql, Readers readers) {
        this.files = files;
        this.readers = readers;
        this.lock = lock;
        this.sql = sql;
        this.identities = new Identities(files, sql, seal, this);
        this.own = new OwnInstance(sql, files, lock);
    }

    /**
     * Makes a new notebook and its key file, for a device; its identities are closed.
     *
     * @param card the device's own card
     */
    public static Notebook create(Path file, char[] passphrase, Kdf kdf, DeviceKeys device, Card card) {
        try (DataKeys drawn = DataKeys.generate(RANDOM)) {
            Notebook made = Opening.create(
                    file, drawn, device, card, (keys, salt) -> KeyFile.create(salt, keys, passphrase, kdf, RANDOM));
            made.identities.close();
            return made;
        }
    }

    /**
     * Opens a notebook, whose identities stay closed. SQLite sees no key before the passphrase has proved to be the one for
     * this very file.
     */
    public static Notebook open(Path file, char[] passphrase) {
        Notebook notebook = Opening.open(file, files -> Passphrases.notebookAlone(files, passphrase));
        boolean open = false;
        try {
            notebook.identities.prepare(passphrase);
            open = true;
            return notebook;
        } finally {
            if (!open) {
                notebook.close();
            }
        }
    }

    /**
     * Opens a notebook together with its identities, unless these have a passphrase of their own: then they stay closed.
     *
     * @param time of this laptop, for the custody log
     */
    public static Notebook openWithIdentities(Path file, char[] passphrase, String time) {
        byte[][] key = {new byte[0]};
        Notebook notebook = Opening.open(file, files -> {
            try (DataKeys keys = Passphrases.keys(files, passphrase)) {
                key[0] = keys.hasIdentities() ? keys.identities() : key[0];
                return new DataKeys(keys.notebook(), null);
            }
        });
        boolean open = false;
        try {
            if (key[0].length > 0) {
                notebook.identities.open(key[0], time, null);
            }
            open = true;
            return notebook;
        } finally {
            Arrays.fill(key[0], (byte) 0);
            if (!open) {
                notebook.close();
            }
        }
    }

    /**
     * Gives a closed notebook, with its keys, another name in the same folder; it bears it whole or not at all.
     *
     * @throws IOException if there is something of that name, or if the disk does not let it
     */
    public static void rename(Path closed, Path name) throws IOException {
        new NotebookFiles(name).take(new NotebookFiles(closed));
    }

    /** Goes on as a new instance, from 1: this file was found to be a copy, or to have been set back. */
    public void drawNewInstance() {
        own.draw();
    }

    /** Reads again who writes here, after a transaction that drew an instance was taken back. */
    public void settleAfterRollback() {
        own.read();
    }

    /** The device's keys and this file's instance: who writes here. */
    public DeviceKeys device() {
        return own.device();
    }

    /** The writer of what is saved here. */
    public Writer self() {
        return own.self();
    }

    /** This device's own card. */
    public Card card() {
        Devices.Device own = devices().find(device().deviceId());
        if (own == null) {
            throw new NotebookException(Fault.DAMAGED, "no card of this device");
        }
        return own.card();
    }

    public Schema schema() {
        return schema;
    }

    public Revisions revisions() {
        return new Revisions(sql, schema, seal);
    }

    public Purges purges() {
        return new Purges(sql, drafts());
    }

    public Holdings holdings() {
        return new Holdings(sql);
    }

    public Arrivals arrivals() {
        return new Arrivals(sql);
    }

    public Attachments attachments() {
        return new Attachments(sql);
    }

    public Devices devices() {
        return new Devices(sql);
    }

    public Claims claims() {
        return new Claims(sql);
    }

    public BundleLog log() {
        return new BundleLog(sql);
    }

    public Brought brought() {
        return new Brought(sql, drafts(), attachments());
    }

    public CustodyLog custody() {
        return new CustodyLog(sql);
    }

    public Mentions mentions() {
        return new Mentions(sql);
    }

    public SearchIndex search() {
        return new SearchIndex(sql);
    }

    public Drafts drafts() {
        return new Drafts(sql, schema, seal);
    }

    public Settings settings() {
        return new Settings(sql);
    }

    public Integrity integrity() {
        return new Integrity(sql, seal, devices(), revisions(), attachments(), derived());
    }

    /** The door to the records that say who people are. */
    public Identities identities() {
        return identities;
    }

    SecureRandom random() {
        return RANDOM;
    }

    Derived derived() {
        return new Derived(sql, revisions(), schema, seal);
    }

    public Offered offered() {
        return new Offered(sql, files);
    }

    /** A place for one import to wait in. */
    public Scratch newScratch() {
        return Scratch.create(files);
    }

    /** How many bytes the disk of the notebook has room for; the most there could be where that is not told. */
    public long freeSpace() {
        try {
            return Files.getFileStore(files.database()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    /**
     * Reads, without waiting for a transaction of another thread; all of it sees the notebook as it stood at one
     * moment. Inside a transaction it sees what that has written. Nothing can be written inside.
     */
    public <T extends @Nullable Object> T reading(Function<Snapshot, T> work) {
        return sql.isWriting()
                ? work.apply(new Snapshot(sql, schema, seal))
                : readers.read(reader -> work.apply(new Snapshot(reader, schema, seal)));
    }

    /** Does all of it or nothing; what is returned is on the disk. */
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        readers.requireNone();
        return sql.inTransaction(work);
    }

    /**
     * Does all of it, takes all of it back, and returns what it returned: what it would do. Words are not brought into
     * the search index for it, which would take most of the time.
     */
    public <T> T attempt(Supplier<T> work) {
        readers.requireNone();
        try {
            sql.inTransaction(() -> {
                attempting = true;
                try {
                    throw new TakenBack(work.get());
                } finally {
                    attempting = false;
                }
            });
            throw new IllegalStateException("an attempt that stayed");
        } catch (TakenBack e) {
            @SuppressWarnings("unchecked")
            T result = (T) e.result;
            return result;
        } finally {
            settleAfterRollback();
        }
    }

    private static final class TakenBack extends RuntimeException {
        private final transient Object result;

        TakenBack(Object result) {
            super(null, null, false, false);
            this.result = result;
        }
    }

    /** Lets the revisions of one record change, and its derived state and index with them. */
    public void changing(String record, Runnable change) {
        readers.requireNone();
        sql.inTransaction(() -> {
            derived().changing(record, change, !attempting);
            return record;
        });
    }

    /** Drops everything derived and derives it again. */
    public void rebuildDerived() {
        derived().rebuild();
    }

    /**
     * Overwrites what a purge has freed: in the search index, and in the log of the last transactions. Outside a
     * transaction; where the process ends before, or the disk has no room for it, the next opening does it. Whoever
     * purged is not told of that as a failure: what they did is on the disk.
     */
    public void scrub() {
        purges().scrub(readers);
    }

    /** The writer last: closing the last connection brings the log into the file. */
    private void closeFile() {
        try {
            Database.requireReadableLog(files.database(), 1);
        } catch (NotebookException e) {
            // Brought in now it would do damage. The connections end with the process, and the next opening reads the
            // log.
            return;
        }
        try {
            readers.close();
        } finally {
            sql.close();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        identities.close();
        try {
            own.leaveWord(() -> {});
        } catch (IOException | RuntimeException e) {
            // Nothing to lose: at worst the next opening draws an instance in vain. Closing must go on.
        }
        try {
            closeFile();
        } finally {
            seal.close();
            own.device().close();
            lock.close();
        }
    }
}
