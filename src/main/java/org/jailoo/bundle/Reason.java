package org.jailoo.bundle;

/** Why a file is refused (bundle.md §6); the codes are stable and are what other programs see. */
public enum Reason {
    /** Encrypted for someone else, or a wrong passphrase. */
    WRONG_RECIPIENT("wrong-recipient"),
    /** Anything else before a {@code format} of {@code jailoo-bundle} has been read. */
    NOT_A_BUNDLE("not-a-bundle"),
    /** Written by a newer version of the format. */
    NEWER_VERSION("newer-version"),
    /** The sender is not trusted, or is blocked. */
    UNTRUSTED("untrusted"),
    /** The input, or a layer of its envelope, ends too early. */
    TRUNCATED("truncated"),
    /** Over a limit, or over the bound on inflation. */
    TOO_LARGE("too-large"),
    /** Against the grammar, or against a rule of the format. */
    MALFORMED("malformed"),
    /** A hash, a signature or a checksum does not hold. */
    ALTERED("altered");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    /** The stable code, {@code wrong-recipient} and the like. */
    public String code() {
        return code;
    }
}
