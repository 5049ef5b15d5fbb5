package org.jailoo.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.history.RecordState;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordId;
import org.jailoo.record.RecordType;

/**
 * What a row of a table says of one record, in a form in which it can be compared with a record that exists: by field, a
 * set as an ordered array of its codes, a list of items as an array of them without their ids.
 */
public record RowValues(SortedMap<String, Json> fields) {
    /** Nothing. */
    static final RowValues NONE = new RowValues(new TreeMap<>());

    public RowValues {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /**
     * The same fields of a record that exists.
     *
     * @param asked which fields, and of groups and items which members
     */
    static RowValues of(RecordState state, RecordType type, Map<String, Set<String>> asked) {
        TreeMap<String, Json> fields = new TreeMap<>();
        asked.forEach((name, members) -> {
            FieldKind kind = Objects.requireNonNull(type.field(name), name).kind();
            if (kind.hasSubPaths()) {
                List<Json> inside = under(state, name, kind, members);
                if (!inside.isEmpty()) {
                    fields.put(name, new Json.Array(inside));
                }
            } else {
                Json value = state.values().get(name);
                Json kept = value instanceof Json.Obj group ? only(group, members) : value;
                if (kept != null
                        && !(kept instanceof Json.Obj none && none.members().isEmpty())) {
                    fields.put(name, kept);
                }
            }
        });
        return new RowValues(fields);
    }

    private static List<Json> under(RecordState state, String name, FieldKind kind, Set<String> members) {
        List<Json> inside = new ArrayList<>();
        String prefix = name + '/';
        state.values().tailMap(prefix).entrySet().stream()
                .takeWhile(e -> e.getKey().startsWith(prefix))
                .forEach(e -> {
                    if (kind instanceof FieldKind.SetOf) {
                        inside.add(Json.of(e.getKey().substring(prefix.length())));
                    } else if (e.getValue() instanceof Json.Obj item) {
                        Json.Obj kept = only(item, members);
                        if (!kept.members().isEmpty()) {
                            inside.add(kept);
                        }
                    }
                });
        inside.sort(Comparator.comparing(CanonicalJson::text));
        return inside;
    }

    private static Json.Obj only(Json.Obj whole, Set<String> members) {
        TreeMap<String, Json> kept = new TreeMap<>(whole.members());
        kept.keySet().retainAll(members);
        return new Json.Obj(kept);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Without one field. */
    RowValues without(String field) {
        TreeMap<String, Json> rest = new TreeMap<>(fields);
        rest.remove(field);
        return new RowValues(rest);
    }

    /** Equal for equal values. */
    String text() {
        return CanonicalJson.text(new Json.Obj(fields));
    }

    /** The change set of a new record. */
    SortedMap<String, Json> body(RecordType type) {
        TreeMap<String, Json> body = new TreeMap<>();
        fields.forEach((name, value) -> put(body, type, name, value));
        return body;
    }

    private static void put(Map<String, Json> body, RecordType type, String name, Json value) {
        FieldKind kind = Objects.requireNonNull(type.field(name), name).kind();
        if (value instanceof Json.Array array && kind.hasSubPaths()) {
            for (Json inside : array.items()) {
                if (inside instanceof Json.Text code) {
                    body.put(name + '/' + code.value(), Json.TRUE);
                } else {
                    body.put(name + '/' + RecordId.random(), inside);
                }
            }
        } else {
            body.put(name, value);
        }
    }

    /** The change set that makes a record say what this row says; what the row leaves empty stays. */
    SortedMap<String, Json> revision(RecordState state, RecordType type) {
        TreeMap<String, Json> body = new TreeMap<>();
        for (TableDifference difference : TableDifference.between(this, state, type)) {
            String name = difference.field();
            Json wanted = Objects.requireNonNull(fields.get(name), name);
            FieldKind kind = Objects.requireNonNull(type.field(name), name).kind();
            if (kind instanceof FieldKind.Group) {
                TreeMap<String, Json> whole = new TreeMap<>();
                if (state.values().get(name) instanceof Json.Obj before) {
                    whole.putAll(before.members());
                }
                whole.putAll(((Json.Obj) wanted).members());
                body.put(name, new Json.Obj(whole));
            } else if (kind.hasSubPaths()) {
                Set<String> codes = new TreeSet<>();
                for (Json inside : ((Json.Array) wanted).items()) {
                    if (inside instanceof Json.Text code) {
                        codes.add(code.value());
                    } else if (!difference.holds(inside)) {
                        body.put(name + '/' + RecordId.random(), inside);
                    }
                }
                if (kind instanceof FieldKind.SetOf) {
                    difference.codesHere().stream()
                            .filter(c -> !codes.contains(c))
                            .forEach(c -> body.put(name + '/' + c, Json.NULL));
                    codes.stream()
                            .filter(c -> !difference.codesHere().contains(c))
                            .forEach(c -> body.put(name + '/' + c, Json.TRUE));
                }
            } else {
                body.put(name, wanted);
            }
        }
        return body;
    }
}
