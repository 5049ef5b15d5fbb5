package org.jailoo.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.record.Codebook;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;

/** Paths and values of the fields that there are, right ones, and now and then one that belongs elsewhere. */
final class Fields {
    static final Schema SCHEMA = Schema.standard();

    private static final List<String> TYPES = List.copyOf(SCHEMA.types().keySet());
    private static final List<String> WORDS = List.of(
            "айлык", "=1+1", "", "a\nb", "+996 700", "\u202Eabc", "😀", "2024", "@SUM(A1)", "  ", "x".repeat(300));
    private static final List<String> DATES =
            List.of("2024", "2024-05", "2024-05-04", "1900", "9999-12-31", "2024-13", "0000", "");

    private final Choices choices;

    Fields(Choices choices) {
        this.choices = choices;
    }

    String type() {
        return choices.oneOf(TYPES);
    }

    /** A few fields of a type, as a body. */
    Json.Obj body(String type) {
        Map<String, Json> body = new TreeMap<>();
        int many = 1 + choices.below(6);
        for (int i = 0; i < many; i++) {
            Field field = field(type);
            body.put(path(field), at(field));
        }
        return Json.object(body);
    }

    private static Field any(Choices choices, Map<String, Field> fields) {
        return choices.oneOf(List.copyOf(fields.values()));
    }

    Field field(String type) {
        return any(choices, Objects.requireNonNull(SCHEMA.type(type)).fields());
    }

    String path(Field field) {
        FieldKind kind = field.kind();
        if (kind instanceof FieldKind.SetOf set) {
            return field.name() + '/' + code(set.codebook());
        }
        return kind.hasSubPaths() ? field.name() + '/' + uuid() : field.name();
    }

    /** Eight ids, so that one record names another now and then. */
    String uuid() {
        return "00000000-0000-4000-8000-00000000000" + choices.below(8);
    }

    /** What may stand at the path of a field. */
    Json at(Field field) {
        FieldKind kind = field.kind();
        int odd = choices.below(16);
        if (odd > 13) {
            return odd == 14
                    ? Json.NULL
                    : of(any(
                                    choices,
                                    Objects.requireNonNull(SCHEMA.type(type())).fields())
                            .kind());
        }
        if (kind instanceof FieldKind.SetOf || kind instanceof FieldKind.References) {
            return Json.TRUE;
        }
        if (kind instanceof FieldKind.Items items) {
            return object(items.members());
        }
        if (kind instanceof FieldKind.Attachments attachments) {
            return ((Json.Obj) object(attachments.members())).with("sha256", Json.of("ab".repeat(32)));
        }
        return of(kind);
    }

    private Json of(FieldKind kind) {
        if (kind instanceof FieldKind.Int) {
            return Json.of(choices.oneOf(List.of(0L, 3L, 1980L, -1L, (1L << 53) - 1)));
        }
        if (kind instanceof FieldKind.Bool) {
            return Json.of(choices.below(2) == 0);
        }
        if (kind instanceof FieldKind.Date) {
            return Json.of(choices.oneOf(DATES));
        }
        if (kind instanceof FieldKind.Quarter) {
            return Json.of(choices.oneOf(List.of("2024-Q1", "2024-Q4", "2024-Q5", "0000-Q1", "Q1")));
        }
        if (kind instanceof FieldKind.Choice choice) {
            return Json.of(code(choice.codebook()));
        }
        if (kind instanceof FieldKind.ListOf list) {
            return Json.texts(List.of(code(list.codebook()), code(list.codebook())));
        }
        if (kind instanceof FieldKind.Reference) {
            return Json.of(choices.below(8) == 7 ? "nobody" : uuid());
        }
        return kind instanceof FieldKind.Group group ? object(group.members()) : Json.of(choices.oneOf(WORDS));
    }

    private Json object(Map<String, Field> members) {
        Map<String, Json> object = new TreeMap<>();
        int many = choices.below(5);
        for (int i = 0; i < many; i++) {
            Field member = any(choices, members);
            object.put(member.name(), at(member));
        }
        return Json.object(object);
    }

    private String code(String codebook) {
        Codebook known = SCHEMA.codebook(codebook);
        List<String> codes = known == null ? List.of() : List.copyOf(known.codes());
        return codes.isEmpty() || choices.below(16) == 15 ? "unknown" : choices.oneOf(codes);
    }
}
