package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Width;

/** Counts by one key, of records that may have several keys or none. */
final class Tally {
    private final Map<String, Long> counts = new HashMap<>();
    private long records;

    /** Counts a record once under each of its keys; without one it was not stated. */
    void add(Iterable<String> keys) {
        boolean any = false;
        for (String key : new TreeSet<>(list(keys))) {
            counts.merge(key, 1L, Long::sum);
            any = true;
        }
        if (!any) {
            counts.merge("", 1L, Long::sum);
        }
        records++;
    }

    void add(String key) {
        add(List.of(key));
    }

    long of(String key) {
        return counts.getOrDefault(key, 0L);
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
        for (String key : keys) {
            long n = of(key);
            rows.add(Row.plain(Cell.of(axis.label().apply(key)), Cell.of(n), Cell.share(n, records)));
        }
        rows.add(Row.total(Cell.of(words.total()), Cell.of(records), Cell.BLANK));
        return head.table(
                List.of(
                        new Column(axis.title(), Width.WIDE),
                        new Column(words.text("table.column.number"), Width.NORMAL),
                        new Column(words.text("table.column.share"), Width.NORMAL)),
                rows);
    }
}
