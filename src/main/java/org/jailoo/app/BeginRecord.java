package org.jailoo.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/** Begins a record: with a code of this laptop, and, next to another, with what people would only type again. */
public final class BeginRecord {
    /** What goes on from one record of a day to the next; never who was asked, nor what was said or agreed to. */
    private static final Set<String> GOES_ON = Set.of(
            "campaign",
            "date",
            "place",
            "language",
            "mode",
            "setting",
            "interviewer",
            "interpreter",
            "facilitators",
            "venue",
            "focusGroup",
            "plan",
            "direction",
            "kind",
            "citizenship");

    private final Notebook notebook;

    public BeginRecord(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * What stands in the form of a new record, by path.
     *
     * @param like a record of the same type that it follows; null for none
     */
    public SortedMap<String, Json> given(String type, @Nullable String like) {
        SortedMap<String, Json> given = new TreeMap<>();
        RecordType known = notebook.schema().type(type);
        if (known == null) {
            return given;
        }
        if (like != null) {
            notebook.reading(at -> at.revisions().visible(like))
                    .filter(state -> state.type().equals(type))
                    .ifPresent(state -> goOn(known, state, given));
        }
        Field code = known.field("code");
        if (code != null && code.kind() instanceof FieldKind.Text) {
            given.put("code", Json.of(new NextCode(notebook).next()));
        }
        return given;
    }

    private static void goOn(RecordType type, RecordState state, SortedMap<String, Json> given) {
        for (Map.Entry<String, Json> value : state.values().entrySet()) {
            if (GOES_ON.contains(value.getKey())
                    && type.field(value.getKey()) != null
                    && !state.conflicts().containsKey(value.getKey())) {
                given.put(value.getKey(), value.getValue());
            }
        }
        // The next of a numbered plan has the next number.
        if (state.values().get("number") instanceof Json.Int number && given.containsKey("plan")) {
            given.put("number", Json.of(number.value() + 1));
        }
    }

    /** The types of which the next one can go on from another. */
    public static boolean canFollow(RecordType type) {
        return List.copyOf(type.fields().keySet()).stream().anyMatch(GOES_ON::contains);
    }
}
