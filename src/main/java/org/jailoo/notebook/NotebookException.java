package org.jailoo.notebook;

import org.jspecify.annotations.Nullable;

/** A notebook that cannot be opened, read or written; {@link #fault()} says in which way. */
public final class NotebookException extends RuntimeException {
    /** What went wrong, as far as the person can act on it. */
    public enum Fault {
        /** No notebook, or no keys, at this place. */
        MISSING,
        /** Something is there already. */
        EXISTS,
        /** Another process has it open. */
        BUSY,
        /** The passphrase is not the one. Nothing was touched. */
        WRONG_PASSPHRASE,
        /** The file is not what it should be, or a check over its bytes fails. */
        DAMAGED,
        /** A newer version of the program wrote it. Nothing was touched. */
        NEWER,
        /** Disk full, read-only, or a stick pulled out; the notebook is as it was before. */
        NOT_WRITABLE
    }

    private final Fault fault;

    public NotebookException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public NotebookException(Fault fault, String message) {
        this(fault, message, null);
    }

    public Fault fault() {
        return fault;
    }
}
