package org.jailoo.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.record.Path;

/** How a record came to be what it is: what each of its edits changed, and who stands against whom. For people to read. */
public final class Chronicle {
    private final Graph graph;
    private final Map<String, List<Integer>> writes;

    private Chronicle(Graph graph) {
        this.graph = graph;
        this.writes = Derivation.writes(graph);
    }

    /** The chronicle of a record of which this is held; bodies of a purged one are for the caller to leave out. */
    public static Chronicle of(Collection<Held> held) {
        return new Chronicle(Graph.of(held));
    }

    /**
     * What an edit did to a path.
     *
     * @param before what stood there for its writer: nothing, one value, or several that it settled, {@code null} among
     *     them for a clearing
     * @param after what it wrote; {@code null} clears
     */
    public record Change(String path, List<Json> before, Json after) {
        public Change {
            before = List.copyOf(before);
        }
    }

    /**
     * An edit.
     *
     * @param bodied whether it is held with what it changed
     * @param head whether no other edit was made on it
     * @param changes ascending by path
     */
    public record Step(Header header, boolean bodied, boolean head, List<Change> changes) {
        public Step {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The latest edits, the last first, so that each stands before what it was made on; of two that did not know of
     * each other the later time stands first.
     *
     * @param times what each writer's laptop took the time to be, by the edit's id; for order alone
     */
    public List<Step> latest(int limit, Map<String, String> times) {
        List<Integer> order = order(times);
        Collections.reverse(order);
        List<String> heads = graph.heads();
        return order.stream()
                .limit(limit)
                .map(edit -> step(
                        edit, heads.contains(graph.edits().get(edit).header().id())))
                .toList();
    }

    /**
     * The values as an edit left them, for its writer: what it wrote, and what it stood on. Empty for an edit that is not
     * held.
     */
    public SortedMap<String, Json> valuesAfter(String revision) {
        SortedMap<String, Json> values = new TreeMap<>();
        for (int edit = 0; edit < graph.size(); edit++) {
            if (id(edit).equals(revision)) {
                BitSet known = (BitSet) graph.ancestors(edit).clone();
                known.set(edit);
                writes.forEach((path, all) -> {
                    List<Integer> seen = all.stream().filter(known::get).toList();
                    if (!seen.isEmpty()) {
                        List<Integer> maximal = graph.maximal(seen);
                        Json.Obj body = graph.edits()
                                .get(maximal.get(maximal.size() - 1))
                                .body();
                        Json value = body == null ? null : body.get(path);
                        if (value != null && !(value instanceof Json.Null)) {
                            values.put(path, value);
                        }
                    }
                });
            }
        }
        return values;
    }

    /** How many edits there are. */
    public int size() {
        return graph.size();
    }

    private List<Integer> order(Map<String, String> times) {
        Map<Integer, List<Integer>> children = new HashMap<>();
        int[] waiting = new int[graph.size()];
        PriorityQueue<Integer> ready =
                new PriorityQueue<>(Comparator.<Integer, String>comparing(edit -> times.getOrDefault(id(edit), ""))
                        .thenComparing(this::id));
        for (int edit = 0; edit < graph.size(); edit++) {
            int[] parents = graph.parents(edit);
            waiting[edit] = parents.length;
            for (int parent : parents) {
                children.computeIfAbsent(parent, p -> new ArrayList<>(1)).add(edit);
            }
            if (parents.length == 0) {
                ready.add(edit);
            }
        }
        List<Integer> order = new ArrayList<>(graph.size());
        for (Integer edit = ready.poll(); edit != null; edit = ready.poll()) {
            order.add(edit);
            for (int child : children.getOrDefault(edit, List.of())) {
                waiting[child]--;
                if (waiting[child] == 0) {
                    ready.add(child);
                }
            }
        }
        return order;
    }

    private String id(int edit) {
        return graph.edits().get(edit).header().id();
    }

    private Step step(int edit, boolean head) {
        Held held = graph.edits().get(edit);
        List<Change> changes = new ArrayList<>();
        if (held.body() != null) {
            BitSet ancestors = graph.ancestors(edit);
            held.body().members().forEach((path, after) -> {
                List<Integer> known = writes.getOrDefault(path, List.of()).stream()
                        .filter(ancestors::get)
                        .toList();
                List<Json> before =
                        List.copyOf(values(path, graph.maximal(known)).keySet());
                changes.add(new Change(path, before.equals(List.of(Json.NULL)) ? List.of() : before, after));
            });
        }
        return new Step(held.header(), held.body() != null, head, changes);
    }

    /** The values that some edits gave a path, each with the ids of those that did, in their order. */
    private Map<Json, List<String>> values(String path, List<Integer> edits) {
        Map<Json, List<String>> values = new LinkedHashMap<>();
        for (int edit : edits) {
            Json.Obj body = graph.edits().get(edit).body();
            Json value = body == null ? null : body.get(path);
            if (value != null) {
                values.computeIfAbsent(value, v -> new ArrayList<>(1)).add(id(edit));
            }
        }
        return values;
    }

    /**
     * One of the values of a path in conflict.
     *
     * @param shown whether it is the one that stands until a person settles
     * @param revisions the edits that wrote it, or that went on without knowing of a deletion; the greatest last
     */
    public record Contender(Json value, boolean shown, List<String> revisions) {
        public Contender {
            revisions = List.copyOf(revisions);
        }
    }

    /** By path in conflict, the values that stand beside each other, the shown one first. */
    public SortedMap<String, List<Contender>> conflicts() {
        SortedMap<String, List<Contender>> conflicts = new TreeMap<>();
        writes.forEach((path, all) -> {
            List<Integer> maximal = graph.maximal(all);
            Map<Json, List<String>> values = values(path, maximal);
            String shown = id(maximal.get(maximal.size() - 1));
            if (path.equals(Path.DELETED) && values.keySet().equals(java.util.Set.of(Json.TRUE))) {
                List<String> unknowing = unknowing(maximal);
                if (!unknowing.isEmpty()) {
                    // Alive until a person settles (bundle.md §4, rule 3).
                    values.put(Json.NULL, unknowing);
                    shown = unknowing.get(unknowing.size() - 1);
                }
            }
            if (values.size() > 1) {
                String first = shown;
                conflicts.put(
                        path,
                        values.entrySet().stream()
                                .map(v -> new Contender(v.getKey(), v.getValue().contains(first), v.getValue()))
                                .sorted(Comparator.comparing(Contender::shown).reversed())
                                .toList());
            }
        });
        return conflicts;
    }

    /**
     * By path in conflict, the value on which all that contend there were written: what stood before they parted. Left
     * out where they have no such value in common, or several.
     */
    public SortedMap<String, Json> partedFrom() {
        SortedMap<String, Json> parted = new TreeMap<>();
        for (String path : conflicts().keySet()) {
            List<Integer> all = writes.getOrDefault(path, List.of());
            BitSet common = null;
            for (int write : graph.maximal(all)) {
                BitSet ancestors = (BitSet) graph.ancestors(write).clone();
                if (common == null) {
                    common = ancestors;
                } else {
                    common.and(ancestors);
                }
            }
            BitSet known = common == null ? new BitSet() : common;
            List<Integer> before = all.stream().filter(known::get).toList();
            Map<Json, List<String>> values = values(path, graph.maximal(before));
            if (values.size() == 1) {
                parted.put(path, values.keySet().iterator().next());
            }
        }
        return parted;
    }

    private List<String> unknowing(List<Integer> deletions) {
        List<Integer> unknowing = graph.unknowing(deletions).stream().boxed().toList();
        return graph.maximal(unknowing).stream().map(this::id).toList();
    }
}
