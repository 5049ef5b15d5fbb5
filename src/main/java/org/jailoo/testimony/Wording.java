package org.jailoo.testimony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jailoo.consent.Disclosed;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.i18n.Places;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** What was recorded, in the words of one language: codes by their labels, people by their codes, days as they are said. */
final class Wording {
    private final Schema schema;
    private final Messages messages;
    private final Labels labels;
    private final Places places;
    private final Map<String, String> names = new HashMap<>();

    Wording(Schema schema, String language) {
        this.schema = schema;
        this.messages = Messages.of(language);
        this.labels = Labels.of(language);
        this.places = Places.of(language);
    }

    String text(String key, Object... args) {
        return messages.text(key, args);
    }

    String plural(String key, long count, Object... more) {
        return messages.plural(key, count, more);
    }

    Labels labels() {
        return labels;
    }

    /** Notes what people call a record that others name. */
    void name(String record, String called) {
        names.put(record, called);
    }

    /** What people call a record; where nobody said, that it is not named here. */
    String named(String record) {
        return names.getOrDefault(record, text("testimony.word.unnamed"));
    }

    String reason(Answer why) {
        return text("table.reason." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    Map<String, Field> fields(String type) {
        var known = schema.type(type);
        return known == null ? Map.of() : known.fields();
    }

    /** The broader code that a code counts under; null where it is one itself. */
    @Nullable
    String parent(String codebook, String code) {
        return schema.parentOf(codebook, code);
    }

    String label(String type, String... path) {
        return labels.field(type, path);
    }

    /** A field of a record, all of it; every value where several contradict each other; empty where nothing may be read. */
    String field(Disclosed record, Field field) {
        List<Json> beside = record.conflicts().get(field.name());
        if (beside != null) {
            return contradicting(record.type(), field, beside);
        }
        Json value = record.values().get(field.name());
        if (value != null) {
            return value(record.type(), field, value);
        }
        List<String> parts = new ArrayList<>();
        below(record, field.name()).forEach((path, each) -> parts.add(member(record.type(), field, path, each)));
        parts.removeIf(String::isEmpty);
        return String.join(isOfMany(field.kind()) ? "\n" : "; ", parts);
    }

    private static boolean isOfMany(FieldKind kind) {
        return kind instanceof FieldKind.Items || kind instanceof FieldKind.Attachments;
    }

    /** A code of a set, a record named, or an item. */
    String member(String type, Field field, String path, Json value) {
        String last = path.substring(path.indexOf('/') + 1);
        if (field.kind() instanceof FieldKind.SetOf set) {
            return Json.TRUE.equals(value) ? labels.code(set.codebook(), last) : "";
        }
        if (field.kind() instanceof FieldKind.References) {
            return Json.TRUE.equals(value) ? named(last) : "";
        }
        return value(type, field, value);
    }

    /** Values that stand beside each other, as one text. */
    String contradicting(String type, Field field, List<Json> values) {
        List<String> each = new ArrayList<>();
        for (Json value : values) {
            String said = value instanceof Json.Null ? "" : value(type, field, value);
            each.add("– " + (said.isEmpty() ? text("testimony.word.nothing") : said));
        }
        return text("testimony.word.contradicts") + "\n" + String.join("\n", each);
    }

    String value(String type, Field field, Json value) {
        return value(type, List.of(field.name()), field.kind(), value);
    }

    /** A value, wherever it stands. */
    String value(String type, List<String> path, FieldKind kind, @Nullable Json value) {
        if (value instanceof Json.Text text) {
            return text(kind, text.value());
        }
        if (value instanceof Json.Int number) {
            return Long.toString(number.value());
        }
        if (value instanceof Json.Bool bool) {
            return labels.code("yesNo", bool.value() ? "yes" : "no");
        }
        if (value instanceof Json.Array array) {
            List<String> all = new ArrayList<>();
            array.items()
                    .forEach(item -> all.add(
                            kind instanceof FieldKind.ListOf list && item instanceof Json.Text code
                                    ? labels.code(list.codebook(), code.value())
                                    : value(type, path, kind, item)));
            return String.join("; ", all);
        }
        return value instanceof Json.Obj object ? object(type, path, kind, object) : "";
    }

    private String text(FieldKind kind, String text) {
        if (kind instanceof FieldKind.Choice choice) {
            return labels.code(choice.codebook(), text);
        }
        if (kind instanceof FieldKind.Date) {
            return labels.date(text);
        }
        if (kind instanceof FieldKind.Quarter) {
            return labels.quarter(text);
        }
        return kind instanceof FieldKind.Reference ? named(text) : text;
    }

    private String object(String type, List<String> path, FieldKind kind, Json.Obj object) {
        if (path.get(path.size() - 1).equals("place")) {
            return place(kind, object);
        }
        List<String> parts = new ArrayList<>();
        members(kind).forEach((name, member) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            String said = value(type, deeper, member.kind(), object.get(name));
            if (!said.isEmpty()) {
                parts.add(label(type, deeper.toArray(String[]::new)) + ": " + said);
            }
        });
        return String.join("; ", parts);
    }

    /** A village is written in the language of whoever was there, and read in that of whoever reads. */
    private String place(FieldKind kind, Json.Obj place) {
        String adm1 = place.text("adm1");
        List<String> parts = new ArrayList<>();
        members(kind).forEach((name, member) -> {
            String said = value("", List.of(name), member.kind(), place.get(name));
            if (adm1 != null && name.equals("district")) {
                said = places.district(adm1, said);
            } else if (adm1 != null && name.equals("settlement")) {
                said = places.settlement(adm1, said);
            }
            if (!said.isEmpty()) {
                parts.add(said);
            }
        });
        return String.join(", ", parts);
    }

    static Map<String, Field> members(FieldKind kind) {
        if (kind instanceof FieldKind.Group group) {
            return group.members();
        }
        if (kind instanceof FieldKind.Items items) {
            return items.members();
        }
        return kind instanceof FieldKind.Attachments attachments ? attachments.members() : Map.of();
    }

    /** Everything below a field, by path. */
    static Map<String, Json> below(Disclosed record, String field) {
        // '0' follows '/' among the characters.
        return record.values().subMap(field + '/', field + '0');
    }
}
