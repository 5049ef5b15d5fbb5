package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jailoo.consent.Guarded;
import org.jailoo.history.RecordState;
import org.jailoo.notebook.Revisions;
import org.jailoo.notebook.Snapshot;
import org.jailoo.report.RecordSource;

/**
 * The records of a notebook as it stood at one moment, by their types. Their ids are in memory; their states come one by
 * one.
 */
final class NotebookRecords implements RecordSource {
    private final Revisions revisions;
    private final Steps steps;
    private final Map<String, List<String>> ids = new TreeMap<>();
    private final ToIntFunction<String> walks;
    private long walked;
    private long all;

    /**
     * The records as they stood.
     *
     * @param walks how many times all of them will be walked, for the progress
     */
    NotebookRecords(Snapshot notebook, Steps steps, int walks) {
        this(notebook, steps, type -> walks);
    }

    /**
     * The records as they stood.
     *
     * @param walks how many times those of a type will be walked at most, for the progress
     */
    NotebookRecords(Snapshot notebook, Steps steps, ToIntFunction<String> walks) {
        this.revisions = notebook.revisions();
        this.steps = steps;
        List<String> every = new ArrayList<>();
        revisions.eachRecord(every::add);
        for (String id : every) {
            Revisions.Brief brief = revisions.brief(id);
            if (brief != null) {
                ids.computeIfAbsent(brief.type(), t -> new ArrayList<>()).add(id);
            }
        }
        this.walks = walks;
        this.all = allWalks();
    }

    private long allWalks() {
        return ids.entrySet().stream()
                .mapToLong(type -> (long) type.getValue().size() * walks.applyAsInt(type.getKey()))
                .sum();
    }

    /** From now on only these are here. */
    void keep(Set<String> kept) {
        ids.values().forEach(some -> some.retainAll(kept));
        ids.values().removeIf(List::isEmpty);
        all = walked + allWalks();
    }

    @Override
    public Set<String> types() {
        return new HashSet<>(ids.keySet());
    }

    @Override
    public long count(String type) {
        return ids.getOrDefault(type, List.of()).size();
    }

    @Override
    public void each(String type, Consumer<Guarded> take) {
        eachState(type, state -> take.accept(new Guarded(state)));
    }

    /** The same, open: for what stays in this notebook. */
    void eachState(String type, Consumer<RecordState> take) {
        for (String id : ids.getOrDefault(type, List.of())) {
            revisions.visible(id).ifPresent(take);
            walked++;
            steps.done(Math.min(walked, all), all);
        }
    }
}
