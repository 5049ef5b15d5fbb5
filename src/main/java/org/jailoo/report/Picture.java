package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Cell.Share;
import org.jailoo.report.Cell.Text;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;

/**
 * What of a table is drawn as a chart. Tables get one that count something by what stands in their first column, and have
 * few enough rows to be read as bars; a number that is hidden is in no chart, with its whole row.
 *
 * @param rows the places of the rows that are drawn; the label of each stands in the first column
 * @param series the places of the columns that are drawn
 */
public record Picture(Kind kind, List<Integer> rows, List<Integer> series) {
    /** How numbers become shapes. */
    public enum Kind {
        BARS,
        /** Parts that add up to the row's total. */
        STACKED,
        /** Shares that add up to that of the row. */
        STACKED_SHARES,
        /** Numbers in the order of time. */
        COLUMNS,
        /** Shares of the rows, each of its own base. */
        SHARES
    }

    /** More bars than that are not read one by one. */
    private static final int MOST_BARS = 20;

    private static final int MOST_MONTHS = 36;

    /** More shades than that are not told apart in print. */
    private static final int MOST_SERIES = 8;

    private static final int MOST_BESIDE = 4;

    private static final Set<String> TIMES = Set.of("month", "quarter", "year");

    public Picture {
        rows = List.copyOf(rows);
        series = List.copyOf(series);
    }

    /** The picture of a table, if it gets one. */
    public static Optional<Picture> of(Table table) {
        if (table.counted() == Counted.RECORDS || table.columns().size() < 2) {
            return Optional.empty();
        }
        List<Integer> plain = plain(table);
        List<Integer> counts = new ArrayList<>();
        List<Integer> shares = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            List<Cell> cells = cells(table, plain, column);
            if (column == 0) {
                if (cells.stream().anyMatch(cell -> !(cell instanceof Text))) {
                    return Optional.empty();
                }
            } else if (holds(cells, Count.class)) {
                counts.add(column);
            } else if (holds(cells, Share.class)) {
                shares.add(column);
            } else {
                return Optional.empty();
            }
        }
        return drawn(table, plain, counts, shares)
                .map(chosen -> few(table, readable(table, chosen)))
                .filter(picture -> fits(table, picture));
    }

    /** Which columns, and how. */
    private static Optional<Picture> drawn(
            Table table, List<Integer> plain, List<Integer> counts, List<Integer> shares) {
        boolean total = table.rows().stream().anyMatch(row -> row.sort() == Sort.TOTAL);
        if (shares.size() == 1 && !counts.isEmpty()) {
            return total
                    ? Optional.of(new Picture(ofTime(table) ? Kind.COLUMNS : Kind.BARS, plain, counts.subList(0, 1)))
                    : Optional.of(new Picture(Kind.SHARES, plain, shares));
        }
        if (shares.size() > 1 && counts.size() <= 1) {
            return crossed(table, plain, counts, shares);
        }
        if (counts.isEmpty()) {
            boolean across = shares.size() > 1 && shares.size() <= MOST_BESIDE + 1;
            return shares.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Picture(Kind.SHARES, plain, across ? shares : shares.subList(0, 1)));
        }
        if (!shares.isEmpty()) {
            return Optional.empty();
        }
        if (counts.size() == 1) {
            return Optional.of(new Picture(ofTime(table) ? Kind.COLUMNS : Kind.BARS, plain, counts));
        }
        int last = counts.get(counts.size() - 1);
        Relation.Kind adds = adds(table, plain, last);
        if (adds == null) {
            return Optional.empty();
        }
        List<Integer> parts = counts.subList(0, counts.size() - 1).stream()
                .filter(column -> cells(table, plain, column).stream().anyMatch(cell -> number(cell) > 0))
                .toList();
        return Optional.of(new Picture(adds == Relation.Kind.SUM ? Kind.STACKED : Kind.BARS, plain, parts));
    }

    /** Shares by two keys: what they are shares of stands in the last column, as a number or as a share of all. */
    private static Optional<Picture> crossed(
            Table table, List<Integer> plain, List<Integer> counts, List<Integer> shares) {
        int last = table.columns().size() - 1;
        Relation.Kind adds = adds(table, plain, last);
        if (adds == null || (!counts.isEmpty() && counts.get(0) != last)) {
            return Optional.empty();
        }
        List<Integer> parts = shares.stream()
                .filter(column -> column != last)
                .filter(column -> cells(table, plain, column).stream().anyMatch(cell -> number(cell) > 0))
                .toList();
        boolean ofRow = !counts.isEmpty() || sameBase(table, plain, parts);
        return Optional.of(
                new Picture(adds == Relation.Kind.SUM && ofRow ? Kind.STACKED_SHARES : Kind.SHARES, plain, parts));
    }

    /** Whether all are shares of one number: only then they add up. */
    private static boolean sameBase(Table table, List<Integer> plain, List<Integer> columns) {
        return columns.stream()
                        .flatMap(column -> cells(table, plain, column).stream())
                        .filter(Share.class::isInstance)
                        .map(cell -> ((Share) cell).base())
                        .distinct()
                        .count()
                <= 1;
    }

    private static Quantity quantity(Cell cell) {
        return cell instanceof Count count
                ? count.quantity()
                : cell instanceof Share share ? share.part().quantity() : Quantity.NONE;
    }

    /** How the last column holds the others together; null where it does not. */
    private static Relation.@org.jspecify.annotations.Nullable Kind adds(Table table, List<Integer> plain, int last) {
        for (Relation relation : table.relations()) {
            for (int row : plain) {
                Quantity whole = quantity(table.rows().get(row).cells().get(last));
                if (!whole.equals(Quantity.NONE)
                        && relation.whole().equals(whole)
                        && table.rows().get(row).cells().stream()
                                .anyMatch(part -> relation.parts().contains(quantity(part)))) {
                    return relation.kind();
                }
            }
        }
        return null;
    }

    private static boolean ofTime(Table table) {
        return table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell instanceof Count count
                        && count.quantity().keys().keySet().stream()
                                .anyMatch(key -> TIMES.contains(key.substring(key.lastIndexOf('.') + 1))));
    }

    /** Without the rows of which a number is hidden. */
    private static Picture readable(Table table, Picture picture) {
        return new Picture(
                picture.kind(),
                picture.rows().stream()
                        .filter(row -> picture.series().stream()
                                .noneMatch(
                                        column -> table.rows().get(row).cells().get(column) instanceof Cell.Hidden))
                        .toList(),
                picture.series());
    }

    /** Where there are too many rows, those of the broader codes that count something. */
    private static Picture few(Table table, Picture picture) {
        if (picture.kind() == Kind.COLUMNS || picture.rows().size() <= MOST_BARS) {
            return picture;
        }
        boolean narrower = picture.rows().stream().anyMatch(row -> isNarrower(table, row));
        return !narrower
                ? picture
                : new Picture(
                        picture.kind(),
                        picture.rows().stream()
                                .filter(row -> !isNarrower(table, row)
                                        && picture.series().stream()
                                                .anyMatch(column -> number(table.rows()
                                                                .get(row)
                                                                .cells()
                                                                .get(column))
                                                        > 0))
                                .toList(),
                        picture.series());
    }

    private static boolean isNarrower(Table table, int row) {
        return table.rows().get(row).cells().get(0) instanceof Text text
                && text.value().startsWith(" ");
    }

    private static boolean fits(Table table, Picture picture) {
        int most = picture.kind() == Kind.COLUMNS ? MOST_MONTHS : MOST_BARS;
        int colours =
                picture.kind() == Kind.STACKED || picture.kind() == Kind.STACKED_SHARES ? MOST_SERIES : MOST_BESIDE;
        return picture.rows().size() >= 2
                && picture.rows().size() <= most
                && !picture.series().isEmpty()
                && picture.series().size() <= colours
                && picture.series().size() * picture.rows().size() <= 3 * MOST_BARS
                && picture.series().stream()
                        .anyMatch(column ->
                                cells(table, picture.rows(), column).stream().anyMatch(cell -> number(cell) > 0));
    }

    private static List<Integer> plain(Table table) {
        return IntStream.range(0, table.rows().size())
                .filter(i -> table.rows().get(i).sort() == Sort.PLAIN)
                .boxed()
                .toList();
    }

    private static List<Cell> cells(Table table, List<Integer> rows, int column) {
        IntFunction<Row> row = table.rows()::get;
        return rows.stream().map(i -> row.apply(i).cells().get(column)).toList();
    }

    private static boolean holds(List<Cell> cells, Class<? extends Cell> kind) {
        return cells.stream().anyMatch(kind::isInstance)
                && cells.stream()
                        .allMatch(cell ->
                                kind.isInstance(cell) || cell instanceof Cell.Hidden || cell instanceof Cell.Blank);
    }

    /** The number of a cell: a share from 0 to 1; nothing is 0. */
    public static double number(Cell cell) {
        return cell instanceof Count count ? count.value() : cell instanceof Share share ? share.ratio() : 0;
    }
}
