package org.jailoo.app;

import java.time.Clock;
import java.util.SortedMap;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** Adds a participant while another record is open, as an ordinary revision of a record of its own. */
public final class NewParticipant {
    private static final String TYPE = "participant";

    private final OpenRecord open;
    private final SaveRecord save;
    private final BeginRecord begin;

    public NewParticipant(Notebook notebook, Clock clock) {
        this.open = new OpenRecord(notebook);
        this.save = new SaveRecord(notebook, clock);
        this.begin = new BeginRecord(notebook);
    }

    /** A form on a participant that is not there yet, with what stands in it. */
    public record Begun(OpenRecord.Opened opened, SortedMap<String, Json> given) {}

    public Begun begin() {
        return new Begun(open.anew(TYPE), begin.given(TYPE, null));
    }

    /** Saves; the id of the participant, null where it was refused. */
    public @Nullable String save(SaveRecord.Form form, Json.Obj body) {
        return save.save(form, body) instanceof SaveRecord.Saved saved
                ? saved.form().record()
                : null;
    }
}
