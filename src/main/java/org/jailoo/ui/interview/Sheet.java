package org.jailoo.ui.interview;

import java.util.Objects;

/** The style sheet of the interview. */
final class Sheet {
    static final String INTERVIEW = Objects.requireNonNull(Sheet.class.getResource("/org/jailoo/ui/interview.css"))
            .toExternalForm();

    private Sheet() {}
}
