package org.jailoo.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jailoo.history.Content;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
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
            for (Draft draft : at.drafts().all()) {
                all.add(new Kept(draft.record(), draft.type(), title(at, draft), draft.kept()));
            }
            return List.copyOf(all);
        });
    }

    private static String title(Snapshot at, Draft draft) {
        if (!at.schema().codeSafe(draft.type())) {
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

    /** The draft of a record, null where there is none. */
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
            Optional<RecordState> state = notebook.revisions().state(record);
            if (state.isPresent() && state.get().purged()) {
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
