package org.jailoo.ui.form;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Path;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/** The paths of a record whose values this version cannot show in a field: another version wrote them. */
public final class UnknownPaths {
    private UnknownPaths() {}

    /** The paths of some values that no field of a type shows; all of them where the type is unknown. */
    static SortedMap<String, Json> of(@Nullable RecordType type, SortedMap<String, Json> values) {
        SortedMap<String, Json> unknown = new TreeMap<>();
        values.forEach((text, json) -> {
            Path path = Path.parse(text);
            Field field = type == null || path == null ? null : type.field(path.field());
            if (!Path.DELETED.equals(text) && (field == null || path == null || !isShown(field.kind(), path, json))) {
                unknown.put(text, json);
            }
        });
        return unknown;
    }

    private static boolean isShown(FieldKind kind, Path path, Json json) {
        if (!kind.hasSubPaths()) {
            return path instanceof Path.Register && (!(kind instanceof FieldKind.Group) || json instanceof Json.Obj);
        }
        if (path instanceof Path.Register) {
            return false;
        }
        boolean object = json instanceof Json.Obj;
        boolean listed = kind instanceof FieldKind.Items || kind instanceof FieldKind.Attachments;
        return listed == object;
    }

    /** The members of an object that its group does not have in this version. */
    public static SortedMap<String, Json> members(@Nullable Json value, Map<String, Field> members) {
        SortedMap<String, Json> unknown = new TreeMap<>();
        if (value instanceof Json.Obj object) {
            unknown.putAll(object.members());
            unknown.keySet().removeAll(members.keySet());
        }
        return unknown;
    }
}
