package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.consent.Disclosed;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/** What may be read of a record, by field. What is of another kind than asked for counts as absent. */
record Shown(Disclosed disclosed) {
    String id() {
        return disclosed.record();
    }

    String type() {
        return disclosed.type();
    }

    /** What stands in a field that has no members; null where nothing does. */
    @Nullable
    Json value(String field) {
        return disclosed.values().get(field);
    }

    /** The text or code of a field; empty where there is none. */
    String text(String field) {
        return disclosed.values().get(field) instanceof Json.Text text ? text.value() : "";
    }

    @Nullable
    Long integer(String field) {
        return disclosed.values().get(field) instanceof Json.Int number ? (Long) number.value() : null;
    }

    boolean is(String field) {
        return Json.TRUE.equals(disclosed.values().get(field));
    }

    /** A group; an empty one where there is none. */
    Json.Obj group(String field) {
        return disclosed.values().get(field) instanceof Json.Obj group ? group : Json.object();
    }

    /** The codes of a set, or the ids of references. */
    List<String> members(String field) {
        List<String> members = new ArrayList<>();
        under(field).forEach((path, value) -> {
            if (Json.TRUE.equals(value)) {
                members.add(path.substring(field.length() + 1));
            }
        });
        return members;
    }

    /** The items of a list, ascending by their ids. */
    List<Json.Obj> items(String field) {
        List<Json.Obj> items = new ArrayList<>();
        for (Json value : under(field).values()) {
            if (value instanceof Json.Obj item) {
                items.add(item);
            }
        }
        return items;
    }

    /** Everything below a field, by path. */
    private Map<String, Json> under(String field) {
        // '0' follows '/' among the characters.
        return disclosed.values().subMap(field + '/', field + '0');
    }

    /** The values that stand beside each other at a path; empty where it is not in conflict. */
    List<Json> conflict(String path) {
        return disclosed.conflicts().getOrDefault(path, List.of());
    }

    /** A field in this language, if somebody translated it; as it was written otherwise. */
    String translated(String field, String language) {
        for (Json.Obj translation : items("translations")) {
            String text = text(translation, "text");
            if (language.equals(translation.text("language"))
                    && field.equals(translation.text("field"))
                    && !text.isBlank()) {
                return text;
            }
        }
        return text(field);
    }

    static String text(Json.Obj object, String member) {
        String text = object.text(member);
        return text == null ? "" : text;
    }

    /** The texts of an array inside an object. */
    static List<String> texts(Json.Obj object, String member) {
        List<String> texts = new ArrayList<>();
        if (object.get(member) instanceof Json.Array array) {
            for (Json each : array.items()) {
                if (each instanceof Json.Text text) {
                    texts.add(text.value());
                }
            }
        }
        return texts;
    }
}
