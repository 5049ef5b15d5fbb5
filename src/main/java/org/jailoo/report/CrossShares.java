package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.CrossQuery.Numbers;
import org.jailoo.report.Table.Row;

/** A cross-tab's numbers as shares: of their row, of their column, or of all. What they are shares of stays a number. */
final class CrossShares {
    private CrossShares() {}

    static Table of(Table counts, Numbers numbers) {
        if (numbers == Numbers.COUNTS) {
            return counts;
        }
        int lastRow = counts.rows().size() - 1;
        int lastColumn = counts.columns().size() - 1;
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r <= lastRow; r++) {
            Row row = counts.rows().get(r);
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c <= lastColumn; c++) {
                Cell cell = row.cells().get(c);
                boolean base = switch (numbers) {
                    case SHARES_OF_ROW -> c == lastColumn;
                    case SHARES_OF_COLUMN -> r == lastRow;
                    default -> r == lastRow && c == lastColumn;
                };
                cells.add(base || !(cell instanceof Count part) ? cell : Cell.share(part, base(counts, numbers, r, c)));
            }
            rows.add(new Row(cells, row.sort()));
        }
        return counts.with(rows, counts.missing());
    }

    private static Count base(Table counts, Numbers numbers, int row, int column) {
        int lastRow = counts.rows().size() - 1;
        int lastColumn = counts.columns().size() - 1;
        int r = numbers == Numbers.SHARES_OF_ROW ? row : lastRow;
        int c = numbers == Numbers.SHARES_OF_COLUMN ? column : lastColumn;
        return (Count) counts.rows().get(r).cells().get(c);
    }
}
