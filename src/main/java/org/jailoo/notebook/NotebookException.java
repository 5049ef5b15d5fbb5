package org.jailoo.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
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
        /** What was asked for names people, and the identities are closed. */
        IDENTITIES_CLOSED,
        /** This notebook keeps no identities: neither a passphrase nor a kit opens any here. */
        IDENTITIES_NOT_KEPT,
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

    /** The same failure of opening or making a notebook in these words; a fault of the program's own is thrown on. */
    static NotebookException of(Exception e) {
        if (e instanceof NotebookException known) {
            return known;
        }
        if (e instanceof NoSuchFileException) {
            return new NotebookException(Fault.MISSING, "missing: " + e.getMessage(), e);
        }
        if (e instanceof FileAlreadyExistsException) {
            return new NotebookException(Fault.EXISTS, "exists: " + e.getMessage(), e);
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            return new NotebookException(Fault.NOT_WRITABLE, String.valueOf(e.getMessage()), e);
        }
        throw (RuntimeException) e;
    }
}
