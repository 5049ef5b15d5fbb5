package org.jailoo.report;

/** What a workbook holds, beside what it says of itself. */
public enum Content {
    /** The tables. */
    REPORT,
    /** A sheet for each type and for each kind of its items, and the codes. */
    DATA,
    /** Both. */
    ALL;

    /** Whether the tables are in it. */
    boolean hasTables() {
        return this != DATA;
    }

    /** Whether records stand in it row by row. */
    boolean hasRows() {
        return this != REPORT;
    }
}
