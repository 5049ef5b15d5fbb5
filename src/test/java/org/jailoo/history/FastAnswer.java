package org.jailoo.history;

import java.util.Collection;
import java.util.Optional;
import org.jailoo.history.ReferenceDerivation.Answer;

/** The derivation of the product, asked in the words of the reference. */
final class FastAnswer {
    private FastAnswer() {}

    static Optional<Answer> of(NotebookModel notebook, String record) {
        return of(notebook.held(record), notebook.isPurged(record));
    }

    static Optional<Answer> of(Collection<Held> held, boolean purged) {
        return Derivation.derive(held, purged)
                .map(state -> new Answer(state.line(), state.heads(), state.parentsOfNextEdit(), state.bodyMissing()));
    }
}
