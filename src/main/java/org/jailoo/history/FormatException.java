package org.jailoo.history;

/** Says why a value that was read is not what the format allows there. */
public final class FormatException extends Exception {
    /** The kinds of fault; each is a reason of bundle.md §6 by the same name. */
    public enum Fault {
        /** Written by a newer version of the format. */
        NEWER_VERSION,
        /** Over a limit of the format. */
        TOO_LARGE,
        /** A missing, mistyped or unknown member, or a rule of the format broken. */
        MALFORMED,
        /** A hash or a signature does not hold. */
        ALTERED
    }

    private final Fault fault;

    public FormatException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
