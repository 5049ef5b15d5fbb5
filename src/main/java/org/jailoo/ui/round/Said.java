package org.jailoo.ui.round;

/** What became of the last entry. */
enum Said {
    NOTHING,
    SAVED,
    SAME,
    /** Somebody else has changed the recommendation; it is shown as it stands now, and what was typed is still there. */
    CHANGED,
    GONE,
    NOT_TAKEN,
    FAILED,
    /** What is typed could not be kept. */
    NOT_KEPT;

    boolean isGood() {
        return this == SAVED || this == SAME;
    }
}
