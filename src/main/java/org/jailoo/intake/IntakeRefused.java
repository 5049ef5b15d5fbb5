package org.jailoo.intake;

/** A file that cannot be read as a table; nothing of it was taken. */
public final class IntakeRefused extends Exception {
    private static final long serialVersionUID = 1;

    /** Why, as far as a person can do something about it. */
    public enum Reason {
        /** Over the size, or the number of rows, columns or letters, that this computer is asked to hold. */
        TOO_LARGE,
        /** Neither a workbook nor text. */
        NOT_A_TABLE,
        /** A workbook that is cut off or broken. */
        DAMAGED,
        /** A workbook with a password. */
        LOCKED,
        /** A quotation mark that is opened in the row told and never closed. */
        OPEN_QUOTE,
        /** Nothing stands in it. */
        EMPTY
    }

    private final Reason reason;
    private final long row;

    IntakeRefused(Reason reason) {
        this(reason, 0);
    }

    IntakeRefused(Reason reason, long row) {
        super(reason + (row > 0 ? " in row " + row : ""));
        this.reason = reason;
        this.row = row;
    }

    public Reason reason() {
        return reason;
    }

    /** The row in which it was found; 0 where it is not about one. */
    public long row() {
        return row;
    }
}
