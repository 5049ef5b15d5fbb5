package org.jailoo.app;

import java.util.List;
import org.jailoo.json.Json;
import org.jailoo.sheet.Column;
import org.jailoo.sheet.Refusal;
import org.jailoo.sheet.ReturnedSheet;
import org.jspecify.annotations.Nullable;

/**
 * What taking a sheet back would do; nothing of it is done yet.
 *
 * @param changes a record each
 * @param unchanged how many rows say what they said when they went out
 * @param already how many rows say what the notebook says by now
 * @param refusals what is not taken; while there is one, nothing is
 */
public record SheetPlan(ReturnedSheet sheet, List<Change> changes, int unchanged, int already, List<Refusal> refusals) {
    public SheetPlan {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    /**
     * A record that would be changed.
     *
     * @param action the record as it stands now
     * @param body what the revision would say
     */
    public record Change(ReturnedSheet.Edited row, Action action, List<Difference> differences, Json.Obj body) {
        public Change {
            differences = List.copyOf(differences);
        }

        public String record() {
            return row.given().record();
        }

        /** Whether somebody else has changed the same since the sheet was written: then both stand side by side. */
        public boolean isContradicted() {
            return differences.stream().anyMatch(d -> d.meanwhile() != null);
        }
    }

    /**
     * What would be written of a column.
     *
     * @param from what stood in it when the sheet was written; of a status the code
     * @param meanwhile what somebody else has written since; null where nobody has
     */
    public record Difference(
            Column column, String from, String to, @Nullable String meanwhile) {}
}
