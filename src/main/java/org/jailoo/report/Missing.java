package org.jailoo.report;

/**
 * What is missing in a table, and how much of it.
 *
 * @param what in words
 * @param number a count, or hidden where it might lead to a person
 */
public record Missing(String what, Cell number) {
    /** As it stands under the title of a table. */
    String sentence() {
        return what + ": " + (number instanceof Cell.Count count ? Long.toString(count.value()) : Cell.Hidden.MARK);
    }
}
