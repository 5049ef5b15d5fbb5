package org.jailoo.record;

/**
 * A reason why a change set is not written.
 *
 * @param path the path in the body, with members of groups and items after a dot; empty where it is about the whole
 * @param detail the type, code or value at fault, for people who look into it; not a sentence
 */
public record Problem(Kind kind, String path, String detail) {
    /** What is wrong; the code of each is stable. */
    public enum Kind {
        UNKNOWN_TYPE("unknown-type"),
        UNKNOWN_FIELD("unknown-field"),
        UNKNOWN_CODE("unknown-code"),
        WRONG_KIND("wrong-kind"),
        BAD_PATH("bad-path"),
        BAD_DATE("bad-date"),
        BAD_QUARTER("bad-quarter"),
        BAD_REFERENCE("bad-reference"),
        BAD_HASH("bad-hash"),
        BAD_SIZE("bad-size"),
        EMPTY_BODY("empty-body"),
        TOO_MANY_PATHS("too-many-paths");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code, for messages and scripts. */
        public String code() {
            return code;
        }
    }
}
