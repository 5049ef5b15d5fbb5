package org.jailoo.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jailoo.intake.CellMeaning.Trouble;
import org.jailoo.intake.Grid;
import org.jailoo.intake.Target;
import org.jspecify.annotations.Nullable;

/**
 * What an import of a table would do, row by row; nothing of it is done yet. Every row below the heading is here, once.
 */
public record TablePlan(Order order, List<Line> lines) {
    public TablePlan {
        lines = List.copyOf(lines);
    }

    /**
     * What is to be imported.
     *
     * @param heading the place of the heading among the rows, -1 where there is none
     * @param columns what each column fills; null where it is left out
     * @param campaign the id of the campaign to which all rows belong; null for none
     */
    public record Order(
            String type,
            Grid grid,
            int heading,
            List<@Nullable Target> columns,
            @Nullable String campaign) {
        public Order {
            columns = Collections.unmodifiableList(new ArrayList<>(columns));
        }
    }

    /** A row and what becomes of it. */
    public record Line(int row, Fate fate) {}

    /** What becomes of a row: exactly one of these. */
    public sealed interface Fate {}

    /**
     * It becomes a new record.
     *
     * @param identity what goes into a record of its own that the team alone sees; empty for none
     * @param twin the number of a row above that says the same, which becomes a record too; 0 for none
     */
    public record Create(RowValues values, RowValues identity, int twin) implements Fate {}

    /**
     * A record says it already, or has its code.
     *
     * @param byCode whether the code told it; else a record without that code has the very same values
     * @param identityRecord the id of the identity record that belongs to the record; null for none
     * @param differences where the record says something else; a person may choose that the row's word is written
     */
    public record Same(
            String record,
            @Nullable String identityRecord,
            boolean byCode,
            List<TableDifference> differences,
            RowValues values,
            RowValues identity)
            implements Fate {
        public Same {
            differences = List.copyOf(differences);
        }

        /** Whether a person can choose that it is written all the same. */
        public boolean choosable() {
            return !byCode || !differences.isEmpty();
        }
    }

    /** Nothing is taken of it, for these reasons. */
    public record Refused(List<Fault> faults) implements Fate {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing stands in the columns that are imported, though perhaps in those left out. */
    public record Empty() implements Fate {}

    /**
     * What is wrong with a cell.
     *
     * @param column from 0
     * @param said what stands there
     * @param row another row that it is about; 0 for none
     */
    public record Fault(int column, Trouble trouble, String said, int row) {}

    /**
     * How many rows of which fate.
     *
     * @param differing those of the same whose record says something else
     * @param alike those of the same that no code told
     * @param twins those to be created that a row above equals
     */
    public record Counts(int create, int same, int refused, int empty, int differing, int alike, int twins) {
        /** All rows; nothing else becomes of one. */
        public int rows() {
            return create + same + refused + empty;
        }
    }

    /** How many rows of which fate. */
    public Counts counts() {
        int[] n = new int[7];
        for (Line line : lines) {
            if (line.fate() instanceof Create create) {
                n[0]++;
                n[6] += create.twin() > 0 ? 1 : 0;
            } else if (line.fate() instanceof Same same) {
                n[1]++;
                n[4] += same.differences().isEmpty() ? 0 : 1;
                n[5] += same.byCode() ? 0 : 1;
            } else if (line.fate() instanceof Refused) {
                n[2]++;
            } else {
                n[3]++;
            }
        }
        return new Counts(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
    }

    /** How many records the import would write for the rows to be created and those chosen besides. */
    public int writes(Set<Integer> chosen) {
        return (int) lines.stream().filter(line -> writes(line, chosen)).count();
    }

    static boolean writes(Line line, Set<Integer> chosen) {
        return line.fate() instanceof Create
                || (line.fate() instanceof Same same && same.choosable() && chosen.contains(line.row()));
    }
}
