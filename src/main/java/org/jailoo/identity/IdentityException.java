package org.jailoo.identity;

/** Says why JSON is not a card, or not a device's keys. */
public final class IdentityException extends Exception {
    /** What is wrong, in the words of the bundle format. */
    public enum Reason {
        /** A member is missing, mistyped, or breaks a rule. */
        MALFORMED,
        /** It was written by a newer version of the program. */
        NEWER_VERSION,
        /** The signature does not hold. */
        ALTERED
    }

    private final Reason reason;

    public IdentityException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
