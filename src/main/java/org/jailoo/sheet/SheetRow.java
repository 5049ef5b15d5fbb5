package org.jailoo.sheet;

import java.util.List;

/**
 * A record as it goes out in a sheet.
 *
 * @param parents the heads of the record at that moment: what the office knew
 * @param status a code; empty where there is none
 * @param responsible whom the sheet may name: roles, never names
 * @param role the item that the role stands in, or will stand in; empty where there are several, which a cell cannot tell
 *     apart
 * @param item the item that the progress of the quarter stands in, or will stand in
 */
public record SheetRow(
        String record,
        List<String> parents,
        Given given,
        String status,
        String responsible,
        String role,
        String progress,
        String item) {
    public SheetRow {
        parents = List.copyOf(parents);
    }

    /**
     * What is there to be read and not to be changed.
     *
     * @param number its number in the plan; empty where it has none
     * @param due as people read it
     * @param last the progress that was noted before this quarter
     */
    public record Given(String number, String plan, String text, String addressees, String due, String last) {}

    /** What stands in a column, as it is written into its cell; of a status the code. */
    String in(Column column) {
        return switch (column) {
            case RECORD -> record;
            case NUMBER -> given.number();
            case PLAN -> given.plan();
            case TEXT -> given.text();
            case ADDRESSEES -> given.addressees();
            case DUE -> given.due();
            case LAST -> given.last();
            case STATUS -> status;
            case RESPONSIBLE -> responsible;
            case PROGRESS -> progress;
        };
    }
}
