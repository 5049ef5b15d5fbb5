package org.jailoo.ui.identity;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import org.jailoo.app.HandOverIdentities;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.NamesOf;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.RecordState;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.OwnControls;
import org.jailoo.ui.form.Page;
import org.jspecify.annotations.Nullable;

/** Gives the form of a participant the card that says who she is. One for an open notebook. */
public final class NamesControls implements OwnControls {
    private static final String PARTICIPANT = "participant";

    private final NamesCardModel.Desk desk;
    private final Map<String, NamesCardModel> cards = new HashMap<>();

    /** What can be done with names. */
    public record Uses(
            NamesOf look, SaveRecord save, KeepDrafts drafts, RecordHistory history, HandOverIdentities handingOver) {}

    public NamesControls(Schema schema, Uses uses, Tasks tasks, NamesModel names) {
        this.desk = new NamesCardModel.Desk(
                schema,
                new NamesCardModel.Uses(uses.look(), uses.save(), uses.drafts(), uses.history(), uses.handingOver()),
                tasks,
                names);
    }

    @Override
    public @Nullable Node card(Page page) {
        RecordState state = page.form().state();
        if (!page.form().typeName().equals(PARTICIPANT)) {
            return null;
        }
        if (state == null) {
            return NamesCard.unsaved(page);
        }
        return state.purged() || state.deleted()
                ? null
                : new NamesCard(cards.computeIfAbsent(state.record(), id -> new NamesCardModel(desk, id)), page);
    }
}
