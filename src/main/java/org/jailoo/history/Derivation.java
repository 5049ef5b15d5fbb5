package org.jailoo.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;

/**
 * Derives the state of one record from all its held revisions (bundle.md §4).
 *
 * <p>Pure: the order in which the revisions come, and how often, makes no difference. A slow reference that follows the
 * text of the format line by line stands in the tests.
 */
public final class Derivation {
    private static final Comparator<byte[]> BY_BYTES = java.util.Arrays::compareUnsigned;

    private final Graph graph;
    private final SortedMap<String, Json> values = new TreeMap<>();
    private final SortedMap<String, List<Json>> conflicts = new TreeMap<>();

    private Derivation(Graph graph) {
        this.graph = graph;
    }

    /**
     * The state of the record, or empty where only purges are held and none of them is accepted.
     *
     * @param held every held revision of the record; bodies of a purged record are not looked at
     * @param purged whether a purge of the record is accepted here
     */
    public static Optional<RecordState> derive(Collection<Held> held, boolean purged) {
        Graph graph = Graph.of(held);
        if (graph.size() == 0) {
            if (!purged) {
                return Optional.empty();
            }
            Header least = Collections.min(
                            held, Comparator.comparing(h -> h.header().id()))
                    .header();
            return Optional.of(new RecordState(
                    least.record(),
                    least.type(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    false,
                    true,
                    false,
                    false,
                    List.of()));
        }
        return Optional.of(new Derivation(graph).state(purged));
    }

    private RecordState state(boolean purged) {
        boolean deleted = false;
        boolean bodyMissing = false;
        if (!purged) {
            bodyMissing = graph.edits().stream().anyMatch(e -> e.body() == null);
            writes(graph).forEach(this::merge);
            deleted = deleted();
        }
        Header first = graph.edits().get(0).header();
        return new RecordState(
                first.record(),
                first.type(),
                Collections.unmodifiableSortedMap(values),
                Collections.unmodifiableSortedMap(conflicts),
                deleted,
                purged,
                graph.parentMissing() || bodyMissing,
                bodyMissing,
                graph.heads());
    }

    /** By path, the places of the revisions that name it, ascending. */
    static Map<String, List<Integer>> writes(Graph graph) {
        Map<String, List<Integer>> writes = new HashMap<>();
        for (int i = 0; i < graph.size(); i++) {
            Json.Obj body = graph.edits().get(i).body();
            if (body != null) {
                for (String path : body.members().keySet()) {
                    writes.computeIfAbsent(path, p -> new ArrayList<>(1)).add(i);
                }
            }
        }
        return writes;
    }

    private void merge(String path, List<Integer> writes) {
        List<Integer> maximal = graph.maximal(writes);
        Set<Json> distinct = new LinkedHashSet<>();
        for (int write : maximal) {
            distinct.add(value(write, path));
        }
        if (distinct.size() > 1) {
            conflicts.put(path, sorted(distinct));
        }
        // Places ascend by (height, id), so the last maximal write is the one to show.
        Json shown = value(maximal.get(maximal.size() - 1), path);
        if (!(shown instanceof Json.Null)) {
            values.put(path, shown);
        }
    }

    private Json value(int edit, String path) {
        Json.Obj body = graph.edits().get(edit).body();
        Json value = body == null ? null : body.get(path);
        if (value == null) {
            throw new IllegalStateException("not a write of this path");
        }
        return value;
    }

    private static List<Json> sorted(Collection<Json> values) {
        return values.stream()
                .sorted(Comparator.comparing(CanonicalJson::bytes, BY_BYTES))
                .toList();
    }

    /** Whether the record is deleted; a deletion that somebody wrote past becomes a conflict (§4 rule 3). */
    private boolean deleted() {
        if (!Json.TRUE.equals(values.get("deleted")) || conflicts.containsKey("deleted")) {
            return false;
        }
        List<Integer> deletions = new ArrayList<>();
        for (int i = 0; i < graph.size(); i++) {
            Json.Obj body = graph.edits().get(i).body();
            if (body != null && body.get("deleted") != null) {
                deletions.add(i);
            }
        }
        if (graph.allKnow(graph.maximal(deletions))) {
            return true;
        }
        conflicts.put("deleted", sorted(List.of(Json.NULL, Json.TRUE)));
        return false;
    }
}
