package org.jailoo.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jailoo.record.Path;

/**
 * What one more edit of a record has to write so that its values are what they would be without some of its edits.
 *
 * <p>Pure. The edits in question stay in the history, and who was made on whom is not forgotten: only their words count for
 * nothing. What others wrote on top of them, or beside them, stays.
 */
public final class Reversal {
    private final Graph graph;
    private final Graph silent;
    private final Set<String> taken;
    private final RecordState now;
    private final SortedMap<String, Json> writes = new TreeMap<>();
    private final SortedSet<String> stays = new TreeSet<>();

    private Reversal(Collection<Held> held, Set<String> taken, RecordState now) {
        this.graph = Graph.of(held);
        this.silent = Graph.of(held.stream()
                .map(h -> taken.contains(h.header().id()) ? new Held(h.header(), null) : h)
                .toList());
        this.taken = taken;
        this.now = now;
    }

    /**
     * What there is to write.
     *
     * @param writes by path, the value to write, {@code null} to clear it; a record that consists of the edits in question
     *     alone is deleted, and one that is deleted now, and would be without them, needs nothing
     * @param stays the paths that would be in conflict without them: nothing is written there, a person has to look
     */
    public record Answer(SortedMap<String, Json> writes, SortedSet<String> stays) {}

    /**
     * What there is to write so that some edits count for nothing.
     *
     * @param held everything that is held of one record, whose bodies can be read
     * @param taken ids of the edits in question
     */
    public static Answer of(Collection<Held> held, Set<String> taken) {
        Optional<RecordState> now = Derivation.derive(held, false);
        if (now.isEmpty()) {
            return new Answer(new TreeMap<>(), new TreeSet<>());
        }
        return new Reversal(held, taken, now.get()).answer();
    }

    private Answer answer() {
        if (graph.edits().stream().allMatch(e -> taken.contains(e.header().id()))) {
            if (!now.deleted()) {
                writes.put(Path.DELETED, Json.TRUE);
            }
            return new Answer(writes, stays);
        }
        Map<String, List<Integer>> without = Derivation.writes(silent);
        List<Integer> deletions = without.getOrDefault(Path.DELETED, List.of());
        boolean gone = deletedWithout(deletions);
        if (gone && now.deleted()) {
            return new Answer(writes, stays);
        }
        Derivation.writes(graph).forEach((path, all) -> {
            boolean theirs = graph.maximal(all).stream().anyMatch(this::isTaken);
            if (theirs && !path.equals(Path.DELETED)) {
                settle(path, values(silent, path, without.getOrDefault(path, List.of())));
            }
        });
        if (gone) {
            writes.put(Path.DELETED, Json.TRUE);
        } else {
            deletion(deletions);
        }
        return new Answer(writes, stays);
    }

    private boolean isTaken(int edit) {
        return taken.contains(graph.edits().get(edit).header().id());
    }

    /** The values of the maximal writes; {@code null} alone where there is none. */
    private static Set<Json> values(Graph graph, String path, List<Integer> writes) {
        Set<Json> values = new LinkedHashSet<>();
        for (int edit : graph.maximal(writes)) {
            Json.Obj body = graph.edits().get(edit).body();
            Json value = body == null ? null : body.get(path);
            if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty() ? Set.of(Json.NULL) : values;
    }

    private void settle(String path, Set<Json> before) {
        if (before.size() > 1) {
            stays.add(path);
            return;
        }
        Json value = before.iterator().next();
        boolean same = !now.conflicts().containsKey(path)
                && now.values().getOrDefault(path, Json.NULL).equals(value);
        if (!same) {
            writes.put(path, value);
        }
    }

    /** A deletion is more than its path: whoever wrote without knowing of it contradicts it (bundle.md §4, rule 3). */
    private boolean deletedWithout(List<Integer> deletions) {
        return values(silent, Path.DELETED, deletions).equals(Set.of(Json.TRUE))
                && silent.unknowing(silent.maximal(deletions)).stream().allMatch(this::isTaken);
    }

    private void deletion(List<Integer> deletions) {
        List<Integer> all = graph.maximal(Derivation.writes(graph).getOrDefault(Path.DELETED, List.of()));
        if (all.stream().anyMatch(this::isTaken)
                || (!all.isEmpty() && graph.unknowing(all).stream().anyMatch(this::isTaken))) {
            Set<Json> before = new HashSet<>(values(silent, Path.DELETED, deletions));
            if (before.equals(Set.of(Json.TRUE))) {
                before.add(Json.NULL);
            }
            settle(Path.DELETED, before);
        }
    }
}
