package org.jailoo.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a person decided of two participants: that they are one, that they are not, or that neither is known
 * any more. Each is an ordinary revision, which travels and can be taken back.
 */
public final class LinkPersons {
    private static final String PARTICIPANT = "participant";

    private final Notebook notebook;
    private final SaveRecord save;

    public LinkPersons(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.save = new SaveRecord(notebook, clock);
    }

    /** What of two participants may be said. */
    public enum Said {
        /** They are one person: what was said against it is taken back. */
        SAME,
        /** They are two: what was said for it is taken back. */
        NOT_SAME,
        /** Nothing any more. */
        NOTHING
    }

    /**
     * Writes it, in as few records as it takes.
     *
     * @return whether it stands now; not where one of the two is deleted, erased or unknown meanwhile
     */
    public boolean say(Said said, String one, String other) {
        return notebook.inTransaction(() -> {
            RecordState first = state(one);
            RecordState second = state(other);
            if (first == null || second == null || one.equals(other)) {
                return false;
            }
            boolean done = write(first, changes(first, other, said));
            // The other record says nothing of its own, unless it has to take something back.
            Map<String, Json> back = changes(second, one, said);
            back.values().removeIf(Json.TRUE::equals);
            return done && write(second, back);
        });
    }

    /** Takes back every link among some records. */
    public boolean separate(List<String> records) {
        return notebook.inTransaction(() -> {
            boolean done = true;
            for (String one : records) {
                RecordState state = state(one);
                Map<String, Json> changes = new TreeMap<>();
                for (String other : records) {
                    if (state != null && says(state, LinkedRecords.SAME + other)) {
                        changes.put(LinkedRecords.SAME + other, Json.NULL);
                    }
                }
                done &= state == null || write(state, changes);
            }
            return done;
        });
    }

    private @Nullable RecordState state(String record) {
        return notebook.revisions()
                .visible(record)
                .filter(state -> state.type().equals(PARTICIPANT) && !state.deleted() && !state.purged())
                .orElse(null);
    }

    private static Map<String, Json> changes(RecordState state, String other, Said said) {
        Map<String, Json> changes = new TreeMap<>();
        set(state, LinkedRecords.SAME + other, said == Said.SAME, changes);
        set(state, LinkedRecords.NOT_SAME + other, said == Said.NOT_SAME, changes);
        return changes;
    }

    private static void set(RecordState state, String path, boolean wanted, Map<String, Json> changes) {
        if (wanted != says(state, path) || state.conflicts().containsKey(path)) {
            changes.put(path, wanted ? Json.TRUE : Json.NULL);
        }
    }

    private static boolean says(RecordState state, String path) {
        return Json.TRUE.equals(state.values().get(path));
    }

    private boolean write(RecordState state, Map<String, Json> changes) {
        SaveRecord.Form form = new SaveRecord.Form(state.record(), state.type(), state.parentsOfNextEdit());
        return changes.isEmpty() || save.saveBeside(form, Json.object(changes)) instanceof SaveRecord.Saved;
    }
}
