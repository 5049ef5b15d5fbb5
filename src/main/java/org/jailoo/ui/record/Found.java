package org.jailoo.ui.record;

import java.util.List;
import java.util.Optional;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.RecordState;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.ui.form.FormDraft;
import org.jspecify.annotations.Nullable;

/** What is known of a record that was asked for: how it stands, and what was typed and not saved. */
record Found(Opened opened, @Nullable Draft draft) {
    /** Reads both; empty where the notebook has neither. */
    static Optional<Found> find(RecordViewModel.Uses uses, String record) {
        Optional<Opened> opened = uses.open().open(record);
        Draft draft = uses.drafts().find(record);
        if (draft == null) {
            return opened.map(known -> new Found(known, null));
        }
        // Its parents are what the person knew when she began: what came since is seen as a contradiction, not settled.
        List<String> parents = FormDraft.parents(draft.content());
        SaveRecord.Form form = new SaveRecord.Form(
                record, opened.map(known -> known.form().type()).orElse(draft.type()), parents);
        RecordState state = opened.map(Opened::state).orElse(null);
        boolean held = opened.map(Opened::heldPurge).orElse(false);
        return Optional.of(new Found(new Opened(form, state, held), draft));
    }
}
