package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;

/** Where the pages of a printed sheet begin: no table is parted from its title, and none cut that fits a page. */
final class PageBreaks {
    /** What fits between the margins of a lying sheet of A4, in points; less a little, for programs measure apart. */
    private static final double WIDTH = 735;

    private static final double HEIGHT = 435;

    /** Of a table longer than a page, this much of its beginning stands on the page before. */
    private static final double ENOUGH = 0.6;

    private final double page;
    private final List<Integer> rows = new ArrayList<>();
    private double top;
    private boolean first = true;
    private boolean unknown;

    /**
     * Breaks of a sheet that is made as narrow as a page.
     *
     * @param widths of its columns, in characters
     * @param repeated the height of the rows that stand on every page, in points
     */
    PageBreaks(List<Double> widths, double repeated) {
        double wide = widths.stream().mapToDouble(w -> 7 * w * 0.75).sum();
        this.page = HEIGHT * Math.max(1, wide / WIDTH) - repeated;
    }

    /**
     * Takes a table and its chart: the rows where they begin, and in points where the table begins, where it ends, and
     * where the chart does.
     */
    void take(int table, int chart, double from, double between, double to) {
        boolean whole = to - from <= page && (!first || to <= top + page);
        if (whole || between == to) {
            together(table, from, to);
        } else {
            together(table, from, between);
            together(chart, between, to);
        }
    }

    private void together(int row, double from, double to) {
        double room = top + page - from;
        boolean whole = to - from <= page;
        // Nothing but the title of the sheet stands before the first table.
        boolean over = to > top + page && (whole || room < page * ENOUGH);
        if (!first && (over || unknown)) {
            rows.add(row);
            top = from;
        }
        first = false;
        // What is longer than a page goes on by itself, and where it ends on its last page only the printer knows.
        unknown = to > top + page;
    }

    /** The rows that begin a page. */
    List<Integer> rows() {
        return rows;
    }
}
