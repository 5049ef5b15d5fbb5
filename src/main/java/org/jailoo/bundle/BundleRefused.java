package org.jailoo.bundle;

import java.io.IOException;
import org.jailoo.history.FormatException;
import org.jailoo.identity.EnvelopeException;
import org.jailoo.json.JsonException;
import org.jspecify.annotations.Nullable;

/** Says that a file is not taken in, and why; whoever reads it leaves the notebook as it was. */
public final class BundleRefused extends Exception {
    private final Reason reason;

    public BundleRefused(Reason reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    /** The reason, the first that applies in file order. */
    public Reason reason() {
        return reason;
    }

    /** What exactly was found, in English and without content of the bundle: for logs, not for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The refusal that a fault in the content stands for. */
    static BundleRefused of(FormatException fault) {
        return new BundleRefused(reason(fault.fault()), String.valueOf(fault.getMessage()), fault);
    }

    /**
     * The refusal that a failure to read stands for.
     *
     * @throws IOException the failure itself, where the bundle is not at fault: a disk, a network
     */
    static BundleRefused of(IOException failure) throws IOException {
        Reason reason = reason(failure);
        if (reason == null) {
            throw failure;
        }
        return new BundleRefused(reason, String.valueOf(failure.getMessage()), failure);
    }

    private static @Nullable Reason reason(IOException failure) {
        if (failure instanceof JsonException json) {
            return switch (json.kind()) {
                case MALFORMED -> Reason.MALFORMED;
                case TRUNCATED -> Reason.TRUNCATED;
                case TOO_LARGE -> Reason.TOO_LARGE;
            };
        }
        if (failure instanceof GzipException gzip) {
            return switch (gzip.kind()) {
                case MALFORMED -> Reason.MALFORMED;
                case TRUNCATED -> Reason.TRUNCATED;
                case TOO_LARGE -> Reason.TOO_LARGE;
                case ALTERED -> Reason.ALTERED;
            };
        }
        if (failure instanceof EnvelopeException age) {
            return switch (age.kind()) {
                case WRONG_RECIPIENT -> Reason.WRONG_RECIPIENT;
                case NOT_AGE, TOO_COSTLY -> Reason.NOT_A_BUNDLE;
                case TRUNCATED -> Reason.TRUNCATED;
                case ALTERED -> Reason.ALTERED;
            };
        }
        return null;
    }

    private static Reason reason(FormatException.Fault fault) {
        return switch (fault) {
            case NEWER_VERSION -> Reason.NEWER_VERSION;
            case TOO_LARGE -> Reason.TOO_LARGE;
            case MALFORMED -> Reason.MALFORMED;
            case ALTERED -> Reason.ALTERED;
        };
    }
}
