package org.jailoo.app;

import java.util.List;
import java.util.Optional;
import org.jailoo.history.RecordState;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/** Opens a form on a record: its state, and the heads that a save will name, of one moment; waits for no import. */
public final class OpenRecord {
    private final Notebook notebook;

    public OpenRecord(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * A record as a form shows it.
     *
     * @param form names the heads of this very state: with heads of a later moment, a save would settle what the person
     *     never saw
     * @param state null for a record that the notebook does not hold yet
     * @param heldPurge whether an erasure of the record waits for a person's decision
     */
    public record Opened(SaveRecord.Form form, @Nullable RecordState state, boolean heldPurge) {}

    /** A form for a new record of a type. */
    public Opened anew(String type) {
        return new Opened(new SaveRecord.Form(RecordId.random(), type, List.of()), null, false);
    }

    /** A form on a record as it stands now; empty where nothing is known of it. */
    public Optional<Opened> open(String record) {
        return notebook.reading(at -> at.revisions().state(record).map(state -> {
            boolean held =
                    at.purges().held().stream().anyMatch(purge -> purge.record().equals(record));
            return new Opened(new SaveRecord.Form(record, state.type(), state.parentsOfNextEdit()), state, held);
        }));
    }
}
