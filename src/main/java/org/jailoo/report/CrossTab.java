package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;
import org.jailoo.report.Table.Width;

/** Counts by two keys. Totals are counted apart: what stands in two columns, or in two rows, is one in each total. */
final class CrossTab {
    private final Quantity whole;
    private final String rowKey;
    private final String columnKey;
    private final Trace trace;
    private final Map<String, Map<String, Long>> cells = new HashMap<>();
    private final Map<String, Long> totals = new HashMap<>();
    private final Map<String, Long> columnTotals = new HashMap<>();
    private long all;
    private boolean rowsOverlap;
    private boolean columnsOverlap;

    /**
     * Counts under a subject; see {@link Quantity}.
     *
     * @param rowKey what the rows are told apart by, and {@code columnKey} the columns
     */
    CrossTab(String subject, String rowKey, String columnKey) {
        this(subject, rowKey, columnKey, Trace.none());
    }

    /** The same, where one of its numbers may be followed to its records. */
    CrossTab(String subject, String rowKey, String columnKey, Trace trace) {
        this.whole = Quantity.all(subject);
        this.rowKey = rowKey;
        this.columnKey = columnKey;
        this.trace = trace;
    }

    void add(String row, String column, long n) {
        add(List.of(row), List.of(column), n);
    }

    /** Counts in every row and column named, and once in each total; what names none was not stated. */
    void add(List<String> rows, List<String> columns, long n) {
        Set<String> lines = new TreeSet<>(rows.isEmpty() ? List.of("") : rows);
        Set<String> places = new TreeSet<>(columns.isEmpty() ? List.of("") : columns);
        rowsOverlap |= lines.size() > 1;
        columnsOverlap |= places.size() > 1;
        for (String row : lines) {
            Map<String, Long> line = cells.computeIfAbsent(row, r -> new HashMap<>());
            places.forEach(column -> line.merge(column, n, Long::sum));
            totals.merge(row, n, Long::sum);
        }
        places.forEach(column -> columnTotals.merge(column, n, Long::sum));
        all += n;
        if (trace.follows(whole.subject())) {
            note(lines, places, n);
        }
    }

    /** Counts in the pairs named alone, and once in each total: what stands beside what is already known. */
    void add(Map<String, ? extends Set<String>> pairs, long n) {
        Set<String> places = new TreeSet<>();
        pairs.forEach((row, columns) -> {
            Map<String, Long> line = cells.computeIfAbsent(row, r -> new HashMap<>());
            columns.forEach(column -> line.merge(column, n, Long::sum));
            totals.merge(row, n, Long::sum);
            places.addAll(columns);
        });
        places.forEach(column -> columnTotals.merge(column, n, Long::sum));
        rowsOverlap |= pairs.size() > 1;
        columnsOverlap |= places.size() > 1;
        all += n;
        if (trace.follows(whole.subject())) {
            trace.note(this, whole, n);
            places.forEach(column -> trace.note(this, inColumn(column), n));
            pairs.forEach((row, columns) -> {
                trace.note(this, inRow(row), n);
                columns.forEach(column -> trace.note(this, quantity(row, column), n));
            });
        }
    }

    /** Whether one that was counted stands in several rows or columns. */
    boolean overlaps() {
        return rowsOverlap || columnsOverlap;
    }

    private void note(Set<String> rows, Set<String> columns, long n) {
        trace.note(this, whole, n);
        columns.forEach(column -> trace.note(this, inColumn(column), n));
        for (String row : rows) {
            trace.note(this, inRow(row), n);
            columns.forEach(column -> trace.note(this, quantity(row, column), n));
        }
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** The counts as a table with a row of totals. */
    Table table(Head head, Axis rows, Axis columns, Words words) {
        TreeSet<String> columnKeys = new TreeSet<>(columns.order());
        cells.values().forEach(line -> columnKeys.addAll(line.keySet()));
        TreeSet<String> rowKeys = new TreeSet<>(rows.order());
        rowKeys.addAll(cells.keySet());
        List<Column> titles = new ArrayList<>();
        titles.add(new Column(rows.title(), Width.WIDE));
        columnKeys.forEach(key -> titles.add(new Column(columns.label().apply(key), Width.NORMAL)));
        titles.add(new Column(words.total(), Width.NORMAL));
        List<Row> lines = new ArrayList<>();
        for (String row : rowKeys) {
            List<Cell> line = new ArrayList<>();
            line.add(Cell.of(rows.label().apply(row)));
            for (String column : columnKeys) {
                line.add(new Cell.Count(
                        cells.getOrDefault(row, Map.of()).getOrDefault(column, 0L), quantity(row, column)));
            }
            line.add(new Cell.Count(totals.getOrDefault(row, 0L), inRow(row)));
            lines.add(new Row(line, Sort.PLAIN));
        }
        List<Cell> last = new ArrayList<>();
        last.add(Cell.of(words.total()));
        columnKeys.forEach(column -> last.add(new Cell.Count(columnTotals.getOrDefault(column, 0L), inColumn(column))));
        last.add(new Cell.Count(all, whole));
        lines.add(new Row(last, Sort.TOTAL));
        return head.missing(rows.missing(new Cell.Count(totals.getOrDefault("", 0L), inRow("")), words))
                .missing(columns.missing(new Cell.Count(columnTotals.getOrDefault("", 0L), inColumn("")), words))
                .table(titles, lines, relations(rowKeys, columnKeys));
    }

    private Quantity inRow(String row) {
        return whole.where(rowKey, row);
    }

    private Quantity inColumn(String column) {
        return whole.where(columnKey, column);
    }

    private Quantity quantity(String row, String column) {
        return inRow(row).where(columnKey, column);
    }

    private List<Relation> relations(Set<String> rows, Set<String> columns) {
        Relation.Kind across = columnsOverlap ? Relation.Kind.OVERLAPPING : Relation.Kind.SUM;
        Relation.Kind down = rowsOverlap ? Relation.Kind.OVERLAPPING : Relation.Kind.SUM;
        List<Relation> relations = new ArrayList<>();
        rows.forEach(row -> relations.add(new Relation(
                across, inRow(row), columns.stream().map(c -> quantity(row, c)).toList())));
        columns.forEach(column -> relations.add(new Relation(
                down,
                inColumn(column),
                rows.stream().map(r -> quantity(r, column)).toList())));
        relations.add(
                new Relation(across, whole, columns.stream().map(this::inColumn).toList()));
        relations.add(new Relation(down, whole, rows.stream().map(this::inRow).toList()));
        return relations;
    }
}
