package org.jailoo.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jailoo.chart.Chart;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Width;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables of a sheet and their charts stand, before any of it is written: tables below each other, a chart beside
 * its table where a page of paper has the room, and below it otherwise.
 */
final class SheetLayout {
    /** What a chart below its table takes, in characters: more is not read better. */
    private static final double BELOW = 96;

    /** What a chart beside its table takes. */
    private static final double BESIDE = 64;

    /** What a table may take that has its chart beside it, or the page would be made smaller. */
    private static final double SLIM = 76;

    /** The rows of a chart beside its bars: title, axis, legend. */
    private static final int AROUND = 6;

    private static final int LEAST = 11;
    private static final int MOST = 22;
    private static final double BESIDE_LETTERS = 2.5;
    private static final double WIDEST_TEXT = 52;

    /** The first column holds what the others are about: beside it there should be room. */
    private static final double WIDEST_LABEL = 40;

    private static final double WIDEST = 24;
    private static final double NARROWEST = 6;
    private static final double NUMBERS = 12;
    private static final double READ = 90;

    /**
     * A table on the sheet; rows of the sheet from 0.
     *
     * @param columns how many columns of the sheet each column of the table takes
     * @param picture null where it gets no chart
     * @param chart where the chart begins: beside the header, or below the table
     * @param end the row after it and its chart
     */
    record Placed(
            Table table,
            List<Integer> columns,
            int title,
            int header,
            @Nullable Picture picture,
            int chart,
            int end) {
        /** The row of the sheet in which a row of the table stands. */
        int row(int ofTable) {
            return header + 1 + ofTable;
        }

        /** The column of the sheet in which a column of the table begins. */
        int column(int ofTable) {
            return columns.subList(0, ofTable).stream().mapToInt(n -> n).sum();
        }

        boolean isBeside() {
            return picture != null && chart == header;
        }

        /** The column of the sheet in which its chart begins. */
        int chartColumn() {
            return isBeside() ? across() : 0;
        }

        /** How many columns of the sheet it takes. */
        int across() {
            return column(columns.size());
        }
    }

    private final List<Placed> placed = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();

    /**
     * The layout of a sheet.
     *
     * @param first the row in which its first table may begin
     */
    SheetLayout(List<Table> tables, int first) {
        tables.forEach(table -> measure(table, columns(table)));
        int row = first;
        for (Table table : tables) {
            List<Integer> columns = columns(table);
            int header = row + 1 + table.notes().size();
            int after = header + 1 + table.rows().size();
            Picture picture = Picture.of(table).orElse(null);
            boolean beside = picture != null && wide(columns) <= SLIM;
            int chart = picture == null ? after : beside ? header : after + 1;
            int end = picture == null ? after : Math.max(after, chart + height(picture));
            placed.add(new Placed(table, columns, row, header, picture, chart, end));
            row = end + 1;
        }
        // Notes have the room to be read, however slim their table is.
        while (widths.stream().mapToDouble(w -> w).sum() < READ) {
            widths.add(NUMBERS);
        }
        for (Placed each : placed) {
            while (each.picture() != null && room(each) < wanted(each)) {
                widths.add(NUMBERS);
            }
        }
    }

    private static double wanted(Placed placed) {
        return placed.isBeside() ? BESIDE : BELOW;
    }

    /** What stands to the right of where a chart begins. */
    private double room(Placed placed) {
        return widths.stream().skip(placed.chartColumn()).mapToDouble(w -> w).sum();
    }

    List<Placed> placed() {
        return placed;
    }

    /** The widths of the sheet's columns, in characters. */
    List<Double> widths() {
        return widths;
    }

    /** The place of a table's chart. */
    Chart.Frame frame(Placed placed) {
        int column = placed.chartColumn();
        double sum = 0;
        while (column < widths.size() && sum < wanted(placed)) {
            sum += widths.get(column);
            column++;
        }
        int rows = placed.picture() == null ? 0 : height(placed.picture());
        return new Chart.Frame(placed.chartColumn(), placed.chart(), column, placed.chart() + rows);
    }

    private static int height(Picture picture) {
        int bars = picture.kind() == Picture.Kind.STACKED || picture.kind() == Picture.Kind.STACKED_SHARES
                ? picture.rows().size()
                : picture.rows().size() * picture.series().size();
        int wanted = picture.kind() == Picture.Kind.COLUMNS ? 0 : AROUND + (int) Math.ceil(bars * 1.3);
        return Math.max(LEAST + (picture.series().size() > 1 ? 2 : 0), Math.min(MOST, wanted));
    }

    /** More than one column of the sheet where a text is too long for a cell. */
    private static List<Integer> columns(Table table) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int most = 1;
            for (Row row : table.rows()) {
                most = Math.max(most, Page.columns(row.cells().get(i)));
            }
            columns.add(most);
        }
        return columns;
    }

    private double wide(List<Integer> columns) {
        return widths.stream()
                .limit(columns.stream().mapToInt(n -> n).sum())
                .mapToDouble(w -> w)
                .sum();
    }

    private void measure(Table table, List<Integer> columns) {
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            double wanted = width(table, i);
            for (int part = 0; part < columns.get(i); part++) {
                if (at == widths.size()) {
                    widths.add(wanted);
                } else {
                    widths.set(at, Math.max(widths.get(at), wanted));
                }
                at++;
            }
        }
    }

    /** As wide as its texts are, and no word of its title cut. */
    private static double width(Table table, int place) {
        Column column = table.columns().get(place);
        double most = column.width() != Width.WIDE ? WIDEST : place == 0 ? WIDEST_LABEL : WIDEST_TEXT;
        double wanted = longestWord(column.title()) * 1.15;
        for (Row row : table.rows()) {
            Cell cell = row.cells().get(place);
            if (cell instanceof Cell.Text text) {
                wanted = Math.max(wanted, Math.min(longestLine(text.value()), most));
                wanted = Math.max(wanted, Math.min(longestWord(text.value()) * 1.15, most));
            } else if (!(cell instanceof Cell.Blank)) {
                wanted = Math.max(wanted, NUMBERS - BESIDE_LETTERS);
            }
        }
        double least = column.width() == Width.NARROW ? NARROWEST : NUMBERS - BESIDE_LETTERS;
        return Math.max(least, wanted) + BESIDE_LETTERS;
    }

    private static int longestWord(String text) {
        return Arrays.stream(text.split("[\\s\\-–/]+", -1))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static int longestLine(String text) {
        return Arrays.stream(text.split("\n", -1))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
