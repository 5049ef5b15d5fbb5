package org.jailoo.ui.record;

import org.jailoo.notebook.NotebookException;
import org.jailoo.ui.form.RecordForm;

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

    /** What a save that failed is told with. */
    static Notice failed(Exception e) {
        boolean full = e instanceof NotebookException known && known.fault() == NotebookException.Fault.NOT_WRITABLE;
        return new Notice(full ? Kind.NOT_WRITABLE : Kind.FAILED, 0);
    }

    /** Whether what was said holds no more, now that the person typed on. */
    boolean isOver(RecordForm form) {
        return kind.isSaved()
                ? form.dirty().get()
                : (kind == Kind.NOT_UNDERSTOOD || kind == Kind.REFUSED) && form.problems() == 0;
    }
}
