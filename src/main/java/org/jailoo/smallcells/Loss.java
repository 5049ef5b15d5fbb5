package org.jailoo.smallcells;

/** What a reader loses when a figure is hidden: little where a small one of many is, much where a total is. */
final class Loss {
    /** The rank of what is the worst loss. */
    static final int MOST = 7;

    /** Never to be changed. */
    private static final int NEVER = MOST + 1;

    private Loss() {}

    /** From 0, no loss, to {@link #MOST}; more for what is printed whatever may come of it. */
    static int rank(Figure figure, int threshold, boolean whole, boolean part) {
        return switch (figure.sort()) {
            case UNPRINTED -> 0;
            case OPEN -> NEVER;
            case SENSITIVE -> figure.value() == 0 ? NEVER : rank(figure.value(), threshold, whole, part);
        };
    }

    private static int rank(long value, int threshold, boolean whole, boolean part) {
        if (whole) {
            return !part ? MOST : value < 3L * threshold ? 5 : 6;
        }
        return value < 2L * threshold ? 1 : value < 4L * threshold ? 2 : value < 10L * threshold ? 3 : 4;
    }
}
