package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jailoo.history.RecordState;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Revisions;
import org.jailoo.report.RecordSource;

/**
 * The records of a notebook by their types, for tables. Their ids are in memory; their states come one by one.
 *
 * <p>To be used inside one transaction: what is walked twice is then the same twice.
 */
final class NotebookRecords implements RecordSource {
    private final Notebook notebook;
    private final Steps steps;
    private final Map<String, List<String>> ids = new TreeMap<>();
    private long walked;
    private final long all;

    /**
     * The records of a notebook as it stands.
     *
     * @param walks how many times all of them will be walked, for the progress
     */
    NotebookRecords(Notebook notebook, Steps steps, int walks) {
        this.notebook = notebook;
        this.steps = steps;
        List<String> every = new ArrayList<>();
        notebook.revisions().eachRecord(every::add);
        for (String id : every) {
            Revisions.Brief brief = notebook.revisions().brief(id);
            if (brief != null) {
                ids.computeIfAbsent(brief.type(), t -> new ArrayList<>()).add(id);
            }
        }
        this.all = (long) every.size() * walks;
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
    public void each(String type, Consumer<RecordState> take) {
        for (String id : ids.getOrDefault(type, List.of())) {
            notebook.revisions().state(id).ifPresent(take);
            walked++;
            steps.done(Math.min(walked, all), all);
        }
    }
}
