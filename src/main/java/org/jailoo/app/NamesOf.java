package org.jailoo.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.history.Content;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/** What says who a participant is: her name, telephone and address, in one record or, by mistake, in several. */
public final class NamesOf {
    /** The type of record that says it. */
    public static final String TYPE = "identity";

    private static final String PARTICIPANT = "participant";

    private final Notebook notebook;
    private final Clock clock;

    public NamesOf(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /**
     * A record that says who she is.
     *
     * @param given what stands in it already, of one that was never saved
     * @param draft what was typed in it and not saved; null where nothing was
     */
    public record Known(Opened opened, Map<String, Json> given, Drafts.@Nullable Draft draft) {}

    /**
     * All that is known, noting that it was shown; where nothing is, one to begin.
     *
     * @throws org.jailoo.notebook.NotebookException {@code IDENTITIES_CLOSED} while they are
     */
    public List<Known> look(String participant) {
        notebook.identities().shown(Content.timeText(clock.instant()), participant);
        return notebook.reading(at -> {
            List<Known> known = new ArrayList<>();
            for (String record : at.identitiesOf(participant)) {
                at.revisions()
                        .state(record)
                        .ifPresent(state -> known.add(new Known(
                                new Opened(form(state), state, false),
                                Map.of(),
                                at.drafts().find(record))));
            }
            known.addAll(begun(at, participant));
            if (known.isEmpty()) {
                known.add(new Known(new OpenRecord(notebook).anew(TYPE), given(participant), null));
            }
            return List.copyOf(known);
        });
    }

    private static SaveRecord.Form form(RecordState state) {
        return new SaveRecord.Form(state.record(), state.type(), state.parentsOfNextEdit());
    }

    private static Map<String, Json> given(String participant) {
        return Map.of(PARTICIPANT, Json.of(participant));
    }

    /** What was begun and never saved. */
    private static List<Known> begun(Snapshot at, String participant) {
        List<Known> begun = new ArrayList<>();
        for (Drafts.Outside outside : at.drafts().outsides()) {
            Optional<Drafts.Draft> draft =
                    outside.type().equals(TYPE) && !at.revisions().holds(outside.record())
                            ? Optional.ofNullable(at.drafts().find(outside.record()))
                            : Optional.empty();
            draft.filter(d -> d.content().get("changes") instanceof Json.Obj changes
                            && participant.equals(changes.text(PARTICIPANT)))
                    .ifPresent(d -> begun.add(new Known(
                            new Opened(new SaveRecord.Form(d.record(), TYPE, List.of()), null, false),
                            given(participant),
                            d)));
        }
        return begun;
    }

    /** The fields that a person fills in here: all but the one that says whose they are. */
    public static boolean isAsked(String field) {
        return !Set.of(PARTICIPANT, "synthetic").contains(field);
    }
}
