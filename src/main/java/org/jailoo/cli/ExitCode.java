package org.jailoo.cli;

/** What a command answers to the shell. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;

    /** A fault of the program. */
    public static final int FAULT = 1;

    /** The command was not understood, or may not be given like this; nothing was done. */
    public static final int USAGE = 2;

    /** A bundle, a card or a receiver was refused. */
    public static final int REFUSED = 3;

    /** The passphrase is not the one. */
    public static final int WRONG_PASSPHRASE = 4;

    /** The notebook is damaged. */
    public static final int DAMAGED = 5;

    /** A file exists, is missing, cannot be read or written, or is open in another process. */
    public static final int FILE = 6;

    private ExitCode() {}

    /** The worse of two: the greater number. Zero is the least, so nothing that went wrong is lost. */
    static int worse(int one, int other) {
        return Math.max(one, other);
    }
}
