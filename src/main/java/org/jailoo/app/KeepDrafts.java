package org.jailoo.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jailoo.history.Content;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a person has typed and not saved yet, so that neither a kill nor an empty battery takes it. A draft is no
 * revision: nobody else ever sees it, and {@link SaveRecord} ends it with the save.
 */
public final class KeepDrafts {
    private final Notebook notebook;
    private final Clock clock;

    public KeepDrafts(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /**
     * A draft that waits to be gone on with.
     *
     * @param title what people call the record; empty where nothing says it, or where it may name a person
     * @param kept when it was last kept, {@code YYYY-MM-DDThh:mm:ssZ}
     */
    public record Kept(String record, String type, String title, String kept) {}

    /** Every draft, the latest first. */
    public List<Kept> all() {
        return notebook.reading(at -> {
            List<Kept> all = new ArrayList<>();
            for (Drafts.Outside draft : at.drafts().outsides()) {
                all.add(new Kept(draft.record(), draft.type(), title(at, draft), draft.kept()));
            }
            return List.copyOf(all);
        });
    }

    private static String title(Snapshot at, Drafts.Outside outside) {
        // Of one that may name a person not even that is looked at, be the identities open or not.
        Draft draft = at.schema().codeSafe(outside.type()) ? at.drafts().find(outside.record()) : null;
        if (draft == null) {
            return "";
        }
        RecordType type = at.schema().type(draft.type());
        if (type != null && draft.content().get("changes") instanceof Json.Obj changes) {
            for (Field field : type.fields().values()) {
                boolean names = field.kind() instanceof FieldKind.Text && !field.sensitive();
                String text = names ? changes.text(field.name()) : null;
                if (text != null) {
                    return text;
                }
            }
        }
        Lists.Row row = at.lists().find(draft.record());
        return row == null ? "" : row.code();
    }

    /** The draft of a record, null where there is none; one that may name a person only while identities are open. */
    public @Nullable Draft find(String record) {
        return notebook.reading(at -> at.drafts().find(record));
    }

    /**
     * Keeps a draft in place of an older one; on the disk when this returns.
     *
     * @return false where the record was erased because a person withdrew consent: nothing of it is kept
     */
    public boolean keep(String record, String type, Json.Obj content) {
        return notebook.inTransaction(() -> {
            if (notebook.revisions().isPurged(record)) {
                return false;
            }
            notebook.drafts().put(new Draft(record, type, Content.timeText(clock.instant()), content));
            return true;
        });
    }

    /** Throws a draft away. */
    public void discard(String record) {
        notebook.inTransaction(() -> {
            notebook.drafts().remove(record);
            return record;
        });
    }
}
