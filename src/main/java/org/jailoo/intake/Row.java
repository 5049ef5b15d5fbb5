package org.jailoo.intake;

import java.util.List;

/**
 * A row of a table.
 *
 * @param number as the program that made the table shows it, from 1
 * @param cells as text, without space around it; those at the end may be left out
 */
public record Row(int number, List<String> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    /** The text of a cell; empty where the row has none there. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Whether nothing stands in it. */
    public boolean isEmpty() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
