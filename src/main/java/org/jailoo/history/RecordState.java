package org.jailoo.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;

/**
 * The state of a record, derived from the set of its revisions (bundle.md §4).
 *
 * @param values the shown values by path; what is absent is left out
 * @param conflicts by path, the distinct values that stand beside each other, {@code null} among them, sorted by their
 *     canonical bytes
 * @param incomplete whether a parent, or a body, is missing
 * @param bodyMissing whether an edit is held without its body though no purge was accepted; a consent then counts as
 *     contradicted by an unknown value
 * @param heads ids of the edits without a held child, ascending by (height, id)
 */
public record RecordState(
        String record,
        String type,
        SortedMap<String, Json> values,
        SortedMap<String, List<Json>> conflicts,
        boolean deleted,
        boolean purged,
        boolean incomplete,
        boolean bodyMissing,
        List<String> heads) {

    /** The parents of a save made on this state: its heads, of more than 64 the greatest, ascending by id. */
    public List<String> parentsOfNextEdit() {
        int from = Math.max(0, heads.size() - Header.MAX_PARENTS);
        return heads.subList(from, heads.size()).stream().sorted().toList();
    }

    /** The state line of {@code jailoo state}: canonical JSON. */
    public String line() {
        TreeMap<String, Json> line = new TreeMap<>();
        TreeMap<String, Json> conflictArrays = new TreeMap<>();
        for (Map.Entry<String, List<Json>> conflict : conflicts.entrySet()) {
            conflictArrays.put(conflict.getKey(), new Json.Array(new ArrayList<>(conflict.getValue())));
        }
        line.put("conflicts", new Json.Obj(conflictArrays));
        line.put("deleted", Json.of(deleted));
        line.put("incomplete", Json.of(incomplete));
        line.put("purged", Json.of(purged));
        line.put("record", Json.of(record));
        line.put("type", Json.of(type));
        line.put("values", new Json.Obj(values));
        return CanonicalJson.text(new Json.Obj(line));
    }
}
