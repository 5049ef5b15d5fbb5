package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jailoo.app.ListMemory.Filter;
import org.jailoo.app.ListMemory.Remembered;
import org.jailoo.notebook.Notebook;

/** Forgets the saved filters whose words stood in an erased record alone: they found something before, and nothing after. */
final class ForgetFilters {
    private final Notebook notebook;
    private final ListMemory memory;
    private final Set<String> found = new HashSet<>();

    ForgetFilters(Notebook notebook) {
        this.notebook = notebook;
        this.memory = new ListMemory(notebook);
    }

    /** Before the erasure, in its transaction. */
    void look() {
        each((type, filter) -> {
            if (finds(filter)) {
                found.add(filter.typed());
            }
        });
    }

    /** After it, in the same one. */
    void forget() {
        for (String type : notebook.schema().types().keySet()) {
            Remembered known = memory.of(type);
            List<Filter> stay = new ArrayList<>(known.filters());
            stay.removeIf(filter -> found.contains(filter.typed()) && !finds(filter));
            if (stay.size() < known.filters().size()) {
                memory.keep(type, new Remembered(stay, known.columns(), known.order()));
            }
        }
    }

    private boolean finds(Filter filter) {
        return notebook.search().count(filter.typed()) > 0;
    }

    private interface Taking {
        void take(String type, Filter filter);
    }

    private void each(Taking taking) {
        for (String type : notebook.schema().types().keySet()) {
            memory.of(type).filters().forEach(filter -> taking.take(type, filter));
        }
    }
}
