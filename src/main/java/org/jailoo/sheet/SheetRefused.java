package org.jailoo.sheet;

/** A file that is no sheet of ours, or one that cannot be read; nothing of it was taken. */
public final class SheetRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    SheetRefused(Reason reason) {
        this(Refusal.ofFile(reason));
    }

    SheetRefused(Refusal refusal) {
        super(refusal.reason().code());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
