package org.jailoo.notebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where records that stay name people who withdrew: found before the erasure, kept without the words, until ticked off. */
public final class Mentions {
    private static final String ROWS = "SELECT key, erased, record, type, path, place, found, done FROM mention";

    /** Those that nobody ticked off, in records that are here: one that was taken back out with its bundle may come again. */
    private static final String OPEN = " WHERE done IS NULL AND (path = '' OR record IN (SELECT id FROM record))";

    private final Sql sql;

    Mentions(Sql sql) {
        this.sql = sql;
    }

    /**
     * A place in a record that stays.
     *
     * @param erased the record that was erased
     * @param path of the value, with the members that lead into it behind points, as {@code violations/uuid.quote}; empty
     *     for a draft
     * @param place how many characters stand before the words
     * @param found when, {@code YYYY-MM-DDThh:mm:ssZ}
     * @param done when a person ticked it off; null until then
     */
    public record Mention(
            long key,
            String erased,
            String record,
            String type,
            String path,
            int place,
            String found,
            @Nullable String done) {}

    /** Keeps a place; its key is drawn here. */
    public void add(Mention mention) {
        sql.update(
                "INSERT INTO mention (erased, record, type, path, place, found) VALUES (?, ?, ?, ?, ?, ?)",
                mention.erased(),
                mention.record(),
                mention.type(),
                mention.path(),
                mention.place(),
                mention.found());
    }

    /** Those that nobody ticked off, the earliest first. */
    public List<Mention> open() {
        return sql.list(ROWS + OPEN + " ORDER BY key", Mentions::mention);
    }

    /** How many nobody ticked off. */
    public long count() {
        return sql.number("SELECT count(*) FROM mention" + OPEN);
    }

    /** Ticks one off. */
    public void done(long key, String time) {
        sql.update("UPDATE mention SET done = ? WHERE key = ?", time, key);
    }

    private static Mention mention(ResultSet row) throws SQLException {
        return new Mention(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8));
    }
}
