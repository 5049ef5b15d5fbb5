package org.jailoo.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which bundles came in and which were handed over; kept for custody, undoing, and showing where a change came from. */
public final class BundleLog {
    private final Sql sql;

    BundleLog(Sql sql) {
        this.sql = sql;
    }

    /** Notes an imported bundle, once; returns the key to mark its revisions with. */
    public long imported(String bundle, String device, String instance, long serial, String created, String now) {
        Long known = sql.first("SELECT key FROM bundle WHERE id = ? AND device = ?", r -> r.getLong(1), bundle, device);
        if (known != null) {
            return known;
        }
        sql.update(
                "INSERT INTO bundle (id, device, instance, serial, created, imported) VALUES (?, ?, ?, ?, ?, ?)",
                bundle,
                device,
                instance,
                serial,
                created,
                now);
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

    /** Notes how many revisions a bundle came to hold. */
    public void counted(String bundle, long revisions) {
        sql.update("UPDATE handover SET revisions = ? WHERE bundle = ?", revisions, bundle);
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
        return sql.list(
                "SELECT bundle, instance, serial, created, kind, scope, since, recipients, revisions"
                        + " FROM handover ORDER BY key",
                r -> new Handover(
                        r.getString(1),
                        r.getString(2),
                        r.getLong(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7),
                        r.getString(8).isEmpty()
                                ? List.of()
                                : List.of(r.getString(8).split(" ")),
                        r.getLong(9)));
    }
}
