package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;
import org.jailoo.report.ViolationsBy.Counts;

/** The two tables of violations by kind and one thing more: the kinds as rows, narrower ones set in, and as columns what occurs. */
record ViolationsByTables(
        ViolationsByNumbers names, String campaign, Axis axis, List<ViolationCodes.Placed> rows, Words words) {
    Table testimonies(Counts counts) {
        SortedSet<String> columns = columns(counts);
        Names cells = new Names(names::testimonies, names::testimonies, names::violatedIn, names.violated());
        return head(
                        "violations-by-" + names.member().name(),
                        Counted.TESTIMONIES,
                        words.text("table.violations-by.testimonies", axis.title()),
                        words.text("table.violations-by.testimonies-base"))
                .missing(axis.missing(new Count(column(counts, ""), names.violatedIn("")), words))
                .table(
                        titles(columns),
                        lines(counts, columns, cells),
                        names.ofTestimonies(rows, columns, counts.overlap));
    }

    Table acts(Counts counts) {
        SortedSet<String> columns = columns(counts);
        Names cells = new Names(names::acts, names::acts, names::actsIn, names.acts());
        return head(
                        "acts-by-" + names.member().name(),
                        Counted.ACTS,
                        words.text("table.violations-by.acts", axis.title()),
                        words.text("table.violations-by.acts-base"))
                .missing(axis.missing(new Count(column(counts, ""), names.actsIn("")), words))
                .table(titles(columns), lines(counts, columns, cells), names.ofActs(rows, columns));
    }

    /** What the numbers of a table are called. */
    private record Names(
            IntFunction<Quantity> row,
            BiFunction<Integer, String, Quantity> cell,
            Function<String, Quantity> column,
            Quantity all) {}

    private Head head(String name, Counted counted, String title, String base) {
        return new Head(name + "/" + names.campaign(), Topic.VIOLATIONS, counted, campaign, title, base);
    }

    private SortedSet<String> columns(Counts counts) {
        SortedSet<String> columns = new TreeSet<>(axis.order());
        columns.addAll(counts.cells.keySet());
        return columns;
    }

    private static long column(Counts counts, String column) {
        return counts.columns.getOrDefault(column, 0L);
    }

    private List<Column> titles(SortedSet<String> columns) {
        List<Column> titles = new ArrayList<>();
        titles.add(new Column(words.labels().field("interview", "violations", "code"), Width.WIDE));
        columns.forEach(column -> titles.add(new Column(axis.label().apply(column), Width.NORMAL)));
        titles.add(new Column(words.total(), Width.NORMAL));
        return titles;
    }

    private List<Row> lines(Counts counts, SortedSet<String> columns, Names numbers) {
        List<Row> lines = new ArrayList<>();
        for (ViolationCodes.Placed placed : rows) {
            int row = placed.place();
            String code = row == names.codes().size() ? "" : names.codes().code(row);
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of("  ".repeat(placed.depth()) + words.code("violation", code)));
            for (String column : columns) {
                cells.add(new Count(counts.of(column, row), numbers.cell().apply(row, column)));
            }
            cells.add(new Count(counts.rows[row], numbers.row().apply(row)));
            lines.add(new Row(cells, Sort.PLAIN));
        }
        List<Cell> last = new ArrayList<>();
        last.add(Cell.of(words.total()));
        columns.forEach(column ->
                last.add(new Count(column(counts, column), numbers.column().apply(column))));
        last.add(new Count(counts.all, numbers.all()));
        lines.add(new Row(last, Sort.TOTAL));
        return lines;
    }
}
