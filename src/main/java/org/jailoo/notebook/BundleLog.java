package org.jailoo.notebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jailoo.history.Writer;
import org.jspecify.annotations.Nullable;

/** Which bundles came in and which were handed over; kept for custody, undoing, and showing where a change came from. */
public final class BundleLog {
    private static final String HANDOVERS =
            "SELECT bundle, instance, serial, created, kind, scope, since, recipients, revisions, records FROM handover";

    private final Sql sql;

    BundleLog(Sql sql) {
        this.sql = sql;
    }

    /** Whether this very bundle came in before, and was not taken back out. */
    public boolean knows(String bundle, String device) {
        return sql.number("SELECT count(*) FROM bundle WHERE id = ? AND device = ? AND undone IS NULL", bundle, device)
                > 0;
    }

    /**
     * Notes an imported bundle, once; returns the key to mark its revisions with. One that was taken back out comes anew.
     */
    public long imported(String bundle, String device, String instance, long serial, String created, String now) {
        Long known = sql.first("SELECT key FROM bundle WHERE id = ? AND device = ?", r -> r.getLong(1), bundle, device);
        long handover = sql.number("SELECT max(key) FROM handover");
        long custody = sql.number("SELECT max(number) FROM custody");
        if (known != null) {
            sql.update(
                    "UPDATE bundle SET undone = NULL, imported = ?, handover = ?, custody = ?, fresh = NULL,"
                            + " changed = NULL WHERE key = ? AND undone IS NOT NULL",
                    now,
                    handover,
                    custody,
                    known);
            return known;
        }
        sql.update(
                "INSERT INTO bundle (id, device, instance, serial, created, imported, handover, custody, revisions)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, x'')",
                bundle,
                device,
                instance,
                serial,
                created,
                now,
                handover,
                custody);
        return sql.number("SELECT last_insert_rowid()");
    }

    /** A bundle that was written here. */
    public record Handover(
            String bundle,
            String instance,
            long serial,
            String created,
            String kind,
            String scope,
            String since,
            List<String> recipients,
            long revisions) {}

    /** The serial of the next bundle that this instance writes. */
    public long nextSerial(String instance) {
        return 1 + sql.number("SELECT max(serial) FROM handover WHERE instance = ?", instance);
    }

    /** Notes a bundle before its file appears: a number used in vain is harmless, one used twice is not. */
    public void handedOver(Handover handover) {
        sql.update(
                "INSERT INTO handover (bundle, instance, serial, created, kind, scope, since, recipients, revisions)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                handover.bundle(),
                handover.instance(),
                handover.serial(),
                handover.created(),
                handover.kind(),
                handover.scope(),
                handover.since(),
                String.join(" ", handover.recipients()),
                handover.revisions());
    }

    /**
     * Notes how many revisions a bundle came to hold, and of which records.
     *
     * @param records the keys of the records whose content went along; of others at most a purge did
     */
    public void carried(String bundle, long revisions, BitSet records) {
        sql.update(
                "UPDATE handover SET revisions = ?, records = ? WHERE bundle = ?",
                revisions,
                records.toByteArray(),
                bundle);
    }

    /**
     * The bundles that were written here and carried a record.
     *
     * @param surely those that did
     * @param perhaps those of which it was not kept yet which records went along
     */
    public record Carriers(List<Handover> surely, List<Handover> perhaps) {}

    /** The bundles that carried a record, the latest last. */
    public Carriers thatCarried(String record) {
        List<Handover> surely = new ArrayList<>();
        List<Handover> perhaps = new ArrayList<>();
        Long key = sql.first("SELECT key FROM record WHERE id = ?", r -> r.getLong(1), record);
        if (key != null) {
            sql.each(HANDOVERS + " WHERE revisions > 0 ORDER BY key", r -> {
                byte[] records = r.getBytes(10);
                if (records == null) {
                    perhaps.add(handover(r));
                } else if (BitSet.valueOf(records).get(key.intValue())) {
                    surely.add(handover(r));
                }
            });
        }
        return new Carriers(surely, perhaps);
    }

    /**
     * A bundle that came in, and what became of it here.
     *
     * @param empty whether it named no revision, as a receipt
     * @param fresh how many records were new; null for one of an earlier form
     * @param changed how many records gained something; null for one of an earlier form
     * @param undone when it was taken back out; null where it was not, or came anew
     * @param reverted when the values of before were written over it; null where they were not
     */
    public record Came(
            long key,
            String bundle,
            String device,
            String created,
            String imported,
            boolean empty,
            @Nullable Long fresh,
            @Nullable Long changed,
            @Nullable String undone,
            @Nullable String reverted) {}

    private static final String CAME = "SELECT key, id, device, created, imported, fresh, changed, undone, reverted,"
            + " coalesce(length(revisions), 1) = 0 FROM bundle";

    /** The bundles that came in, the latest first. */
    public List<Came> came(int limit) {
        return sql.list(CAME + " ORDER BY imported DESC, key DESC LIMIT ?", BundleLog::came, limit);
    }

    /** The same of one; null where it is not known. */
    public @Nullable Came came(long key) {
        return sql.first(CAME + " WHERE key = ?", BundleLog::came, key);
    }

    /** Whether nothing came in before it: the beginning of a notebook that was restored. */
    public boolean isFirst(long key) {
        return sql.number("SELECT count(*) FROM bundle WHERE key < ?", key) == 0;
    }

    /** Notes that the values of before were written over what a bundle brought. */
    public void reverted(long key, String time) {
        sql.update("UPDATE bundle SET reverted = ? WHERE key = ?", time, key);
    }

    private static Came came(ResultSet row) throws SQLException {
        return new Came(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(10),
                number(row, 6),
                number(row, 7),
                row.getString(8),
                row.getString(9));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /** A bundle that came in. */
    public record Imported(String bundle, String device, String created, String imported) {}

    /** The bundle of this id that came in; null where none did. */
    public @Nullable Imported imported(String bundle) {
        return sql.first(
                "SELECT id, device, created, imported FROM bundle WHERE id = ?",
                r -> new Imported(r.getString(1), r.getString(2), r.getString(3), r.getString(4)),
                bundle);
    }

    /**
     * The last bundle of an instance that came in here, a receipt too.
     *
     * @param created when, by its own clock
     * @param imported when, by this laptop's clock
     */
    public record Heard(Writer from, String created, String imported) {}

    /** The last bundle of each instance of each device, ascending. */
    public List<Heard> heard() {
        return sql.list(
                "SELECT device, instance, created, imported, max(key) FROM bundle GROUP BY device, instance"
                        + " ORDER BY device, instance",
                r -> new Heard(new Writer(r.getString(1), r.getString(2)), r.getString(3), r.getString(4)));
    }

    /** The bundle of this id that was written here; null where none was. */
    public @Nullable Handover handover(String bundle) {
        return sql.first(HANDOVERS + " WHERE bundle = ?", BundleLog::handover, bundle);
    }

    /** When a bundle last came in, null if never. */
    public @Nullable String lastImported() {
        return sql.first("SELECT imported FROM bundle ORDER BY key DESC LIMIT 1", r -> r.getString(1));
    }

    /** When a bundle was last written here, null if never. */
    public @Nullable String lastHandedOver() {
        return sql.first("SELECT created FROM handover ORDER BY key DESC LIMIT 1", r -> r.getString(1));
    }

    /** Everything handed over, the latest last. */
    public List<Handover> handovers() {
        return sql.list(HANDOVERS + " ORDER BY key", BundleLog::handover);
    }

    private static Handover handover(ResultSet row) throws SQLException {
        String recipients = row.getString(8);
        return new Handover(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                recipients.isEmpty() ? List.of() : List.of(recipients.split(" ")),
                row.getLong(9));
    }
}
