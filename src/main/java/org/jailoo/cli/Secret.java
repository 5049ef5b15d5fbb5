package org.jailoo.cli;

import java.util.Arrays;

/** A passphrase, wiped when closed. */
final class Secret implements AutoCloseable {
    private final char[] chars;

    /** Takes the characters over. */
    @SuppressWarnings("ArrayIsStoredDirectly")
    Secret(char[] chars) {
        this.chars = chars;
    }

    /** The characters themselves, not a copy: another copy would be another one to wipe. */
    char[] chars() {
        return chars;
    }

    boolean isSame(Secret other) {
        return Arrays.equals(chars, other.chars);
    }

    @Override
    public void close() {
        Arrays.fill(chars, '\0');
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
