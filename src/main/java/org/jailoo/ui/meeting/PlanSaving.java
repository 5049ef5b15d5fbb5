package org.jailoo.ui.meeting;

import java.util.Optional;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.NotebookException;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.form.Autosave;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/** One row of a plan on its way to the disk, as it stood when the person saved. */
record PlanSaving(PlanRow row, SaveRecord.Form form, Json.Obj body) {
    static PlanSaving of(PlanRow row) {
        return new PlanSaving(row, row.form().opened().form(), row.form().body());
    }

    /** On a worker: what fails for one row keeps the others from nothing. */
    Ended save(PlanModel.Uses uses, Watch watch) throws Exception {
        try {
            Autosave keeping = row.autosave();
            Tasks.Work<SaveRecord.Outcome> save = w -> uses.save().save(form, body);
            SaveRecord.Outcome outcome = keeping == null ? save.call(watch) : keeping.saving(save, watch);
            Optional<Opened> after = outcome instanceof SaveRecord.Saved saved
                    ? uses.open().open(saved.form().record())
                    : Optional.empty();
            return new Ended(this, outcome, after);
        } catch (NotebookException e) {
            return new Ended(this, null, Optional.empty());
        }
    }

    /** What became of it; null where the disk did not take it. */
    record Ended(PlanSaving asked, SaveRecord.@Nullable Outcome outcome, Optional<Opened> after) {
        /** On the window's thread: the row goes on from what was saved, or shows why it was not; whether it was. */
        boolean take() {
            RecordForm form = asked.row().form();
            if (outcome instanceof SaveRecord.Saved saved) {
                Opened now = after.orElse(null);
                form.saved(new Opened(saved.form(), now == null ? form.state() : now.state(), false), asked.body());
                asked.row().saved();
                if (!form.dirty().get() && now != null) {
                    form.reopen(now);
                }
                return true;
            }
            if (outcome instanceof SaveRecord.Refused refused) {
                form.mark(refused.problems());
            }
            return false;
        }
    }
}
