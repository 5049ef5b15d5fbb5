package org.jailoo.sheet;

import java.util.Locale;

/** A column of the sheet, in the order in which they stand there. */
public enum Column {
    /** The id of the record; hidden. */
    RECORD(0, false, 12),
    NUMBER(1, false, 6),
    PLAN(2, false, 18),
    TEXT(3, false, 46),
    ADDRESSEES(4, false, 24),
    DUE(5, false, 16),
    LAST(6, false, 36),
    STATUS(7, true, 18),
    RESPONSIBLE(8, true, 26),
    PROGRESS(9, true, 52);

    private final int place;
    private final boolean open;
    private final int width;

    Column(int place, boolean open, int width) {
        this.place = place;
        this.open = open;
        this.width = width;
    }

    /** Where it stands when it goes out, from 0. */
    int place() {
        return place;
    }

    /** Whether the office may change it. */
    public boolean isOpen() {
        return open;
    }

    /** In letters. */
    int width() {
        return width;
    }

    /** What tells the column, whatever stands in its heading and wherever it was moved to. */
    String code() {
        return "jailoo:" + name().toLowerCase(Locale.ROOT);
    }
}
