package org.jailoo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.record.Progress;
import org.jailoo.timeline.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * What was typed in a row of the round, inside the draft of its record. It is the draft that the form of the record keeps
 * too, so that either goes on with what was begun in the other.
 *
 * @param parents the heads that the person knew when the draft was begun
 * @param path of the entry that was begun; null where only the status was changed
 */
record RoundDraft(List<String> parents, @Nullable String path, RoundRow.Typed typed) {
    private static final String CHANGES = "changes";
    private static final String STATUS = "status";

    /** What a draft says of a quarter; null where it says nothing of it. */
    static @Nullable RoundDraft of(Json.Obj draft, Quarter quarter, Action action) {
        if (!(draft.get(CHANGES) instanceof Json.Obj changes)) {
            return null;
        }
        String path = null;
        String text = null;
        for (Map.Entry<String, Json> change : changes.members().entrySet()) {
            if (change.getKey().startsWith(Progress.FIELD + '/')
                    && change.getValue() instanceof Json.Obj item
                    && quarter.text().equals(item.text("quarter"))) {
                path = change.getKey();
                text = Action.text(item, "text");
            }
        }
        boolean status = changes.members().containsKey(STATUS);
        if (path == null && !status) {
            return null;
        }
        Progress entry = Progress.in(quarter, action.progress());
        return new RoundDraft(
                parents(draft),
                path,
                new RoundRow.Typed(
                        status ? Action.text(changes, STATUS) : action.status(),
                        text != null ? text : entry == null ? "" : entry.text()));
    }

    private static List<String> parents(Json.Obj draft) {
        List<String> parents = new ArrayList<>();
        if (draft.get("parents") instanceof Json.Array array) {
            array.items().forEach(p -> parents.add(p instanceof Json.Text text ? text.value() : ""));
        }
        return parents;
    }

    /** A draft with these changes of a row in place of what it said of the row before; null where nothing is left in it. */
    static Json.@Nullable Obj with(Json.@Nullable Obj old, RoundRow row, SortedMap<String, Json> ours) {
        Json.Obj draft = old != null
                ? old
                : Json.object(Map.of(
                        "parents",
                        Json.texts(row.form().parents()),
                        "settled",
                        new Json.Array(List.of()),
                        "typed",
                        new Json.Array(List.of())));
        TreeMap<String, Json> changes = new TreeMap<>();
        if (draft.get(CHANGES) instanceof Json.Obj before) {
            changes.putAll(before.members());
        }
        changes.remove(row.path());
        changes.remove(STATUS);
        changes.putAll(ours);
        boolean more = isFilled(draft.get("settled")) || isFilled(draft.get("typed"));
        return changes.isEmpty() && !more ? null : draft.with(CHANGES, new Json.Obj(changes));
    }

    private static boolean isFilled(@Nullable Json json) {
        return json instanceof Json.Array array && !array.items().isEmpty();
    }
}
