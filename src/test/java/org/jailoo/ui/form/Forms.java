package org.jailoo.ui.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.RecordState;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;

/** Forms on records that are written down as JSON; tests only. */
public final class Forms {
    public static final Schema SCHEMA = Schema.standard();
    public static final String RECORD = "0a3f2b1c-1111-4222-8333-444455556666";

    private Forms() {}

    /** A form on a record of these values, written with ' for ". */
    public static RecordForm on(String type, String values) {
        return new RecordForm(SCHEMA, opened(type, values, Map.of()));
    }

    public static RecordForm inConflict(String type, String values, String path, String... contending) {
        List<Json> all = List.of(contending).stream().map(Forms::json).toList();
        return new RecordForm(SCHEMA, opened(type, values, Map.of(path, all)));
    }

    public static Opened opened(String type, String values, Map<String, List<Json>> conflicts) {
        Json.Obj object = (Json.Obj) json(values);
        List<String> heads = List.of("11".repeat(32));
        RecordState state = new RecordState(
                RECORD,
                type,
                new TreeMap<>(object.members()),
                new TreeMap<>(conflicts),
                false,
                false,
                false,
                false,
                heads);
        return new Opened(new SaveRecord.Form(RECORD, type, heads), state, false);
    }

    public static Json json(String text) {
        try {
            return JsonReader.parse(text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8), 32);
        } catch (JsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The change set with ' for ". */
    public static String body(RecordForm form) {
        return CanonicalJson.text(form.body()).replace('"', '\'');
    }

    public static Field field(RecordForm form, String name) {
        RecordType type = Objects.requireNonNull(form.type());
        return Objects.requireNonNull(type.field(name));
    }

    /** The entry of a register, or of {@code field.member} of a group. */
    public static Entry entry(RecordForm form, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return form.entry(field(form, name));
        }
        Field group = field(form, name.substring(0, dot));
        Field member = Objects.requireNonNull(
                ((FieldKind.Group) group.kind()).members().get(name.substring(dot + 1)));
        return form.entry(Place.at(group.name()).member(member.name()), member);
    }

    /** The entry of a member of an item. */
    public static Entry entry(RecordForm form, String list, String id, String member) {
        ItemsEntry items = form.items(field(form, list));
        return form.entry(
                items.place(id).member(member),
                Objects.requireNonNull(items.members().get(member)));
    }
}
