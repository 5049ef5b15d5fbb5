package org.jailoo.ui.lock;

import java.util.concurrent.TimeUnit;

/**
 * A moment as two clocks of the machine tell it. The clock on the wall goes on while the machine sleeps, and people set
 * it; the steady one is never set, and may stand still in a sleep.
 *
 * @param wallMillis milliseconds since 1970
 * @param steadyNanos nanoseconds since some fixed moment
 */
public record Moment(long wallMillis, long steadyNanos) {
    /** Milliseconds that have passed since, by the clock that says more; a clock that was set back says nothing. */
    long since(Moment earlier) {
        return Math.max(
                Math.max(0, wallMillis - earlier.wallMillis),
                Math.max(0, TimeUnit.NANOSECONDS.toMillis(steadyNanos - earlier.steadyNanos)));
    }

    /** Milliseconds by the steady clock alone. */
    long steadySince(Moment earlier) {
        return TimeUnit.NANOSECONDS.toMillis(steadyNanos - earlier.steadyNanos);
    }
}
