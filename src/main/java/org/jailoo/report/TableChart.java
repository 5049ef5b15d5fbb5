package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jailoo.chart.Chart;
import org.jailoo.report.SheetLayout.Placed;

/** The chart of a table that stands on a sheet: which cells its bars are. */
final class TableChart {
    private final String sheet;
    private final Placed placed;
    private final Words words;

    TableChart(String sheet, Placed placed, Words words) {
        this.sheet = sheet;
        this.placed = placed;
        this.words = words;
    }

    Chart chart(Picture picture, Chart.Frame frame) {
        Table table = placed.table();
        List<Integer> rows = picture.rows();
        List<Chart.Series> series = new ArrayList<>();
        for (int column : picture.series()) {
            series.add(new Chart.Series(
                    new Chart.Texts(
                            reference(List.of(placed.header()), placed.column(column)),
                            List.of(table.columns().get(column).title())),
                    new Chart.Numbers(
                            ofRows(rows, column),
                            rows.stream()
                                    .map(row -> Picture.number(
                                            table.rows().get(row).cells().get(column)))
                                    .toList())));
        }
        return new Chart(
                title(picture),
                switch (picture.kind()) {
                    case BARS, SHARES -> Chart.Kind.BARS;
                    case STACKED, STACKED_SHARES -> Chart.Kind.STACKED;
                    case COLUMNS -> Chart.Kind.COLUMNS;
                },
                picture.kind() == Picture.Kind.SHARES || picture.kind() == Picture.Kind.STACKED_SHARES,
                frame,
                new Chart.Texts(
                        ofRows(rows, 0),
                        rows.stream().map(row -> label(table, row)).toList()),
                series);
    }

    private String title(Picture picture) {
        boolean hidden = placed.table().rows().stream()
                .filter(row -> row.sort() == Table.Sort.PLAIN)
                .anyMatch(row ->
                        picture.series().stream().anyMatch(column -> row.cells().get(column) instanceof Cell.Hidden));
        String title = placed.table().title();
        return hidden ? words.text("workbook.chart.without-hidden", title) : title;
    }

    private static String label(Table table, int row) {
        return table.rows().get(row).cells().get(0) instanceof Cell.Text text ? text.value() : "";
    }

    private String ofRows(List<Integer> rows, int column) {
        IntUnaryOperator onSheet = placed::row;
        return reference(rows.stream().map(onSheet::applyAsInt).toList(), placed.column(column));
    }

    /** Cells of one column by ranges; more than one where rows between them are left out. */
    private String reference(List<Integer> rows, int column) {
        String name = "'" + sheet.replace("'", "''") + "'!";
        String letters = letters(column);
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < rows.size(); ) {
            int end = i;
            while (end + 1 < rows.size() && rows.get(end + 1) == rows.get(end) + 1) {
                end++;
            }
            String from = "$" + letters + "$" + (rows.get(i) + 1);
            String to = "$" + letters + "$" + (rows.get(end) + 1);
            ranges.add(name + (i == end ? from : from + ":" + to));
            i = end + 1;
        }
        return ranges.size() == 1 ? ranges.get(0) : "(" + String.join(",", ranges) + ")";
    }

    /** A column as workbooks name it: A, B, … Z, AA. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
