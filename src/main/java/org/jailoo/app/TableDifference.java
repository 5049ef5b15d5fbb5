package org.jailoo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;

/**
 * A field in which a row of a table and a record that exists say different things.
 *
 * @param type of the record that has the field
 * @param here what the record says; JSON null where it says nothing
 * @param there what the row says
 * @param inConflict whether the record contradicts itself here
 */
public record TableDifference(String type, String field, Json here, Json there, boolean inConflict) {

    /** What differs, of what the row says at all: an empty cell never takes anything away. */
    static List<TableDifference> between(RowValues row, RecordState state, RecordType type) {
        List<TableDifference> differences = new ArrayList<>();
        for (Map.Entry<String, Json> entry : row.fields().entrySet()) {
            String field = entry.getKey();
            Json there = entry.getValue();
            FieldKind kind = Objects.requireNonNull(type.field(field), field).kind();
            Json here = RowValues.of(state, type, Map.of(field, members(there)))
                    .fields()
                    .getOrDefault(field, Json.NULL);
            boolean same = kind instanceof FieldKind.Items ? containsAll(here, there) : here.equals(there);
            if (!same) {
                boolean conflict = state.conflicts().keySet().stream()
                        .anyMatch(path -> path.equals(field) || path.startsWith(field + '/'));
                differences.add(new TableDifference(type.name(), field, here, there, conflict));
            }
        }
        return differences;
    }

    private static Set<String> members(Json value) {
        if (value instanceof Json.Obj group) {
            return group.members().keySet();
        }
        TreeMap<String, Json> all = new TreeMap<>();
        if (value instanceof Json.Array array) {
            array.items().forEach(item -> {
                if (item instanceof Json.Obj object) {
                    all.putAll(object.members());
                }
            });
        }
        return all.keySet();
    }

    private static boolean containsAll(Json here, Json there) {
        return here instanceof Json.Array some
                && there instanceof Json.Array wanted
                && some.items().containsAll(wanted.items());
    }

    /** Whether the record's list holds this item already. */
    boolean holds(Json item) {
        return here instanceof Json.Array some && some.items().contains(item);
    }

    /** The codes of the record's set. */
    List<String> codesHere() {
        List<String> codes = new ArrayList<>();
        if (here instanceof Json.Array some) {
            some.items().forEach(i -> {
                if (i instanceof Json.Text code) {
                    codes.add(code.value());
                }
            });
        }
        return codes;
    }
}
