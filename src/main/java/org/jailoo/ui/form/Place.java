package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Where one value of a record stands: a path, and the members that lead into the object at that path.
 *
 * <p>The object is written whole, so a value inside it is set in a copy that keeps every other member, those that this
 * version does not know among them.
 *
 * @param inside empty where the value is the path's own
 */
public record Place(String path, List<String> inside) {
    public Place {
        inside = List.copyOf(inside);
    }

    public static Place at(String path) {
        return new Place(path, List.of());
    }

    public static Place item(String field, String id) {
        return at(field + '/' + id);
    }

    public Place member(String name) {
        List<String> longer = new ArrayList<>(inside);
        longer.add(name);
        return new Place(path, longer);
    }

    /** The place of another member of the same object. */
    public Place sibling(String name) {
        List<String> other = new ArrayList<>(inside);
        other.set(other.size() - 1, name);
        return new Place(path, other);
    }

    /** The place as a problem of the record's validation names it. */
    public String key() {
        return inside.isEmpty() ? path : path + '.' + String.join(".", inside);
    }

    /** What the type has at this place; null where it has nothing. */
    @Nullable
    Field field(@Nullable RecordType type) {
        int slash = path.indexOf('/');
        Field at = type == null ? null : type.field(slash < 0 ? path : path.substring(0, slash));
        for (String name : inside) {
            at = at == null ? null : at.kind().members().get(name);
        }
        return at;
    }

    /** The value at this place, given that of the path; null where there is none. */
    @Nullable
    public Json in(@Nullable Json whole) {
        Json at = whole;
        for (String name : inside) {
            if (!(at instanceof Json.Obj object)) {
                return null;
            }
            at = object.get(name);
        }
        return at;
    }

    /** Whether a value can be set here without taking the place of something that is no object. */
    public boolean isOpenIn(@Nullable Json whole) {
        Json at = whole;
        for (String name : inside) {
            if (at == null) {
                return true;
            }
            if (!(at instanceof Json.Obj object)) {
                return false;
            }
            at = object.get(name);
        }
        return true;
    }

    /** The path's value with another value at this place, null to clear it; {@link Json#NULL} if nothing is left. */
    public Json with(@Nullable Json whole, @Nullable Json value) {
        Json changed = set(whole, 0, value);
        if (changed == null) {
            // An item stays, be it empty, until a person removes it.
            return path.indexOf('/') >= 0 && !inside.isEmpty() ? Json.object() : Json.NULL;
        }
        return changed;
    }

    private @Nullable Json set(@Nullable Json at, int depth, @Nullable Json value) {
        if (depth == inside.size()) {
            return value;
        }
        if (at != null && !(at instanceof Json.Obj)) {
            throw new IllegalStateException("no object at " + key());
        }
        Json.Obj object = at instanceof Json.Obj known ? known : Json.object();
        String name = inside.get(depth);
        Json member = set(object.get(name), depth + 1, value);
        Json.Obj changed = member == null ? object.without(name) : object.with(name, member);
        return changed.members().isEmpty() ? null : changed;
    }
}
