package org.jailoo.identity;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says why an age envelope does not open, or does not give its content to the end. */
public final class EnvelopeException extends IOException {
    /** What is wrong with the envelope. */
    public enum Kind {
        /** It was encrypted for someone else, or with another passphrase. */
        WRONG_RECIPIENT,
        /** It has no header that age would accept, or ends before its content begins. */
        NOT_AGE,
        /** Its passphrase costs more memory to try than this program has. */
        TOO_COSTLY,
        /** It ends before its end. */
        TRUNCATED,
        /** Its content is not what was encrypted. */
        ALTERED
    }

    private final Kind kind;

    EnvelopeException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
