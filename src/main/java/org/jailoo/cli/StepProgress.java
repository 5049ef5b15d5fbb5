package org.jailoo.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import org.jailoo.app.Steps;

/** How far a piece of work has come, as one line on a terminal that is wiped when it is over. */
final class StepProgress implements Steps, AutoCloseable {
    private final PrintStream err;
    private final String name;
    private final boolean watched;
    private int shown = -1;

    /** The progress of writing this file; without a terminal it shows nothing. */
    StepProgress(Session session, Path file) {
        this.err = session.surroundings().streams().err();
        this.name = Session.visible(String.valueOf(file.getFileName()));
        this.watched = session.surroundings().console() != null;
    }

    @Override
    public void done(long done, long of) {
        if (!watched || of <= 0) {
            return;
        }
        int percent = (int) (done * 100 / of);
        if (percent != shown) {
            shown = percent;
            err.print("\r" + name + " " + percent + " %");
            err.flush();
        }
    }

    /** Ends it: what is said next stands on a line of its own. */
    void wipe() {
        if (shown >= 0) {
            err.print("\r" + " ".repeat(name.length() + 6) + "\r");
            err.flush();
            shown = -1;
        }
    }

    @Override
    public void close() {
        wipe();
    }
}
