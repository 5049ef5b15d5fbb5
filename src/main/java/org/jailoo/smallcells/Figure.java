package org.jailoo.smallcells;

/** A number, and what may be done with it. */
public record Figure(long value, Sort sort) {
    /** What may be done with a number. */
    public enum Sort {
        /** It counts people: hidden where it is small, and where a small one could be computed from it. */
        SENSITIVE,
        /** It is printed whatever it is. */
        OPEN,
        /** It stands nowhere; others are computed from it all the same. */
        UNPRINTED
    }

    public Figure {
        if (value < 0) {
            throw new IllegalArgumentException("a negative number of people");
        }
    }
}
