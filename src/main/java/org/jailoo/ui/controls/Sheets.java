package org.jailoo.ui.controls;

import java.util.Objects;

/** The style sheet of the controls, which a list in a window of its own needs too. */
public final class Sheets {
    public static final String CONTROLS = Objects.requireNonNull(
                    Sheets.class.getResource("/org/jailoo/ui/controls.css"))
            .toExternalForm();

    private Sheets() {}
}
