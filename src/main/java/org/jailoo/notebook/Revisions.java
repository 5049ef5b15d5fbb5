package org.jailoo.notebook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jailoo.history.Content;
import org.jailoo.history.Derivation;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.record.AttachmentNames;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** The revisions of a notebook: appended, read back, and never changed. */
public final class Revisions {
    /** What adding a revision did. */
    public enum Added {
        /** It was not held before. */
        NEW,
        /** It was held without its body, and now has it. */
        BODY,
        /** It was held. */
        NOTHING
    }

    /** Of so few records each is asked for by itself. */
    private static final int FEW = 10_000;

    private final Sql sql;
    private final Schema schema;
    private final Seal seal;
    private final Stored stored;

    Revisions(Sql sql, Schema schema, Seal seal) {
        this.sql = sql;
        this.schema = schema;
        this.seal = seal;
        this.stored = new Stored(sql, seal);
    }

    /**
     * Appends a verified revision if it is not held; the body of a purged record is not kept. Derived tables do not
     * follow by themselves: see {@link Notebook#changing}.
     *
     * @param bundle the key of the bundle that brought it, null for one written here
     */
    public Added add(Revision revision, @Nullable Long bundle) {
        Header header = revision.header();
        byte[] id = HexFormat.of().parseHex(header.id());
        record Row(long key, String signature, boolean bodied) {}
        Row row = sql.first(
                "SELECT key, signature, bodied FROM revision WHERE id = ?",
                r -> new Row(r.getLong(1), r.getString(2), r.getBoolean(3)),
                id);
        if (row != null) {
            // Two signatures over the same bytes both hold; all notebooks keep the same one.
            if (revision.signature().compareTo(row.signature()) < 0) {
                sql.update("UPDATE revision SET signature = ? WHERE key = ?", revision.signature(), row.key());
            }
            if (row.bodied() || !keepsBody(revision)) {
                return Added.NOTHING;
            }
            sql.update("UPDATE revision SET bodied = 1 WHERE key = ?", row.key());
            addContent(row.key(), revision, bundle);
            return Added.BODY;
        }
        long record = recordKey(header.record());
        long writer = writerKey(header.writer());
        boolean bodied = keepsBody(revision);
        sql.update(
                "INSERT INTO revision (id, record, writer, seq, edit, type, signature, bodied, bundle, header)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                record,
                writer,
                header.seq(),
                header.isEdit() ? 1 : 0,
                header.type(),
                revision.signature(),
                bodied ? 1 : 0,
                bundle,
                header.canonical());
        long key = sql.number("SELECT last_insert_rowid()");
        new Walked(sql).came(writer, header.seq());
        if (!header.isEdit()) {
            sql.update("INSERT INTO purge (revision, record, accepted) VALUES (?, ?, 0)", key, record);
        }
        if (bodied) {
            addContent(key, revision, null);
        }
        return Added.NEW;
    }

    private boolean keepsBody(Revision revision) {
        return revision.content() != null && !isPurged(revision.header().record());
    }

    /** With the bundle of a body that came after its header; null where both came together. */
    private void addContent(long key, Revision revision, @Nullable Long bundle) {
        Content content = Objects.requireNonNull(revision.content());
        // What is not known to be free of names is locked twice.
        boolean clear = schema.codeSafe(revision.header().type());
        byte[] body = content.canonicalBody();
        Seal.Sealed sealed = clear ? null : seal.seal(revision.id(), body);
        sql.update(
                "INSERT INTO content (revision, sealed, salt, time, body, bundle) VALUES (?, ?, ?, ?, ?, ?)",
                key,
                sealed == null ? Seal.CLEAR : sealed.form(),
                content.salt(),
                content.time(),
                sealed == null ? body : sealed.bytes(),
                bundle);
        for (String sha256 : AttachmentNames.in(content.body())) {
            sql.update("INSERT OR IGNORE INTO naming (sha256, revision) VALUES (?, ?)", sha256, key);
        }
    }

    private long recordKey(String id) {
        Long key = keyOf(id);
        if (key == null) {
            sql.update("INSERT INTO record (id) VALUES (?)", id);
            key = sql.number("SELECT last_insert_rowid()");
        }
        return key;
    }

    /** The key of a record's row, null where the notebook has never heard of it. */
    public @Nullable Long keyOf(String record) {
        return sql.first("SELECT key FROM record WHERE id = ?", r -> r.getLong(1), record);
    }

    private long writerKey(Writer writer) {
        String find = "SELECT key FROM writer WHERE device = ? AND instance = ?";
        long key = sql.number(find, writer.device(), writer.instance());
        if (key == 0) {
            sql.update("INSERT INTO writer (device, instance) VALUES (?, ?)", writer.device(), writer.instance());
            key = sql.number(find, writer.device(), writer.instance());
        }
        return key;
    }

    /** The next number in a writer's sequence. */
    public long nextSeq(Writer writer) {
        return 1
                + sql.number(
                        "SELECT max(seq) FROM revision WHERE writer ="
                                + " (SELECT key FROM writer WHERE device = ? AND instance = ?)",
                        writer.device(),
                        writer.instance());
    }

    /** Whether any revision of this record is held. */
    public boolean holds(String record) {
        return keyOf(record) != null;
    }

    /** Whether a revision is held, with or without its body. */
    public boolean holdsRevision(String id) {
        return sql.number("SELECT count(*) FROM revision WHERE id = ?", (Object)
                        HexFormat.of().parseHex(id))
                > 0;
    }

    /** The device that wrote a revision; null where it is not held. */
    public @Nullable String writerOf(String id) {
        return sql.first(
                "SELECT w.device FROM revision r JOIN writer w ON w.key = r.writer WHERE r.id = ?",
                r -> r.getString(1),
                (Object) HexFormat.of().parseHex(id));
    }

    /** Whether a purge of the record was accepted here. */
    public boolean isPurged(String record) {
        return sql.number(
                        "SELECT count(*) FROM purge WHERE accepted = 1 AND record = (SELECT key FROM record WHERE id = ?)",
                        record)
                > 0;
    }

    /**
     * Everything that is held of a record, in no particular order.
     *
     * @throws NotebookException {@code IDENTITIES_CLOSED} where a body names people, while they are closed
     */
    public List<Held> heldOf(String record) {
        return stored.held(record);
    }

    /** The headers alone of what is held of a record, which need no key of identities. */
    public List<Held> headersOf(String record) {
        return stored.headers(record);
    }

    /** What of a record can be read now, be the identities open or not. */
    Stored.Seen seen(String record) {
        return stored.seen(record, seal.isOpen());
    }

    /**
     * Where a revision came from.
     *
     * @param time what its writer's laptop took the time to be; null without a body
     * @param bundle the bundle that first brought it, by its id; null for one written here
     * @param from the device that wrote that bundle
     * @param imported when this laptop took it in
     * @param accepted whether it is a purge that was accepted here
     */
    public record Custody(
            @Nullable String time,
            @Nullable String bundle,
            @Nullable String from,
            @Nullable String imported,
            boolean accepted) {}

    /** Where each revision of a record came from, by its id. */
    public Map<String, Custody> custodyOf(String record) {
        Map<String, Custody> custody = new HashMap<>();
        sql.each(
                "SELECT r.id, c.time, b.id, b.device, b.imported, coalesce(p.accepted, 0) FROM revision r"
                        + " LEFT JOIN content c ON c.revision = r.key LEFT JOIN bundle b ON b.key = r.bundle"
                        + " LEFT JOIN purge p ON p.revision = r.key"
                        + " WHERE r.record = (SELECT key FROM record WHERE id = ?)",
                r -> custody.put(
                        hex(r.getBytes(1)),
                        new Custody(r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getBoolean(6))),
                record);
        return custody;
    }

    /** The state of a record as it stands, or empty where nothing, or only held purges, are known of it. */
    public Optional<RecordState> state(String record) {
        List<Held> held = heldOf(record);
        return held.isEmpty() ? Optional.empty() : Derivation.derive(held, isPurged(record));
    }

    /**
     * The state of a record as far as it can be told now: without any value where it names people and the identities are
     * closed. Its type, its heads and whether it was erased are always told.
     */
    public Optional<RecordState> visible(String record) {
        return told(record, seen(record));
    }

    /** As {@link #visible}, without any value of a record that may name people, be the identities open or not. */
    public Optional<RecordState> outline(String record) {
        return told(record, stored.seen(record, false));
    }

    private Optional<RecordState> told(String record, Stored.Seen seen) {
        return seen.told(isPurged(record), () -> brief(record));
    }

    /** How many records the notebook has heard of. */
    public long recordCount() {
        return sql.number("SELECT count(*) FROM record");
    }

    /** Hands over the ids of all records, ascending. */
    public void eachRecord(Consumer<String> take) {
        sql.each("SELECT id FROM record ORDER BY id", r -> take.accept(r.getString(1)));
    }

    /** The records by their keys. */
    public RecordKeys keys() {
        return new RecordKeys(sql);
    }

    /** How many revisions are held. */
    public long count() {
        return sql.number("SELECT count(*) FROM revision");
    }

    /** Hands over the whole revisions of some records, whose keys are set, record by record. */
    public void eachOf(BitSet records, Consumer<Revision> take) {
        for (int key = records.nextSetBit(0); key >= 0; key = records.nextSetBit(key + 1)) {
            stored.each("r.record = ? ORDER BY r.key", take, key);
        }
    }

    /** Takes the id of a revision, and whether its body is held. */
    public interface IdTaker {
        void take(String id, boolean bodied);
    }

    /** Hands over the ids of what {@link #eachOf} gives, in the same order. */
    public void eachIdOf(BitSet records, IdTaker take) {
        for (int key = records.nextSetBit(0); key >= 0; key = records.nextSetBit(key + 1)) {
            sql.each(
                    "SELECT id, bodied = 1 FROM revision WHERE record = ? ORDER BY key",
                    r -> take.take(hex(r.getBytes(1)), r.getBoolean(2)),
                    key);
        }
    }

    /** The devices that signed a revision of some records, or a purge alone of others; ascending. */
    public SortedSet<String> signers(BitSet records, BitSet purgesOnly) {
        SortedSet<String> devices = new TreeSet<>();
        if (records.cardinality() + purgesOnly.cardinality() <= FEW) {
            // Of some, only they are looked at.
            String of = "SELECT DISTINCT w.device FROM revision r JOIN writer w ON w.key = r.writer WHERE r.record = ?";
            records.stream().forEach(key -> sql.each(of, r -> devices.add(r.getString(1)), key));
            purgesOnly.stream().forEach(key -> sql.each(of + " AND r.edit = 0", r -> devices.add(r.getString(1)), key));
            return devices;
        }
        sql.each("SELECT w.device, r.record, r.edit FROM revision r JOIN writer w ON w.key = r.writer", r -> {
            if (records.get(r.getInt(2)) || (!r.getBoolean(3) && purgesOnly.get(r.getInt(2)))) {
                devices.add(r.getString(1));
            }
        });
        return devices;
    }

    /** Whether adding a verified revision would change anything. */
    public boolean wants(Revision revision) {
        byte[] id = HexFormat.of().parseHex(revision.id());
        record Row(String signature, boolean bodied) {}
        Row row = sql.first(
                "SELECT signature, bodied FROM revision WHERE id = ?",
                r -> new Row(r.getString(1), r.getBoolean(2)),
                id);
        return row == null
                || revision.signature().compareTo(row.signature()) < 0
                || (!row.bodied() && keepsBody(revision));
    }

    /** The derived state of a record in brief; null where it has none. */
    public @Nullable Brief brief(String record) {
        return sql.first(
                "SELECT s.type, s.deleted, s.purged, s.incomplete, s.conflicts FROM state s"
                        + " JOIN record r ON r.key = s.record WHERE r.id = ?",
                r -> new Brief(r.getString(1), r.getBoolean(2), r.getBoolean(3), r.getBoolean(4), r.getInt(5)),
                record);
    }

    /**
     * The state of a record in brief.
     *
     * @param conflicts how many paths are in conflict
     */
    public record Brief(String type, boolean deleted, boolean purged, boolean incomplete, int conflicts) {}

    /** Keys of all records. */
    public BitSet allRecords() {
        BitSet keys = new BitSet();
        sql.each("SELECT key FROM record", r -> keys.set(r.getInt(1)));
        return keys;
    }

    /** Which types of revisions are held. */
    public HeldTypes types() {
        return new HeldTypes(sql);
    }

    /** Hands over the ids of some records, whose keys are set. */
    public void eachRecordOf(BitSet records, Consumer<String> take) {
        for (int key = records.nextSetBit(0); key >= 0; key = records.nextSetBit(key + 1)) {
            sql.each("SELECT id FROM record WHERE key = ?", r -> take.accept(r.getString(1)), key);
        }
    }

    /** Keys of the records with a revision beyond what is known of each writer. */
    public BitSet beyond(Map<Writer, SeqRanges> known) {
        return new Arrivals(sql).beyond(known, record -> true, 0).records();
    }

    /** Hands over the purges alone of some records: a purge travels even where its record is withheld. */
    public void eachPurgeOf(BitSet records, Consumer<Revision> take) {
        sql.each("SELECT DISTINCT record FROM purge ORDER BY record", purged -> {
            if (records.get(purged.getInt(1))) {
                stored.each("r.edit = 0 AND r.record = ?", take, purged.getInt(1));
            }
        });
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
