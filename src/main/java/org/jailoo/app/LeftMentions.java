package org.jailoo.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jailoo.app.WithdrawalPlan.Item;
import org.jailoo.history.Content;
import org.jailoo.history.RecordState;
import org.jailoo.notebook.Mentions.Mention;
import org.jailoo.notebook.Notebook;

/** What is still to be looked at after a withdrawal: places of other records that name the person; ticked off one by one. */
public final class LeftMentions {
    private final Notebook notebook;
    private final Clock clock;

    public LeftMentions(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** A place, with its record as people know it. */
    public record Left(Item item, Mention mention) {}

    /** Those that nobody ticked off. */
    public List<Left> open() {
        return notebook.reading(at -> {
            List<Left> open = new ArrayList<>();
            for (Mention mention : at.mentions().open()) {
                RecordState state = at.revisions().visible(mention.record()).orElse(null);
                open.add(new Left(
                        state == null
                                ? new Item(mention.record(), mention.type(), "", "")
                                : PlanWithdrawal.item(at, mention.record(), state),
                        mention));
            }
            return List.copyOf(open);
        });
    }

    /** How many there are. */
    public long count() {
        return notebook.reading(at -> at.mentions().count());
    }

    /** Ticks one off. */
    public void done(Mention mention) {
        notebook.inTransaction(() -> {
            notebook.mentions().done(mention.key(), Content.timeText(clock.instant()));
            return mention;
        });
    }
}
