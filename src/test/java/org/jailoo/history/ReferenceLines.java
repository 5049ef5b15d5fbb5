package org.jailoo.history;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The state lines of the slow reference, for tests of other packages. */
public final class ReferenceLines {
    private ReferenceLines() {}

    /** The line of the record that all of these are revisions of; the same one may come twice. */
    public static Optional<String> line(Collection<Held> union, boolean purged) {
        NotebookModel notebook = new NotebookModel(Map.of());
        union.forEach(notebook::add);
        String record = union.iterator().next().header().record();
        if (purged) {
            notebook.accept(record);
        }
        return new ReferenceDerivation(notebook, record).answer().map(ReferenceDerivation.Answer::line);
    }
}
