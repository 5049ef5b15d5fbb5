package org.jailoo.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.history.RecordState;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Places;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** Values as people read them in a line: codes by their labels, dates by their names, sets joined by commas. */
public final class ValueText {
    private static final String TRANSLATIONS = "translations";

    private final Schema schema;
    private final Labels labels;
    private final String language;
    private final Places places;

    public ValueText(Schema schema, Texts texts) {
        this.schema = schema;
        this.labels = texts.labels();
        this.language = texts.language();
        this.places = texts.places();
    }

    /**
     * A field of a record, as a line; empty where nothing is there.
     *
     * @param path a field's name, or {@code group.member}
     */
    public String of(RecordState state, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        RecordType type = schema.type(state.type());
        Field field = type == null ? null : type.field(name);
        if (field == null) {
            return "";
        }
        if (field.kind() instanceof FieldKind.Group group && dot >= 0) {
            Field member = group.members().get(path.substring(dot + 1));
            if (member == null || !(state.values().get(name) instanceof Json.Obj value)) {
                return "";
            }
            String shown = one(member.kind(), value.get(member.name()));
            String adm1 = value.text("adm1");
            // A village is written in the language of whoever was there, and read in that of whoever looks.
            return switch (member.name()) {
                case "district" -> adm1 == null ? shown : places.district(adm1, shown);
                case "settlement" -> adm1 == null ? shown : places.settlement(adm1, shown);
                default -> shown;
            };
        }
        if (field.kind() instanceof FieldKind.SetOf set) {
            return members(state, name).stream()
                    .map(code -> labels.code(set.codebook(), code))
                    .sorted(labels.order())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
        if (field.kind().hasSubPaths()) {
            int count = members(state, name).size();
            return count == 0 ? "" : labels.number(count);
        }
        String translated = field.kind().isText() ? translated(state, name) : null;
        return translated != null
                ? translated
                : one(field.kind(), state.values().get(name));
    }

    /** The text of a field in the language that is on, where somebody translated it. */
    private @Nullable String translated(RecordState state, String field) {
        for (Map.Entry<String, Json> entry :
                state.values().tailMap(TRANSLATIONS + "/").entrySet()) {
            if (!entry.getKey().startsWith(TRANSLATIONS + "/")) {
                return null;
            }
            if (entry.getValue() instanceof Json.Obj item
                    && language.equals(item.text("language"))
                    && field.equals(item.text("field"))) {
                return item.text("text");
            }
        }
        return null;
    }

    private static List<String> members(RecordState state, String field) {
        List<String> members = new ArrayList<>();
        for (String path : state.values().tailMap(field + "/").keySet()) {
            if (!path.startsWith(field + "/")) {
                break;
            }
            members.add(path.substring(field.length() + 1));
        }
        return members;
    }

    /** A single value, as a line. */
    public String one(FieldKind kind, @Nullable Json value) {
        if (value == null || value instanceof Json.Null) {
            return "";
        }
        if (value instanceof Json.Text text) {
            String plain = text.value();
            if (kind instanceof FieldKind.Choice choice) {
                return labels.code(choice.codebook(), plain);
            }
            if (kind instanceof FieldKind.Date) {
                return labels.date(plain);
            }
            return kind instanceof FieldKind.Quarter ? labels.quarter(plain) : plain;
        }
        if (value instanceof Json.Int number) {
            return String.valueOf(number.value());
        }
        if (value instanceof Json.Bool bool) {
            return bool.value() ? labels.code("yesNo", "yes") : labels.code("yesNo", "no");
        }
        if (value instanceof Json.Array array) {
            String codebook = kind instanceof FieldKind.ListOf list ? list.codebook() : "";
            return array.items().stream()
                    .map(item -> item instanceof Json.Text text ? labels.code(codebook, text.value()) : "")
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
        return members(kind, value);
    }

    private String members(FieldKind kind, Json value) {
        Map<String, Field> members = kind instanceof FieldKind.Group group
                ? group.members()
                : kind instanceof FieldKind.Items items ? items.members() : Map.of();
        List<String> parts = new ArrayList<>();
        if (value instanceof Json.Obj object) {
            for (Field member : members.values()) {
                String part = one(member.kind(), object.get(member.name()));
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
        }
        return String.join(", ", parts);
    }
}
