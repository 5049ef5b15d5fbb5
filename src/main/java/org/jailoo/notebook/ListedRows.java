package org.jailoo.notebook;

import org.jspecify.annotations.Nullable;

/**
 * The derived table of what lists show, and beside it how many rows there are of each type and campaign: the counts follow
 * each row, so that nobody counts them.
 */
final class ListedRows {
    private static final String COUNTS = "SELECT type, gone, campaign, count(*), sum(conflicts > 0), sum(incomplete > 0)"
            + " FROM listed GROUP BY type, gone, campaign";

    private final Sql sql;

    ListedRows(Sql sql) {
        this.sql = sql;
    }

    /** The row of a record; null where there is none. */
    @Nullable
    Listing find(String record) {
        return row("r.id = ?", record);
    }

    private @Nullable Listing row(String where, Object value) {
        return sql.first(
                "SELECT l.type, l.gone, l.day, l.code, l.place, l.words, l.campaign, l.conflicts, l.incomplete"
                        + " FROM listed l JOIN record r ON r.key = l.record WHERE " + where,
                r -> new Listing(
                        r.getString(1),
                        r.getBoolean(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7),
                        r.getInt(8),
                        r.getBoolean(9)),
                value);
    }

    void add(long key, Listing listing) {
        sql.update(
                "INSERT INTO listed (record, type, gone, day, code, place, words, campaign, conflicts, incomplete)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key,
                listing.type(),
                listing.gone() ? 1 : 0,
                listing.day(),
                listing.code(),
                listing.place(),
                listing.words(),
                listing.campaign(),
                listing.conflicts(),
                listing.incomplete() ? 1 : 0);
        count(listing, 1);
    }

    void remove(long key) {
        Listing listing = row("l.record = ?", key);
        if (listing != null) {
            sql.update("DELETE FROM listed WHERE record = ?", key);
            count(listing, -1);
        }
    }

    void clear() {
        sql.update("DELETE FROM listed");
        sql.update("DELETE FROM tally");
    }

    private void count(Listing listing, int by) {
        Object[] values = {
            by,
            listing.conflicts() > 0 ? by : 0,
            listing.incomplete() ? by : 0,
            listing.type(),
            listing.gone() ? 1 : 0,
            listing.campaign()
        };
        int counted = sql.update(
                "UPDATE tally SET records = records + ?, conflicts = conflicts + ?, incomplete = incomplete + ?"
                        + " WHERE type = ? AND gone = ? AND campaign = ?",
                values);
        if (counted == 0) {
            sql.update(
                    "INSERT INTO tally (records, conflicts, incomplete, type, gone, campaign)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    values);
        }
        if (by < 0) {
            sql.update(
                    "DELETE FROM tally WHERE type = ? AND gone = ? AND campaign = ? AND records = 0",
                    listing.type(),
                    listing.gone() ? 1 : 0,
                    listing.campaign());
        }
    }

    /** Whether the counts are those of the rows. */
    boolean countsAgree() {
        return sql.isSame("SELECT type, gone, campaign, records, conflicts, incomplete FROM tally", COUNTS);
    }
}
