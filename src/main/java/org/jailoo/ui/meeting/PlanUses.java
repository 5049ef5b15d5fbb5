package org.jailoo.ui.meeting;

import org.jailoo.app.KeepDrafts;
import org.jailoo.app.MeetingPlan;
import org.jailoo.app.SaveRecord;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.Schema;

/** What the screen of action plans does in a notebook. */
public record PlanUses(Notebook notebook, MeetingPlan plan, SaveRecord save, KeepDrafts drafts) {
    public Schema schema() {
        return notebook.schema();
    }
}
