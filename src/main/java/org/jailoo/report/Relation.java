package org.jailoo.report;

import java.util.List;

/** What is known of some numbers of a table to everybody who understands it, whatever the numbers are. */
public record Relation(Kind kind, Quantity whole, List<Quantity> parts) {
    /** How a whole and its parts belong together. */
    public enum Kind {
        /** The parts add up to the whole. */
        SUM,
        /** No part is greater than the whole, and the whole is not greater than all parts together. */
        OVERLAPPING,
        /** No part is greater than the whole. */
        WITHIN
    }

    public Relation {
        parts = List.copyOf(parts);
    }
}
