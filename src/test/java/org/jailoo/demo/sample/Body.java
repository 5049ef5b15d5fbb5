package org.jailoo.demo.sample;

import java.util.Map;
import java.util.TreeMap;
import org.jailoo.json.Json;

/** A change set while it is put together. */
final class Body {
    private final String save;
    private final Map<String, Json> changes = new TreeMap<>();
    private int items;

    /** A change set for this save, from whose name the ids of its items are drawn. */
    Body(String save) {
        this.save = save;
    }

    Body set(String field, String value) {
        return put(field, Json.of(value));
    }

    Body set(String field, long value) {
        return put(field, Json.of(value));
    }

    /** Members of a set, or references. */
    Body add(String field, String... members) {
        for (String member : members) {
            put(field + '/' + member, Json.TRUE);
        }
        return this;
    }

    Body group(String field, Object... members) {
        return put(field, object(members));
    }

    Body item(String field, Object... members) {
        return put(field + '/' + Drawn.uuid("item " + save + ' ' + field + ' ' + items++), object(members));
    }

    /** Says that the document does not publish this. */
    Body synthetic() {
        return put("synthetic", Json.TRUE);
    }

    private Body put(String path, Json value) {
        if (changes.put(path, value) != null) {
            throw new IllegalStateException("twice: " + path);
        }
        return this;
    }

    Json.Obj json() {
        return Json.object(changes);
    }

    /** An object of names and values in turn; a null value leaves its name out. */
    static Json.Obj object(Object... members) {
        Map<String, Json> object = new TreeMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], json(members[i + 1]));
        }
        object.values().removeIf(Json.NULL::equals);
        return Json.object(object);
    }

    private static Json json(Object value) {
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof String text) {
            return Json.of(text);
        }
        if (value instanceof Integer number) {
            return Json.of(number);
        }
        throw new IllegalArgumentException(String.valueOf(value));
    }
}
