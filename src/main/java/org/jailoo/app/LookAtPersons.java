package org.jailoo.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.history.Content;
import org.jailoo.history.RecordState;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jailoo.person.Known;

/** What a person is shown of participants before she says whether they are one: with names only where those are open. */
public final class LookAtPersons {
    /** As many interviews as are counted one by one. */
    private static final int COUNTED = 100;

    private final Notebook notebook;
    private final Clock clock;

    public LookAtPersons(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /**
     * A participant.
     *
     * @param code what people call the record; empty without
     * @param interviews how many interviews name her
     */
    public record Side(String record, String code, Known known, int interviews) {}

    /** Those of some participants who are there, by their ids; of names that are shown the custody log takes note. */
    public Map<String, Side> look(Collection<String> participants) {
        if (notebook.identities().isOpen()) {
            participants.forEach(each -> notebook.identities().shown(Content.timeText(clock.instant()), each));
        }
        return notebook.reading(at -> {
            Map<String, Side> sides = new LinkedHashMap<>();
            for (String participant : participants) {
                RecordState state = at.revisions().visible(participant).orElse(null);
                Lists.Row row = at.lists().find(participant);
                if (state != null && row != null && !row.deleted() && !row.purged()) {
                    sides.put(
                            participant,
                            new Side(
                                    participant,
                                    row.code(),
                                    KnownOf.state(state, names(at, participant)),
                                    at.search()
                                            .naming("interview", participant, COUNTED)
                                            .size()));
                }
            }
            return sides;
        });
    }

    private List<String> names(Snapshot at, String participant) {
        return notebook.identities().isOpen()
                ? new ArrayList<>(KnownNames.STORED.of(at, at.identitiesOf(participant)))
                : List.of();
    }
}
