package org.jailoo.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jailoo.history.RecordState;
import org.jailoo.record.Schema;
import org.jailoo.search.Folding;
import org.jailoo.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/** The lists of records: ordered, filtered, a page at a time, from what is derived and never from content. */
public final class Lists {
    /** In which order records stand. */
    public enum Order {
        /** The latest day first, those without a day last. */
        LATEST,
        /** By code, numbers in it by their value; those without a code last. */
        CODE,
        /** {@link #LATEST} backwards. */
        EARLIEST,
        /** {@link #CODE} backwards. */
        CODE_BACKWARDS;

        private boolean isByCode() {
            return this == CODE || this == CODE_BACKWARDS;
        }
    }

    /** Which records of a type stand in a list. */
    public enum Show {
        /** Those neither deleted nor purged. */
        ALL,
        /** Of those, the ones with a conflict. */
        IN_CONFLICT,
        /** Of those, the ones of which a part is missing. */
        INCOMPLETE,
        /** The deleted and the purged alone. */
        GONE
    }

    /**
     * A list.
     *
     * @param campaign only the records of this one, by its id; null for all
     */
    public record Choice(String type, Show show, @Nullable String campaign, Order order) {
        private Choice backwards() {
            Order other = switch (order) {
                case LATEST -> Order.EARLIEST;
                case EARLIEST -> Order.LATEST;
                case CODE -> Order.CODE_BACKWARDS;
                case CODE_BACKWARDS -> Order.CODE;
            };
            return new Choice(type, show, campaign, other);
        }
    }

    /**
     * A record as a list shows it.
     *
     * @param day its first date, as precise as it was written; empty without
     * @param code what people call it, at most 200 characters; empty without
     * @param conflicts how many paths are in conflict
     */
    public record Row(
            String record,
            String type,
            String day,
            String code,
            int conflicts,
            boolean incomplete,
            boolean deleted,
            boolean purged) {
        /** What would be shown of a state; for a record of which every revision is of a type free of names. */
        public static Row of(RecordState state, Schema schema) {
            Listing listing = Listing.of(state, true, schema);
            return new Row(
                    state.record(),
                    state.type(),
                    listing.day(),
                    listing.code(),
                    listing.conflicts(),
                    listing.incomplete(),
                    state.deleted(),
                    state.purged());
        }
    }

    /** How many records of a type there are, of them in conflict, of them incomplete; deleted and purged not counted. */
    public record Count(long records, long inConflict, long incomplete) {}

    /** So many that begin alike are put in order by themselves. */
    private static final int FEW = 2_000;

    private final Sql sql;

    Lists(Sql sql) {
        this.sql = sql;
    }

    /** What a query for keys is made of: text of this class alone, values bound. */
    private record Part(String from, String order, List<Object> values) {
        Object[] with(Object... more) {
            List<Object> all = new ArrayList<>(values);
            all.addAll(List.of(more));
            return all.toArray();
        }
    }

    /** A page of a list. */
    public List<Row> page(Choice choice, int offset, int limit) {
        long count = offset == 0 ? 0 : count(choice);
        if (offset <= count / 2) {
            return rows(keys(part(choice), offset, limit));
        }
        // From the nearer end: the orders are exactly each other's reverse.
        int from = (int) Math.max(0, count - offset - limit);
        int size = (int) Math.max(0, count - offset - from);
        List<Long> keys = new ArrayList<>(keys(part(choice.backwards()), from, size));
        Collections.reverse(keys);
        return rows(keys);
    }

    /** How many records the whole list has. */
    public long count(Choice choice) {
        List<Object> values = new ArrayList<>(List.of(choice.type()));
        if (choice.campaign() != null) {
            values.add(choice.campaign());
        }
        String what = switch (choice.show()) {
            case ALL, GONE -> "records";
            case IN_CONFLICT -> "conflicts";
            case INCOMPLETE -> "incomplete";
        };
        return sql.number(
                "SELECT sum(" + what + ") FROM tally WHERE type = ? AND gone = "
                        + (choice.show() == Show.GONE ? '1' : '0')
                        + (choice.campaign() == null ? "" : " AND campaign = ?"),
                values.toArray());
    }

    /** A page of those records of a list that a search finds, the best first, whatever the list's order. */
    public List<Row> found(Choice choice, String typed, int offset, int limit) {
        Part part = searching(choice, typed);
        return part == null ? List.of() : rows(keys(part, offset, limit));
    }

    /** How many records of a list a search finds. */
    public long countFound(Choice choice, String typed) {
        Part part = searching(choice, typed);
        return part == null ? 0 : count(part);
    }

    /** How many records of each type a search finds, deleted and purged ones left out. */
    public SortedMap<String, Long> countFoundByType(String typed) {
        SortedMap<String, Long> counts = new TreeMap<>();
        SearchQuery.parse(typed)
                .ifPresent(query -> sql.each(
                        "SELECT l.type, count(*) FROM search CROSS JOIN listed l ON l.record = search.rowid"
                                + " WHERE l.gone = 0 AND search MATCH ? GROUP BY l.type",
                        r -> counts.put(r.getString(1), r.getLong(2)),
                        query.match()));
        return counts;
    }

    /** Records of a type whose code is this one, whatever zeros stand before its numbers. */
    public List<Row> coded(String type, String code, int limit) {
        return rows(sql.list(
                "SELECT record FROM listed INDEXED BY listed_place WHERE type = ? AND gone = 0 AND place = ? LIMIT ?",
                r -> r.getLong(1),
                type,
                Listing.place(code.strip()),
                limit));
    }

    /** Records of a type whose code or title begins with what was typed, by code. */
    public List<Row> beginning(String type, String typed, int limit) {
        return beginning(type, typed, limit, FEW);
    }

    List<Row> beginning(String type, String typed, int limit, int few) {
        String wanted = Folding.fold(typed).strip().replaceAll(" +", " ");
        String end = following(wanted);
        if (end != null) {
            // Of few, those alone are read and put in order; very many are met soon in the order of their codes.
            Object[] values = {type, wanted, end, few + 1};
            String some = "(SELECT record, place, words FROM listed INDEXED BY listed_words"
                    + " WHERE type = ?1 AND gone = 0 AND words >= ?2 AND words < ?3 LIMIT ?4)";
            if (sql.number("SELECT count(*) FROM " + some, values) <= few) {
                return rows(sql.list(
                        "SELECT record FROM " + some + " ORDER BY place, words, record LIMIT ?5",
                        r -> r.getLong(1),
                        type,
                        wanted,
                        end,
                        few,
                        limit));
            }
        }
        return rows(sql.list(
                "SELECT record FROM listed INDEXED BY listed_place WHERE type = ? AND gone = 0"
                        + " AND instr(words, ?) = 1 ORDER BY place, words, record LIMIT ?",
                r -> r.getLong(1),
                type,
                wanted,
                limit));
    }

    /** The first text after all that begin so; null where there is none. */
    private static @Nullable String following(String beginning) {
        if (beginning.isEmpty()) {
            return null;
        }
        int last = beginning.codePointBefore(beginning.length());
        int next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
        return next > Character.MAX_CODE_POINT || Character.isSurrogate((char) last) && last <= Character.MAX_VALUE
                ? null
                : beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(next);
    }

    static String keysQuery(Choice choice) {
        return query(part(choice));
    }

    private static String query(Part part) {
        return "SELECT l.record" + part.from() + " ORDER BY " + part.order() + " LIMIT ? OFFSET ?";
    }

    private List<Long> keys(Part part, int offset, int limit) {
        return sql.list(query(part), r -> r.getLong(1), part.with(limit, offset));
    }

    private long count(Part part) {
        return sql.number("SELECT count(*)" + part.from(), part.with());
    }

    private static Part part(Choice choice) {
        List<Object> values = new ArrayList<>();
        String where = where(choice, values);
        // Named, so that no statistics and no other version of SQLite ever sorts or scans what an index holds.
        String index = choice.show() == Show.IN_CONFLICT
                ? "listed_conflict"
                : choice.show() == Show.INCOMPLETE
                        ? "listed_incomplete"
                        : "listed" + (choice.campaign() == null ? "" : "_campaign")
                                + (choice.order().isByCode() ? "_place" : "_day");
        String order = switch (choice.order()) {
            case LATEST -> "l.day DESC, l.place, l.record";
            case EARLIEST -> "l.day, l.place DESC, l.record DESC";
            case CODE -> "l.place, l.words, l.record";
            case CODE_BACKWARDS -> "l.place DESC, l.words DESC, l.record DESC";
        };
        return new Part(" FROM listed l INDEXED BY " + index + where, order, values);
    }

    private static @Nullable Part searching(Choice choice, String typed) {
        Optional<SearchQuery> query = SearchQuery.parse(typed);
        if (query.isEmpty()) {
            return null;
        }
        List<Object> values = new ArrayList<>();
        String where = where(choice, values);
        values.add(query.get().match());
        return new Part(
                " FROM search CROSS JOIN listed l ON l.record = search.rowid" + where + " AND search MATCH ?",
                "search.rank, search.rowid",
                values);
    }

    private static String where(Choice choice, List<Object> values) {
        values.add(choice.type());
        StringBuilder where = new StringBuilder(" WHERE l.type = ? AND l.gone = ");
        where.append(choice.show() == Show.GONE ? '1' : '0');
        if (choice.campaign() != null) {
            values.add(choice.campaign());
            where.append(" AND l.campaign = ?");
        }
        switch (choice.show()) {
            case IN_CONFLICT -> where.append(" AND l.conflicts > 0");
            case INCOMPLETE -> where.append(" AND l.incomplete > 0");
            case ALL, GONE -> {
                // Nothing more to ask.
            }
        }
        return where.toString();
    }

    private List<Row> rows(List<Long> keys) {
        List<Row> rows = new ArrayList<>(keys.size());
        for (long key : keys) {
            Row row = row("l.record = ?", key);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private @Nullable Row row(String where, Object value) {
        return sql.first(
                "SELECT r.id, l.type, l.day, l.code, l.conflicts, l.incomplete, s.deleted, s.purged"
                        + " FROM listed l JOIN record r ON r.key = l.record JOIN state s ON s.record = l.record WHERE "
                        + where,
                r -> new Row(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getInt(5),
                        r.getBoolean(6),
                        r.getBoolean(7),
                        r.getBoolean(8)),
                value);
    }

    /** One record as a list shows it; null where the notebook has no state of it. */
    public @Nullable Row find(String record) {
        return row("r.id = ?", record);
    }

    /**
     * Records of a type that a person may mean: whose code or title begins with what was typed, then those that hold
     * it; by code. Nothing typed: the first by code.
     */
    public List<Row> named(String type, String typed, int limit) {
        String wanted = Folding.fold(typed).strip().replaceAll(" +", " ");
        String from = "SELECT record FROM listed INDEXED BY listed_place WHERE type = ? AND gone = 0";
        String order = " ORDER BY place, words, record LIMIT ?";
        if (wanted.isEmpty()) {
            return rows(sql.list(from + order, r -> r.getLong(1), type, limit));
        }
        List<Long> keys = new ArrayList<>(
                sql.list(from + " AND instr(words, ?) = 1" + order, r -> r.getLong(1), type, wanted, limit));
        if (keys.size() < limit) {
            keys.addAll(sql.list(
                    from + " AND instr(words, ?) > 1" + order, r -> r.getLong(1), type, wanted, limit - keys.size()));
        }
        return rows(keys);
    }

    /** The last codes of a type that begin so and go on with a number, deleted records' too; the greatest first. */
    public List<String> lastCodes(String type, String beginning, int limit) {
        List<String> codes = new ArrayList<>();
        for (int gone = 0; gone <= 1; gone++) {
            codes.addAll(sql.list(
                    "SELECT code FROM listed INDEXED BY listed_place"
                            + " WHERE type = ? AND gone = ? AND place BETWEEN ? AND ? ORDER BY place DESC LIMIT ?",
                    r -> r.getString(1),
                    type,
                    gone,
                    Listing.place(beginning + "0"),
                    Listing.place(beginning + "9".repeat(Listing.DIGITS)),
                    limit));
        }
        return codes;
    }

    /** Counts by type, of every type of which there is a record. */
    public SortedMap<String, Count> counts() {
        SortedMap<String, Count> counts = new TreeMap<>();
        sql.each(
                "SELECT type, sum(records), sum(conflicts), sum(incomplete) FROM tally WHERE gone = 0 GROUP BY type",
                r -> counts.put(r.getString(1), new Count(r.getLong(2), r.getLong(3), r.getLong(4))));
        return counts;
    }

    /**
     * A record in conflict, neither deleted nor purged.
     *
     * @param place its code as it sorts
     * @param mark another one whenever its state may be another; empty where that cannot be told
     * @param open whether it is free of names, so that it can be read while the identities are closed
     */
    public record InConflict(
            String record, String type, String day, String code, String place, String mark, boolean open) {}

    /** Hands over every record in conflict, of all types; reads no content. */
    public void eachInConflict(Consumer<InConflict> take) {
        sql.each(
                "SELECT r.id, l.type, l.day, l.code, l.place, lower(hex(s.digest)), s.sealed = 0"
                        + " FROM listed l INDEXED BY listed_conflict JOIN record r ON r.key = l.record"
                        + " JOIN state s ON s.record = l.record WHERE l.gone = 0 AND l.conflicts > 0",
                r -> take.accept(new InConflict(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getBoolean(7))));
    }

}
