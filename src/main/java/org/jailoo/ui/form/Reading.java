package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jspecify.annotations.Nullable;

/** Values as a person reads them: in conflicts, in the history, on the card of an item. */
public final class Reading {
    private static final int LONG = 400;

    private final Page page;

    public Reading(Page page) {
        this.page = page;
    }

    /** The label of a path of this record: the field, and the member where it is one of a set. */
    public String label(String path) {
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        if (path.equals("deleted")) {
            return page.text("record.state.deletion");
        }
        Field field = field(name);
        String label = page.label(name);
        if (slash < 0 || field == null) {
            return label;
        }
        String member = path.substring(slash + 1);
        if (field.kind() instanceof FieldKind.SetOf set) {
            return label + ": " + page.labels().code(set.codebook(), member);
        }
        return field.kind() instanceof FieldKind.References ? label + ": " + page.name(member) : label;
    }

    private @Nullable Field field(String name) {
        return page.form().type() == null
                ? null
                : Objects.requireNonNull(page.form().type()).field(name);
    }

    /** Has the names read of the records that a path, or its value, names. */
    public void readNames(String path, Json json) {
        int slash = path.indexOf('/');
        Field field = field(slash < 0 ? path : path.substring(0, slash));
        if (field == null) {
            return;
        }
        Set<String> ids = new LinkedHashSet<>();
        if (field.kind() instanceof FieldKind.References) {
            ids.add(path.substring(slash + 1));
        }
        named(field, json, ids);
        page.readNames(ids);
    }

    private static void named(Field field, Json json, Set<String> into) {
        Map<String, Field> members = members(field.kind());
        if (field.kind() instanceof FieldKind.Reference && json instanceof Json.Text id) {
            into.add(id.value());
        } else if (members != null && json instanceof Json.Obj object) {
            members.values().forEach(member -> {
                Json value = object.get(member.name());
                if (value != null) {
                    named(member, value, into);
                }
            });
        }
    }

    /** The value of a path. */
    public String value(String path, Json json) {
        int slash = path.indexOf('/');
        Field field = field(slash < 0 ? path : path.substring(0, slash));
        if (slash > 0 && !(json instanceof Json.Obj)) {
            return page.text(Json.TRUE.equals(json) ? "record.value.in" : "record.value.removed");
        }
        if (json instanceof Json.Null) {
            return page.text("record.value.empty");
        }
        if (path.equals("deleted")) {
            return page.text("record.value.deleted");
        }
        if (field == null) {
            return raw(json);
        }
        Map<String, Field> members = members(field.kind());
        return members != null && json instanceof Json.Obj object
                ? object(object, members, List.of(field.name()))
                : value(field.kind(), json);
    }

    /** The value of a path among others of the same path: of an object, only the members in which they differ. */
    public String value(String path, Json json, List<Json> others) {
        int slash = path.indexOf('/');
        Field field = field(slash < 0 ? path : path.substring(0, slash));
        Map<String, Field> members = field == null ? null : members(field.kind());
        if (members == null || !(json instanceof Json.Obj object)) {
            return value(path, json);
        }
        Json.Obj differing = object;
        for (String name : object.members().keySet()) {
            boolean same = others.stream()
                    .allMatch(other -> other instanceof Json.Obj o && Objects.equals(o.get(name), object.get(name)));
            differing = same && others.size() > 1 ? differing.without(name) : differing;
        }
        return object(differing, members, List.of(path.substring(0, slash < 0 ? path.length() : slash)));
    }

    private static @Nullable Map<String, Field> members(FieldKind kind) {
        if (kind instanceof FieldKind.Items items) {
            return items.members();
        }
        if (kind instanceof FieldKind.Attachments files) {
            return files.members();
        }
        return kind instanceof FieldKind.Group group ? group.members() : null;
    }

    /** The members of an object, each with its label. */
    public String object(Json.Obj object, Map<String, Field> members, List<String> path) {
        List<String> parts = new ArrayList<>();
        for (Field member : members.values()) {
            Json value = object.get(member.name());
            if (value != null) {
                String[] deeper = Page.deeper(path, member.name());
                String text = member.kind() instanceof FieldKind.Group group && value instanceof Json.Obj inner
                        ? object(inner, group.members(), List.of(deeper))
                        : value(member.kind(), value);
                parts.add(page.label(deeper) + ": " + text);
            }
        }
        object.members().forEach((name, value) -> {
            if (!members.containsKey(name)) {
                parts.add(name + ": " + raw(value));
            }
        });
        return parts.isEmpty() ? page.text("record.value.empty") : String.join("; ", parts);
    }

    /** The values of an object alone, for a line that sums it up. */
    public String summary(Json.Obj object, Map<String, Field> members) {
        List<String> parts = new ArrayList<>();
        for (Field member : members.values()) {
            Json value = object.get(member.name());
            if (value instanceof Json.Obj inner && member.kind() instanceof FieldKind.Group group) {
                parts.add(summary(inner, group.members()));
            } else if (value != null && !(member.kind() instanceof FieldKind.ListOf)) {
                parts.add(cut(value(member.kind(), value), 80));
            }
        }
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts.subList(0, Math.min(6, parts.size())));
    }

    /** One value of a kind. */
    public String value(FieldKind kind, Json json) {
        if (json instanceof Json.Array array && kind instanceof FieldKind.ListOf list) {
            List<String> codes = new ArrayList<>();
            array.items()
                    .forEach(item -> codes.add(
                            item instanceof Json.Text code
                                    ? page.labels().code(list.codebook(), code.value())
                                    : raw(item)));
            return String.join(", ", codes);
        }
        if (json instanceof Json.Bool bool) {
            return page.text(bool.value() ? "record.value.yes" : "record.value.no");
        }
        if (json instanceof Json.Int number) {
            return Long.toString(number.value());
        }
        return json instanceof Json.Text text ? text(kind, text.value()) : raw(json);
    }

    private String text(FieldKind kind, String text) {
        if (kind instanceof FieldKind.Choice choice) {
            return page.labels().code(choice.codebook(), text);
        }
        if (kind instanceof FieldKind.Date) {
            return page.labels().date(text);
        }
        if (kind instanceof FieldKind.Quarter) {
            return page.labels().quarter(text);
        }
        return kind instanceof FieldKind.Reference ? page.name(text) : cut(text, LONG);
    }

    public static String raw(Json json) {
        return json instanceof Json.Text text ? cut(text.value(), LONG) : cut(CanonicalJson.text(json), LONG);
    }

    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
