package org.jailoo.json;

import java.io.IOException;

/** Says why bytes are not a value of the format. */
public final class JsonException extends IOException {
    /** What is wrong with the input. */
    public enum Kind {
        /** It breaks the grammar or the subset: a fraction, a duplicate key, invalid UTF-8 … */
        MALFORMED,
        /** It ends too early; what came so far was well formed. */
        TRUNCATED,
        /** It nests deeper, or holds more, than the caller allows. */
        TOO_LARGE
    }

    private final Kind kind;

    public JsonException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
