package org.jailoo.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that came back, as far as it says by itself what it means.
 *
 * @param name of the sheet in the workbook
 * @param rows those in which something was changed
 * @param unchanged how many rows were left as they went out
 * @param emptied the cells that were emptied: nothing is taken away for that
 * @param refusals what was not understood, in the order of the cells
 */
public record ReturnedSheet(
        SheetHead head, String name, List<Edited> rows, int unchanged, List<String> emptied, List<Refusal> refusals) {
    public ReturnedSheet {
        rows = List.copyOf(rows);
        emptied = List.copyOf(emptied);
        refusals = List.copyOf(refusals);
    }

    /**
     * A row in which something was changed.
     *
     * @param given the row as it went out
     * @param row its number in the sheet, from 1
     * @param hidden whether the row was hidden, as by a filter
     * @param status the new code; null where it was left
     * @param responsible null where it was left
     * @param progress null where it was left
     * @param cells where its cells stand now, in the order of the columns
     */
    public record Edited(
            SheetRow given,
            int row,
            boolean hidden,
            @Nullable String status,
            @Nullable String responsible,
            @Nullable String progress,
            List<String> cells) {
        public Edited {
            cells = List.copyOf(cells);
        }

        /** Where the cell of a column stands, as D17. */
        public String cell(Column column) {
            return cells.get(column.place());
        }
    }
}
