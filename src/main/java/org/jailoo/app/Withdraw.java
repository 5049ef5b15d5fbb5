package org.jailoo.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jailoo.app.WithdrawalPlan.Here;
import org.jailoo.app.WithdrawalPlan.Place;
import org.jailoo.history.Content;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.notebook.Mentions.Mention;
import org.jailoo.notebook.Notebook;

/**
 * Does what a person who withdraws wants, after she has seen the plan: erases everywhere, or writes that nothing may be used
 * any more. All of it or nothing.
 */
public final class Withdraw {
    private final Notebook notebook;
    private final Clock clock;
    private final SaveRecord save;

    public Withdraw(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
        this.save = new SaveRecord(notebook, clock);
    }

    /** How many records were changed, and how many places are left for a person to look at. */
    public record Done(int records, int mentions) {}

    /**
     * Erases everything in the plan, and of what had to be decided what was chosen. It cannot be undone. Where all is to be
     * encrypted anew under new keys, that comes after it.
     */
    public Done erase(WithdrawalPlan plan, Collection<String> more) {
        List<String> gone =
                plan.with(more).stream().map(here -> here.item().record()).toList();
        PurgeRecord purge = new PurgeRecord(notebook, clock);
        ForgetFilters filters = new ForgetFilters(notebook);
        Done done = notebook.inTransaction(() -> {
            filters.look();
            int records = 0;
            for (String record : gone) {
                records += purge.erase(record).isPresent() ? 1 : 0;
            }
            plan.begun().forEach(notebook.drafts()::remove);
            int mentions = 0;
            String now = Content.timeText(clock.instant());
            for (Place place : plan.mentions()) {
                if (!gone.contains(place.in().record())) {
                    notebook.mentions()
                            .add(new Mention(
                                    0,
                                    plan.record(),
                                    place.in().record(),
                                    place.in().type(),
                                    place.path(),
                                    place.place(),
                                    now,
                                    null));
                    mentions++;
                }
            }
            filters.forget();
            return new Done(records, mentions);
        });
        notebook.scrub();
        return done;
    }

    /** Writes that consent was withdrawn on a day: the records stay, and nothing of them is given out. */
    public Done stopUsing(WithdrawalPlan plan, Collection<String> more, LocalDate day) {
        List<Here> those = plan.with(more).stream().filter(Here::consent).toList();
        return notebook.inTransaction(() -> {
            int records = 0;
            for (Here here : those) {
                records += write(here, day) ? 1 : 0;
            }
            return new Done(records, 0);
        });
    }

    private boolean write(Here here, LocalDate day) {
        String record = here.item().record();
        Optional<RecordState> state = notebook.revisions().state(record);
        if (state.isEmpty() || state.get().purged()) {
            return false;
        }
        Json.Obj consent = state.get().values().get("consent") instanceof Json.Obj known ? known : Json.object();
        Json.Obj withdrawn = consent.with("given", Json.of("withdrawn")).with("withdrawn", Json.of(day.toString()));
        // What somebody typed and did not save is no part of this.
        Draft draft = notebook.drafts().find(record);
        SaveRecord.Outcome outcome = save.save(
                save.open(here.item().type(), record), new Json.Obj(new TreeMap<>(Map.of("consent", withdrawn))));
        if (!(outcome instanceof SaveRecord.Saved)) {
            throw new IllegalStateException("a consent that cannot be written as withdrawn");
        }
        if (draft != null) {
            notebook.drafts().put(draft);
        }
        return true;
    }
}
