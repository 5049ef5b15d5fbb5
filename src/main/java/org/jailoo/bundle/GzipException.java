package org.jailoo.bundle;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says why a gzip layer does not give its content to the end. */
final class GzipException extends IOException {
    /** What is wrong with the layer. */
    enum Kind {
        /** Its header or its blocks are against the format, or something follows its one member. */
        MALFORMED,
        /** It ends before its trailer does. */
        TRUNCATED,
        /** It inflates beyond the bound. */
        TOO_LARGE,
        /** A checksum, or the length in the trailer, does not hold. */
        ALTERED
    }

    private final Kind kind;

    GzipException(Kind kind, String message) {
        this(kind, message, null);
    }

    GzipException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
