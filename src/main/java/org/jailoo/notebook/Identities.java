package org.jailoo.notebook;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jailoo.history.Writer;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.InboxKey;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.notebook.CustodyLog.Note;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The door to the records that say who people are. An open notebook has it closed; it is opened by a passphrase, which
 * the custody log notes, and closed by {@link #close} or with the notebook.
 */
public final class Identities {
    private static final String INBOX = "inbox";

    private final NotebookFiles files;
    private final Sql sql;
    private final Seal seal;
    private final Notebook notebook;
    private final Set<String> noted = new HashSet<>();

    Identities(NotebookFiles files, Sql sql, Seal seal, Notebook notebook) {
        this.files = files;
        this.sql = sql;
        this.seal = seal;
        this.notebook = notebook;
    }

    /** Whether what names people can be read now. */
    public boolean isOpen() {
        return seal.isOpen();
    }

    /**
     * Does nothing while they are open.
     *
     * @throws NotebookException {@code IDENTITIES_CLOSED} else
     */
    public void require() {
        if (!isOpen()) {
            throw Seal.closed();
        }
    }

    /** How many records are held here whose content names people, or may. */
    public long count() {
        return sql.number("SELECT count(DISTINCT r.record) FROM content c JOIN revision r ON r.key = c.revision"
                + " WHERE c.sealed <> " + Seal.CLEAR);
    }

    /** Whether they have a passphrase of their own. */
    public boolean isApart() {
        return keyFile().identitiesApart(salt());
    }

    /** Whether their key is kept here at all. */
    public boolean isKept() {
        return keyFile().hasIdentities(salt());
    }

    /**
     * Opens them, notes that, and takes in for good what came while they were closed.
     *
     * @param time of this laptop, for the custody log
     * @param record the record for which they are opened; null where it is not for one
     * @throws NotebookException {@code WRONG_PASSPHRASE}, {@code IDENTITIES_NOT_KEPT}, or a fault of the file
     */
    public void open(char[] passphrase, String time, @Nullable String record) {
        byte[] key = key(passphrase);
        try {
            open(key, time, record);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    void open(byte[] key, String time, @Nullable String record) {
        remember(key);
        // Noted before anything can be read.
        notebook.inTransaction(() -> {
            notebook.custody().note(time, new Note(What.IDENTITIES_OPENED, record, null, -1));
            return time;
        });
        synchronized (noted) {
            noted.clear();
            if (record != null) {
                noted.add(record);
            }
        }
        openUnnoted(key);
    }

    /** For a notebook that was just made, and for the doors of tests. */
    void openUnnoted(byte[] key) {
        remember(key);
        seal.open(key);
        boolean emptied = false;
        try {
            new Inbox(sql, seal, notebook).empty();
            emptied = true;
        } finally {
            if (!emptied) {
                close();
            }
        }
    }

    /** Notes, once for each time they are open, that what names this person was shown. */
    public void shown(String time, String record) {
        require();
        boolean first;
        synchronized (noted) {
            first = noted.add(record);
        }
        if (first) {
            notebook.inTransaction(() -> {
                notebook.custody().note(time, new Note(What.IDENTITIES_OPENED, record, null, -1));
                return time;
            });
        }
    }

    /** Closes them, and wipes their key. */
    public void close() {
        seal.close();
    }

    /** Makes sure that what comes while they are closed can be locked up; notebooks of earlier versions could not. */
    void prepare(char[] passphrase) {
        if (!seal.canLockUp() && isKept()) {
            byte[] key = key(passphrase);
            try {
                remember(key);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }
    }

    /** Lets what comes while they are closed be locked up, as was remembered. */
    void recall() {
        byte[] known = remembered();
        if (known != null) {
            seal.lockUpFor(known);
        }
    }

    private byte @Nullable [] remembered() {
        return sql.first("SELECT value FROM meta WHERE name = ?", r -> r.getBytes(1), INBOX);
    }

    /** A key that is not the one under which this notebook locks up must never lock anything here. */
    private void remember(byte[] key) {
        byte[] half = InboxKey.of(key);
        byte[] known = remembered();
        if (known == null) {
            sql.update("INSERT INTO meta (name, value) VALUES (?, ?)", INBOX, half);
        } else if (!Arrays.equals(known, half)) {
            throw new NotebookException(Fault.DAMAGED, "the key of other identities");
        }
        seal.lockUpFor(half);
    }

    private byte[] key(char[] passphrase) {
        try {
            byte[] file = KeyFileStore.read(files.keys());
            if (!Passphrases.read(file).hasIdentities(salt())) {
                throw new NotebookException(Fault.IDENTITIES_NOT_KEPT, "no identities are kept here");
            }
            KeyFile.Opening opening = KeyFile.openIdentities(file, passphrase, salt());
            if (opening instanceof KeyFile.OpenedIdentities opened) {
                try (opened) {
                    return opened.key();
                }
            }
            throw Passphrases.refused(opening);
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    /**
     * Gives a passphrase of their own to them, or another one.
     *
     * @param now what opens them until then
     */
    public void setOwnPassphrase(char[] now, char[] own, String time) {
        byte[] key = key(now);
        // Of the two keys the file is given the one that it wraps anew; the other stays as it is.
        try (DataKeys keys = new DataKeys(new byte[DataKeys.LENGTH], key)) {
            replace(time, file -> file.withIdentitiesUnder(salt(), keys, own, cost(file), notebook.random()));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Lets the passphrase of the notebook open them again.
     *
     * @param own what opens them until then
     */
    public void setCommonPassphrase(char[] own, char[] passphrase, String time) {
        byte[] key = key(own);
        byte[] common = new byte[0];
        try (DataKeys opened = Passphrases.notebookAlone(files, passphrase)) {
            common = opened.notebook();
            try (DataKeys keys = new DataKeys(common, key)) {
                replace(time, file -> file.rewrapped(salt(), keys, passphrase, cost(file), notebook.random()));
            }
        } catch (IOException e) {
            throw NotebookException.of(e);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(common, (byte) 0);
        }
    }

    private interface Change {
        KeyFile of(KeyFile before);
    }

    private void replace(String time, Change change) {
        try {
            KeyFileStore.replace(files.keys(), change.of(keyFile()).bytes());
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
        notebook.inTransaction(() -> {
            notebook.custody().note(time, Note.of(What.PASSPHRASE_CHANGED));
            return time;
        });
    }

    private Kdf cost(KeyFile file) {
        Kdf cost = file.cost(salt());
        if (cost == null) {
            throw new NotebookException(Fault.DAMAGED, "key file: no slot");
        }
        return cost;
    }

    private KeyFile keyFile() {
        try {
            return Passphrases.read(KeyFileStore.read(files.keys()));
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    private byte[] salt() {
        return Database.salt(files.database());
    }

    /** Keys of the records whose content names people, or may, and is held here. */
    public BitSet records() {
        BitSet records = new BitSet();
        sql.each(
                "SELECT r.record FROM content c JOIN revision r ON r.key = c.revision WHERE c.sealed <> " + Seal.CLEAR,
                r -> records.set(r.getInt(1)));
        return records;
    }

    /** Takes a sealed revision that is held. */
    public interface RevisionTaker {
        void take(int record, Writer writer, long seq);
    }

    /** Hands over which revisions make up {@link #records}. */
    public void eachRevision(RevisionTaker taker) {
        sql.each(
                "SELECT r.record, w.device, w.instance, r.seq FROM content c JOIN revision r ON r.key = c.revision"
                        + " JOIN writer w ON w.key = r.writer WHERE c.sealed <> " + Seal.CLEAR,
                r -> taker.take(r.getInt(1), new Writer(r.getString(2), r.getString(3)), r.getLong(4)));
    }

    /** Keys of the records that name any of these files. */
    public BitSet naming(Set<String> files) {
        BitSet records = new BitSet();
        for (String sha256 : files) {
            sql.each(
                    "SELECT r.record FROM naming n JOIN revision r ON r.key = n.revision WHERE n.sha256 = ?",
                    r -> records.set(r.getInt(1)),
                    sha256);
        }
        return records;
    }

    /** Keys of the records of which something was typed and not saved. */
    public BitSet drafted() {
        BitSet records = new BitSet();
        sql.each("SELECT r.key FROM draft d JOIN record r ON r.id = d.record", r -> records.set(r.getInt(1)));
        return records;
    }

    /** Keys of the records of which something was handed over and is kept here no more. */
    public BitSet givenUp() {
        BitSet records = new BitSet();
        sql.each("SELECT record FROM revision INDEXED BY revision_bodiless WHERE bodied <> 1 AND bodied = 2", r -> records.set(r.getInt(1)));
        return records;
    }

    /**
     * Destroys the content of records that somebody else was proved to hold, with the files that nothing else names; it
     * is not taken in again. Their headers stay, so that a purge still reaches them. Needs no key. Call
     * {@link Notebook#scrub} after.
     *
     * @param records keys of records whose content is sealed
     */
    public void giveUp(BitSet records) {
        for (int key = records.nextSetBit(0); key >= 0; key = records.nextSetBit(key + 1)) {
            long each = key;
            String record = sql.first("SELECT id FROM record WHERE key = ?", r -> r.getString(1), each);
            if (record != null) {
                notebook.changing(record, () -> giveUp(each));
            }
        }
        notebook.purges().toBeScrubbed();
    }

    private void giveUp(long key) {
        String sealed = " IN (SELECT c.revision FROM content c JOIN revision r ON r.key = c.revision"
                + " WHERE r.record = ? AND c.sealed <> " + Seal.CLEAR + ")";
        List<String> named =
                sql.list("SELECT DISTINCT sha256 FROM naming WHERE revision" + sealed, r -> r.getString(1), key);
        sql.update("DELETE FROM naming WHERE revision" + sealed, key);
        sql.update("UPDATE revision SET bodied = 2 WHERE key" + sealed, key);
        sql.update(
                "DELETE FROM content WHERE sealed <> " + Seal.CLEAR
                        + " AND revision IN (SELECT key FROM revision WHERE record = ?)",
                key);
        notebook.attachments().removeUnnamed(named);
    }
}
