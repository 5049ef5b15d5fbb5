package org.jailoo.ui.conflicts;

import org.jailoo.app.Conflicts.Line;
import org.jailoo.app.SaveRecord;

/**
 * What became of the last decision.
 *
 * @param count how many contradictions it settled
 */
record Said(Kind kind, Line line, int count) {
    /** What became of it. */
    enum Kind {
        SETTLED,
        /** Something came in meanwhile that contradicts it. */
        STILL,
        /** The record was erased, or is not what it was. */
        GONE,
        REFUSED,
        TOO_LARGE,
        FAILED;

        /** Why nothing was saved. */
        static Kind of(SaveRecord.Outcome outcome) {
            if (outcome instanceof SaveRecord.Refused) {
                return REFUSED;
            }
            return outcome instanceof SaveRecord.TooLarge ? TOO_LARGE : GONE;
        }
    }
}
