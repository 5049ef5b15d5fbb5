package org.jailoo.app;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jailoo.consent.Guarded;
import org.jailoo.history.RecordState;
import org.jailoo.notebook.Revisions;
import org.jailoo.notebook.Snapshot;
import org.jailoo.report.RecordSource;

/**
 * The records of a notebook as it stood at one moment, by their types. Their keys are in memory, four bytes each; their
 * states come one by one.
 */
final class NotebookRecords implements RecordSource {
    /** How records of a type follow each other. */
    enum Order {
        /** By their ids: the same in every notebook that holds the same. */
        BY_ID,
        /** As they came to stand here: the file is read from its beginning to its end. */
        AS_THEY_CAME
    }

    private static final int[] NONE = {};

    private final Revisions revisions;
    private final Steps steps;
    private final Map<String, int[]> keys = new TreeMap<>();
    private final ToIntFunction<String> walks;
    private long walked;
    private long all;

    /**
     * The records as they stood.
     *
     * @param walks how many times all of them will be walked, for the progress
     */
    NotebookRecords(Snapshot notebook, Steps steps, int walks) {
        this(notebook, steps, type -> walks, Order.BY_ID);
    }

    /**
     * The records as they stood.
     *
     * @param walks how many times those of a type will be walked at most, for the progress
     */
    NotebookRecords(Snapshot notebook, Steps steps, ToIntFunction<String> walks) {
        this(notebook, steps, walks, Order.BY_ID);
    }

    NotebookRecords(Snapshot notebook, Steps steps, ToIntFunction<String> walks, Order order) {
        this.revisions = notebook.revisions();
        this.steps = steps;
        Map<String, IntStream.Builder> found = new TreeMap<>();
        revisions.keys().eachOfAType((type, key) ->
                found.computeIfAbsent(type, t -> IntStream.builder()).add(key));
        found.forEach((type, some) -> keys.put(type, some.build().toArray()));
        if (order == Order.AS_THEY_CAME) {
            keys.values().forEach(Arrays::sort);
        }
        this.walks = walks;
        this.all = allWalks();
    }

    private long allWalks() {
        return keys.entrySet().stream()
                .mapToLong(type -> (long) type.getValue().length * walks.applyAsInt(type.getKey()))
                .sum();
    }

    /** From now on only these are here. */
    void keep(Set<String> kept) {
        BitSet stay = new BitSet();
        for (String id : kept) {
            Long key = revisions.keyOf(id);
            if (key != null) {
                stay.set(key.intValue());
            }
        }
        keys.replaceAll((type, some) -> Arrays.stream(some).filter(stay::get).toArray());
        keys.values().removeIf(some -> some.length == 0);
        all = walked + allWalks();
    }

    @Override
    public Set<String> types() {
        return new HashSet<>(keys.keySet());
    }

    @Override
    public long count(String type) {
        return keys.getOrDefault(type, NONE).length;
    }

    @Override
    public void each(String type, Consumer<Guarded> take) {
        eachState(type, state -> take.accept(new Guarded(state)));
    }

    /** The same, open: for what stays in this notebook. */
    void eachState(String type, Consumer<RecordState> take) {
        for (int key : keys.getOrDefault(type, NONE)) {
            String id = revisions.keys().idOf(key);
            if (id != null) {
                revisions.visible(id).ifPresent(take);
            }
            walked++;
            steps.done(Math.min(walked, all), all);
        }
    }
}
