package org.jailoo.sound;

/** A recording that cannot be decoded here: of a kind that nothing here decodes, or broken. */
public final class NotPlayable extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlayable(String what) {
        super(what);
    }

    NotPlayable(String what, Throwable cause) {
        super(what, cause);
    }
}
