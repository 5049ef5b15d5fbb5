package org.jailoo.chart;

import java.util.List;

/**
 * A chart on a sheet: what it shows of which cells, and where it stands.
 *
 * @param percent whether its numbers are shares, shown in percent
 * @param labels what its bars or columns are called
 */
public record Chart(String title, Kind kind, boolean percent, Frame frame, Texts labels, List<Series> series) {
    /** How numbers become shapes. */
    public enum Kind {
        /** Lying bars, one below the other; those of several series beside each other. */
        BARS,
        /** Lying bars of parts that add up. */
        STACKED,
        /** Standing columns, for what goes on in time. */
        COLUMNS
    }

    /** From one cell to another: columns and rows from 0; it ends where the last one begins. */
    public record Frame(int column, int row, int toColumn, int toRow) {}

    /** Cells with text: their reference, and what stands in them now. */
    public record Texts(String reference, List<String> values) {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /** Cells with numbers: their reference, and what stands in them now. */
    public record Numbers(String reference, List<Double> values) {
        public Numbers {
            values = List.copyOf(values);
        }
    }

    /**
     * Numbers of one colour.
     *
     * @param name the cell with what they are called
     */
    public record Series(Texts name, Numbers numbers) {}

    public Chart {
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.numbers().values().size() != labels.values().size()) {
                throw new IllegalArgumentException("a number for each label");
            }
        }
    }
}
