package org.jailoo.ui.record;

/**
 * What the person is told about the last save, in no language yet.
 *
 * @param count how many places it is about, where that matters
 */
public record Notice(Kind kind, int count) {
    /** What became of it. */
    public enum Kind {
        SAVED("saved"),
        SAVED_IN_CONFLICT("saved-in-conflict"),
        NOT_UNDERSTOOD("not-understood"),
        REFUSED("refused"),
        OTHER_TYPE("other-type"),
        PURGED("purged"),
        TOO_LARGE("too-large"),
        NOT_WRITABLE("not-writable"),
        FAILED("failed");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The last part of the message's key. */
        public String code() {
            return code;
        }

        /** Whether what was typed is on the disk. */
        public boolean isSaved() {
            return this == SAVED || this == SAVED_IN_CONFLICT;
        }
    }
}
