package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Width;

/** Counts by one key, of records that may have several keys or none. */
final class Tally {
    private final Quantity whole;
    private final String key;
    private final Trace trace;
    private final Map<String, Long> counts = new HashMap<>();
    private long records;
    private boolean overlap;

    /** Counts under a subject by what records are told apart by; see {@link Quantity}. */
    Tally(String subject, String key) {
        this(subject, key, Trace.none());
    }

    /** The same, where one of its numbers may be followed to its records. */
    Tally(String subject, String key, Trace trace) {
        this.whole = Quantity.all(subject);
        this.key = key;
        this.trace = trace;
    }

    /** Counts a record once under each of its keys; without one it was not stated. */
    void add(Iterable<String> keys) {
        Set<String> distinct = new TreeSet<>(list(keys));
        if (distinct.isEmpty()) {
            distinct.add("");
        }
        distinct.forEach(each -> counts.merge(each, 1L, Long::sum));
        overlap |= distinct.size() > 1;
        records++;
        if (trace.follows(whole.subject())) {
            trace.note(this, whole);
            distinct.forEach(each -> trace.note(this, whole.where(key, each)));
        }
    }

    void add(String key) {
        add(List.of(key));
    }

    /** A key that is to stand in the table even where nothing has it. */
    void knows(String each) {
        counts.merge(each, 0L, Long::sum);
    }

    long of(String key) {
        return counts.getOrDefault(key, 0L);
    }

    /** The number of a key, under its name. */
    Count count(String each) {
        return new Count(of(each), whole.where(key, each));
    }

    /** How many records were counted. */
    long records() {
        return records;
    }

    /** Whether nothing but "not stated" was counted. */
    boolean saysNothing() {
        return counts.keySet().stream().allMatch(String::isEmpty);
    }

    private static List<String> list(Iterable<String> keys) {
        List<String> list = new ArrayList<>();
        keys.forEach(list::add);
        return list;
    }

    /** The counts as a table: key, number, share of all records counted, and their number as the last row. */
    Table table(Head head, Axis axis, Words words) {
        TreeSet<String> keys = new TreeSet<>(axis.order());
        keys.addAll(counts.keySet());
        List<Row> rows = new ArrayList<>();
        Count all = new Count(records, whole);
        for (String each : keys) {
            Count n = count(each);
            rows.add(Row.plain(Cell.of(axis.label().apply(each)), n, Cell.share(n, all)));
        }
        rows.add(Row.total(Cell.of(words.total()), all, Cell.BLANK));
        return head.missing(axis.missing(count(""), words))
                .table(
                        List.of(
                                new Column(axis.title(), Width.WIDE),
                                new Column(words.text("table.column.number"), Width.NORMAL),
                                new Column(words.text("table.column.share"), Width.NORMAL)),
                        rows,
                        List.of(new Relation(
                                overlap ? Relation.Kind.OVERLAPPING : Relation.Kind.SUM,
                                whole,
                                keys.stream()
                                        .map(each -> whole.where(key, each))
                                        .toList())));
    }
}
