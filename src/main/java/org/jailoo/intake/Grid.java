package org.jailoo.intake;

import java.util.List;

/** A table as it stands in a file: every row that the file has, the empty ones among them, in order. */
public record Grid(List<Row> rows) {
    public Grid {
        rows = List.copyOf(rows);
    }

    /** How many columns the widest row has. */
    public int columns() {
        return rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
    }

    /** The rows below one, by its place in the list; all of them below -1. */
    public List<Row> below(int place) {
        return rows.subList(Math.min(rows.size(), place + 1), rows.size());
    }
}
