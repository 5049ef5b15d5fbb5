package org.jailoo.ui.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What was typed in a form and not saved, as it is kept: an object of {@code parents}, {@code changes}, {@code settled},
 * {@code typed} (the words that were not understood) and {@code at} (where the person was).
 *
 * <p>The parents are those of the form: whoever goes on with a draft knew what she knew when she began it, and a save
 * that names later heads would settle in silence what came in between.
 */
public final class FormDraft {
    private FormDraft() {}

    /** What a form holds now. */
    public static Json.Obj of(RecordForm form, @Nullable Json at) {
        Undo.Moment moment = form.moment();
        Map<String, Json> draft = new TreeMap<>();
        draft.put("parents", texts(form.opened().form().parents()));
        draft.put("changes", new Json.Obj(new TreeMap<>(moment.changes().changes())));
        draft.put("settled", texts(moment.changes().settled()));
        List<Json> typed = new ArrayList<>();
        moment.misunderstood()
                .forEach((place, text) -> typed.add(Json.object(Map.of(
                        "path",
                        Json.of(place.path()),
                        "inside",
                        texts(place.inside()),
                        "text",
                        Json.of(storable(text))))));
        draft.put("typed", new Json.Array(typed));
        if (at != null) {
            draft.put("at", at);
        }
        return Json.object(draft);
    }

    /** The heads that the person knew when she began. */
    public static List<String> parents(Json.Obj draft) {
        return texts(draft.get("parents"));
    }

    /** Where she was, as it was given to {@link #of}; null where that was not said. */
    public static @Nullable Json at(Json.Obj draft) {
        return draft.get("at");
    }

    /** A draft with one contradiction more that its save will settle. */
    public static Json.Obj settling(Json.Obj draft, String path, Json value) {
        Json.Obj changes = draft.get("changes") instanceof Json.Obj object ? object : Json.object();
        TreeSet<String> settled = new TreeSet<>(texts(draft.get("settled")));
        settled.add(path);
        return draft.with("changes", changes.with(path, value)).with("settled", texts(settled));
    }

    /** Brings what was typed back into a form on the same record. */
    public static void restore(Json.Obj draft, RecordForm form) {
        SortedMap<String, Json> changes = new TreeMap<>();
        if (draft.get("changes") instanceof Json.Obj object) {
            changes.putAll(object.members());
        }
        Map<Place, String> typed = new LinkedHashMap<>();
        if (draft.get("typed") instanceof Json.Array array) {
            for (Json each : array.items()) {
                if (each instanceof Json.Obj one) {
                    String path = one.text("path");
                    String text = one.text("text");
                    if (path != null && text != null) {
                        typed.put(new Place(path, texts(one.get("inside"))), text);
                    }
                }
            }
        }
        form.goOn(new Changes.Snapshot(changes, new TreeSet<>(texts(draft.get("settled")))), typed);
    }

    /** Half a letter from another plane, as a broken paste leaves it, cannot be kept. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Json.Array texts(Iterable<String> texts) {
        List<Json> all = new ArrayList<>();
        texts.forEach(text -> all.add(Json.of(text)));
        return new Json.Array(all);
    }

    private static List<String> texts(@Nullable Json json) {
        List<String> all = new ArrayList<>();
        if (json instanceof Json.Array array) {
            array.items().forEach(item -> all.add(item instanceof Json.Text text ? text.value() : ""));
        }
        return all;
    }
}
