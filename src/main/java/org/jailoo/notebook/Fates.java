package org.jailoo.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import would make of each record that came: noted where the import waits, while it is looked at. */
public final class Fates {
    /** What becomes of a record. */
    public enum Fate {
        /** It was not held. */
        NEW,
        /** It gains a revision, or a body. */
        CHANGED,
        /** It gains nothing. */
        SAME,
        /** A purge of it is taken: its contents are destroyed. */
        ERASED
    }

    /**
     * What is told of a record.
     *
     * @param conflict whether it is in conflict afterwards
     * @param waiting whether a purge of it came that waits for a person
     */
    public record Told(String record, String type, Fate fate, boolean conflict, boolean waiting) {}

    /** Which records are asked for. */
    public enum Show {
        ALL("1"),
        NEW("fate = 0"),
        CHANGED("fate = 1"),
        SAME("fate = 2"),
        CONFLICT("conflict = 1"),
        ERASED("(fate = 3 OR waiting = 1)");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }
    }

    private final Sql sql;

    Fates(Sql sql) {
        this.sql = sql;
    }

    /** Forgets what was told before. */
    public void clear() {
        sql.update("DELETE FROM fate");
    }

    /** Notes what becomes of a record. */
    public void note(Told told) {
        sql.update(
                "INSERT OR REPLACE INTO fate (record, type, fate, conflict, waiting) VALUES (?, ?, ?, ?, ?)",
                told.record(),
                told.type(),
                stored(told.fate()),
                told.conflict() ? 1 : 0,
                told.waiting() ? 1 : 0);
    }

    private static int stored(Fate fate) {
        return switch (fate) {
            case NEW -> 0;
            case CHANGED -> 1;
            case SAME -> 2;
            case ERASED -> 3;
        };
    }

    /** How many there are. */
    public long count(Show show) {
        return sql.number("SELECT count(*) FROM fate WHERE " + show.condition);
    }

    /** Some of them: contradictions and erasures before the rest, what gains nothing last. */
    public List<Told> page(Show show, int from, int count) {
        return sql.list(
                "SELECT record, type, fate, conflict, waiting FROM fate WHERE " + show.condition
                        + " ORDER BY fate = 3 OR waiting = 1 DESC, conflict DESC, fate, type, key LIMIT ? OFFSET ?",
                Fates::told,
                count,
                from);
    }

    /** The new records of a type, as many as that. */
    public List<String> fresh(String type, int most) {
        return sql.list(
                "SELECT record FROM fate WHERE fate = 0 AND type = ? ORDER BY key LIMIT ?",
                r -> r.getString(1),
                type,
                most);
    }

    /** The records that would be erased. */
    public List<String> erased() {
        return sql.list("SELECT record FROM fate WHERE fate = 3 ORDER BY key", r -> r.getString(1));
    }

    /** What is told of a record; null where it did not come. */
    public @Nullable Told of(String record) {
        return sql.first(
                "SELECT record, type, fate, conflict, waiting FROM fate WHERE record = ?", Fates::told, record);
    }

    private static Told told(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Told(
                row.getString(1), row.getString(2), Fate.values()[row.getInt(3)], row.getBoolean(4), row.getBoolean(5));
    }
}
