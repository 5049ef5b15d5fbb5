package org.jailoo.smallcells;

import java.util.List;

/**
 * What everybody who understands the tables knows of some numbers, whatever they are.
 *
 * @param whole the index of a figure
 * @param parts indices of other figures, each once
 */
public record Bond(Kind kind, int whole, List<Integer> parts) {
    /** How a whole and its parts belong together. */
    public enum Kind {
        /** The parts add up to the whole. */
        SUM,
        /** No part is greater than the whole, and the whole is not greater than all parts together. */
        OVERLAPPING,
        /** No part is greater than the whole. */
        WITHIN,
        /** All parts together are not greater than the whole. */
        AT_MOST
    }

    public Bond {
        parts = List.copyOf(parts);
    }
}
