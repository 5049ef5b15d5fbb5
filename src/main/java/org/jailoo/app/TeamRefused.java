package org.jailoo.app;

/** Says why a file is not read as a team list. */
public final class TeamRefused extends Exception {
    /** Why; the first that applies. */
    public enum Why {
        /** It is something else, or damaged beyond telling. */
        NOT_A_LIST,
        /** It ends too early. */
        TRUNCATED,
        /** A newer version of the program wrote it. */
        NEWER_VERSION,
        /** A signature does not hold, or the bytes are not those that were signed. */
        ALTERED
    }

    private final Why why;

    TeamRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
