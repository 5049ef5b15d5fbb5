package org.jailoo.notebook;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jailoo.history.Sha256;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The custody log: what was done with what is kept here, each entry chained to the one before by its hash.
 *
 * <p>An entry is {@code {"n":number,"time":time,"what":code,"record":uuid?,"about":text?,"count":n?}}; the hash of entry n
 * is SHA-256 of {@code "jailoo custody 1\n"}, the hash before it (32 bytes, zeros before the first) and JCS of the entry.
 * It shows what was changed or taken out behind the program's back. Whoever has the keys and this source can write a
 * whole new chain: only a head that was noted elsewhere tells that.
 */
public final class CustodyLog {
    /** What was done. */
    public enum What {
        /** The log begins; count: revisions that were held already. */
        BEGUN,
        /** A record was recorded here; about: its first revision. */
        INTAKE,
        /** A record was changed here; about: the revision. */
        CHANGE,
        /** A bundle was taken in; about: the bundle, count: its revisions. */
        IMPORT,
        /** A bundle was taken back out; about: the bundle, count: the revisions that went. */
        IMPORT_UNDONE,
        /** The values of before were written over what a bundle brought; about: the bundle, count: the records. */
        IMPORT_REVERTED,
        /** A bundle was written for others; about: the bundle, count: its revisions. */
        HANDOVER,
        /** A receipt was written; about: the bundle. */
        RECEIPT,
        /** A backup was written; about: the bundle, count: its revisions. */
        BACKUP,
        /** A workbook, or another table for people, was written; about: for whom. */
        EXPORT,
        /** A file was copied out of the notebook, or a record printed; about: what of it. */
        COPY,
        /** The identities were opened; record: for which, where it was for one. */
        IDENTITIES_OPENED,
        /** The identities were given up here; about: the bundle that carried them. */
        IDENTITIES_HANDED_OVER,
        /** A person withdrew, and the record was erased; about: the purge. */
        PURGE,
        /** A purge of somebody else was accepted; about: the purge. */
        PURGE_ACCEPTED,
        /** The passphrase was changed. */
        PASSPHRASE_CHANGED,
        /** A recovery kit was made; about: for whom. */
        KIT_MADE,
        /** The notebook was opened by a recovery kit. */
        KIT_USED,
        /** All was encrypted anew under new keys. */
        KEYS_ROTATED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static @Nullable What of(String code) {
            for (What what : values()) {
                if (what.code().equals(code)) {
                    return what;
                }
            }
            return null;
        }
    }

    /**
     * Something to note.
     *
     * @param record the record that it was about; null where it was about all or none
     * @param about an id that says more, never a text of a person
     * @param count how many; below 0 where there is nothing to count
     */
    public record Note(
            What what, @Nullable String record, @Nullable String about, long count) {
        /** About the whole notebook. */
        public static Note of(What what) {
            return new Note(what, null, null, -1);
        }

        /** About a bundle. */
        public static Note ofBundle(What what, String bundle, long revisions) {
            return new Note(what, null, bundle, revisions);
        }

        /** About a record. */
        public static Note ofRecord(What what, String record, @Nullable String about) {
            return new Note(what, record, about, -1);
        }
    }

    /** An entry of the log, by number from 1; the time is this laptop's opinion. */
    public record Entry(long number, String time, Note note) {}

    private static final byte[] DOMAIN = "jailoo custody 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = new byte[32];

    private final Sql sql;

    CustodyLog(Sql sql) {
        this.sql = sql;
    }

    /** Appends an entry, in the transaction of what it notes; the first is preceded by the beginning of the log. */
    public void note(String time, Note note) {
        sql.inTransaction(() -> {
            if (head() == null) {
                append(time, new Note(What.BEGUN, null, null, sql.number("SELECT count(*) FROM revision")));
            }
            append(time, note);
            return note;
        });
    }

    private void append(String time, Note note) {
        long number = 1 + count();
        byte[] entry = CanonicalJson.bytes(json(number, time, note));
        // Chained to what was said to be the last: entries cut off at the end are missed for ever.
        byte[] before = head();
        byte[] hash = Sha256.of(DOMAIN, before == null ? NOTHING : before, entry);
        sql.update(
                "INSERT INTO custody (number, entry, record, about, hash) VALUES (?, ?, ?, ?, ?)",
                number,
                entry,
                note.record(),
                note.about(),
                hash);
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES ('custody', ?)", (Object) hash);
    }

    /** How many entries there are. */
    public long count() {
        return sql.number("SELECT max(number) FROM custody");
    }

    /** A hash over all entries, 64 hex digits: noted elsewhere, it proves later that none was changed. */
    public String seal() {
        byte[] head = head();
        return HexFormat.of().formatHex(head == null ? NOTHING : head);
    }

    /** The same as it was after an entry, to be held against what was noted then; null where there is no such entry. */
    public @Nullable String seal(long number) {
        return sql.first(
                "SELECT hash FROM custody WHERE number = ?", r -> HexFormat.of().formatHex(r.getBytes(1)), number);
    }

    /** Entries from a number downwards, the latest first. */
    public List<Entry> before(long number, int limit) {
        return sql.list(
                "SELECT entry FROM custody WHERE number < ? ORDER BY number DESC LIMIT ?",
                CustodyLog::entry,
                number,
                limit);
    }

    /**
     * The entries about a record, ascending: what was done with it alone, and the bundles that brought it here or carried
     * it away.
     */
    public List<Entry> of(String record) {
        TreeMap<Long, Entry> entries = new TreeMap<>();
        sql.list("SELECT entry FROM custody WHERE record = ?", CustodyLog::entry, record)
                .forEach(e -> entries.put(e.number(), e));
        for (String bundle : sql.list(
                "SELECT DISTINCT b.id FROM revision r JOIN bundle b ON b.key = r.bundle JOIN record d ON d.key = r.record"
                        + " WHERE d.id = ?",
                r -> r.getString(1),
                record)) {
            about(bundle).forEach(e -> entries.put(e.number(), e));
        }
        for (BundleLog.Handover handover :
                new BundleLog(sql).thatCarried(record).surely()) {
            about(handover.bundle()).forEach(e -> entries.put(e.number(), e));
        }
        return List.copyOf(entries.values());
    }

    /** Every entry of one kind, ascending. */
    public List<Entry> all(What what) {
        return sql.list(
                "SELECT entry FROM custody WHERE instr(CAST(entry AS TEXT), ?) > 0 ORDER BY number",
                CustodyLog::entry,
                "\"what\":\"" + what.code() + '"');
    }

    /** The number of the entry of the last bundle that came from a device; 0 where none came since the log began. */
    public long lastFrom(String device) {
        return sql.number(
                "SELECT max(c.number) FROM custody c JOIN bundle b ON b.id = c.about WHERE b.device = ? AND"
                        + " c.record IS NULL AND instr(CAST(c.entry AS TEXT), ?) > 0",
                device,
                "\"what\":\"" + What.IMPORT.code() + '"');
    }

    /** The entries about a bundle as a whole. */
    public List<Entry> about(String about) {
        return sql.list("SELECT entry FROM custody WHERE about = ? AND record IS NULL", CustodyLog::entry, about);
    }

    /** The number of the first entry that is not what was written, or that is missing; empty where the chain holds. */
    public OptionalLong firstBroken() {
        byte[][] before = {NOTHING};
        long[] next = {1};
        long[] broken = {0};
        sql.each("SELECT number, entry, record, about, hash FROM custody ORDER BY number", r -> {
            if (broken[0] > 0) {
                return;
            }
            byte[] hash = Sha256.of(DOMAIN, before[0], r.getBytes(2));
            if (r.getLong(1) != next[0] || !Arrays.equals(hash, r.getBytes(5)) || !agrees(r)) {
                broken[0] = next[0];
                return;
            }
            before[0] = hash;
            next[0]++;
        });
        if (broken[0] > 0) {
            return OptionalLong.of(broken[0]);
        }
        byte[] head = head();
        boolean whole = head == null ? next[0] == 1 : Arrays.equals(head, before[0]);
        return whole ? OptionalLong.empty() : OptionalLong.of(next[0]);
    }

    private static boolean agrees(ResultSet row) throws SQLException {
        try {
            Json.Obj json = object(row.getBytes(2));
            Long number = json.integer("n");
            return number != null
                    && number == row.getLong(1)
                    && Objects.equals(json.text("record"), row.getString(3))
                    && Objects.equals(json.text("about"), row.getString(4));
        } catch (NotebookException e) {
            return false;
        }
    }

    private byte @Nullable [] head() {
        return sql.first("SELECT value FROM meta WHERE name = 'custody'", r -> r.getBytes(1));
    }

    private static Json.Obj json(long number, String time, Note note) {
        TreeMap<String, Json> members = new TreeMap<>(Map.of(
                "n",
                Json.of(number),
                "time",
                Json.of(time),
                "what",
                Json.of(note.what().code())));
        if (note.record() != null) {
            members.put("record", Json.of(note.record()));
        }
        if (note.about() != null) {
            members.put("about", Json.of(note.about()));
        }
        if (note.count() >= 0) {
            members.put("count", Json.of(note.count()));
        }
        return new Json.Obj(members);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Json.Obj json = object(row.getBytes(1));
        Long number = json.integer("n");
        String time = json.text("time");
        String code = json.text("what");
        What what = code == null ? null : What.of(code);
        if (number == null || time == null || what == null) {
            throw new NotebookException(Fault.DAMAGED, "an entry of the custody log");
        }
        Long count = json.integer("count");
        return new Entry(
                number, time, new Note(what, json.text("record"), json.text("about"), count == null ? -1 : count));
    }

    private static Json.Obj object(byte[] canonical) {
        try {
            if (JsonReader.parse(canonical, 2) instanceof Json.Obj object) {
                return object;
            }
        } catch (JsonException e) {
            throw new NotebookException(Fault.DAMAGED, "an entry of the custody log", e);
        }
        throw new NotebookException(Fault.DAMAGED, "an entry of the custody log");
    }
}
