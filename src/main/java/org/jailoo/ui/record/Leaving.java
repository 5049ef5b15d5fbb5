package org.jailoo.ui.record;

/** What a person answers who leaves with changes. */
public enum Leaving {
    SAVE,
    /** What was typed is gone on with another time; it waits as a draft. */
    KEEP,
    DISCARD
}
