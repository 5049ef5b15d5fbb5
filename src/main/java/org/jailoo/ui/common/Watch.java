package org.jailoo.ui.common;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The line between a piece of work and who started it: progress one way, the wish to stop the other. */
public final class Watch {
    private static final long NANOS_BETWEEN = 100_000_000L;

    private final Consumer<Double> progress;
    private volatile boolean cancelled;
    private long told;

    Watch(Consumer<Double> progress) {
        this.progress = progress;
        this.told = System.nanoTime() - NANOS_BETWEEN;
    }

    /** Asks the work to stop at the next place where it can. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether somebody asked to stop. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Says how far the work is; tells no more often than a person can see.
     *
     * @param total 0 or less where it is not known
     * @throws CancellationException where somebody asked to stop
     */
    public void at(long done, long total) {
        if (cancelled) {
            throw new CancellationException();
        }
        long now = System.nanoTime();
        if (now - told >= NANOS_BETWEEN) {
            told = now;
            progress.accept(total > 0 ? Math.min(1.0, (double) done / total) : -1.0);
        }
    }
}
