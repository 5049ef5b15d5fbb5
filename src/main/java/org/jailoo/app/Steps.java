package org.jailoo.app;

import java.util.concurrent.CancellationException;

/** Told, on the working thread, how far a piece of work has come. */
@FunctionalInterface
public interface Steps {
    /** For work that nobody watches. */
    Steps UNWATCHED = (done, of) -> {};

    /**
     * Takes how many steps are done of how many.
     *
     * @throws CancellationException to stop the work; it reaches whoever called for it, and nothing is left behind
     */
    void done(long done, long of);
}
