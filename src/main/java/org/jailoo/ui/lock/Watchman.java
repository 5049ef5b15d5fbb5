package org.jailoo.ui.lock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether an open notebook is to lock: nobody has touched it for a while, Esc was pressed twice, or the machine has slept.
 *
 * <p>It is told what happens and when, and asks no clock.
 */
public final class Watchman {
    /** Time that is missing between two looks: the machine slept, or its clock was set forward, which is harmless. */
    static final Duration GAP = Duration.ofSeconds(30);

    /** Between the two presses of Esc. */
    static final Duration TWICE = Duration.ofMillis(300);

    /** How long before it locks for idleness a person is warned. */
    static final Duration WARNING = Duration.ofSeconds(20);

    /** What is to be done. */
    public enum Verdict {
        STAY,
        LOCK
    }

    private Duration limit;
    private Moment last;
    private long idleMillis;
    private @Nullable Moment escape;
    private boolean escapeIsDown;

    /** A watchman who begins now. */
    public Watchman(Moment now, Duration limit) {
        this.last = now;
        this.limit = limit;
    }

    /** Changes how long nobody may touch it. */
    public void idleAfter(Duration time) {
        limit = time;
    }

    /** Time has passed. */
    public Verdict look(Moment now) {
        long passed = now.since(last);
        last = now;
        idleMillis += passed;
        return passed > GAP.toMillis() || idleMillis >= limit.toMillis() ? Verdict.LOCK : Verdict.STAY;
    }

    /** A person has touched a key or the mouse. After a sleep this comes too late. */
    public Verdict touched(Moment now) {
        if (look(now) == Verdict.LOCK) {
            return Verdict.LOCK;
        }
        idleMillis = 0;
        return Verdict.STAY;
    }

    /** Esc went down. The system repeats a key that is held, and several windows tell of the same press: one is counted. */
    public Verdict escapeDown(Moment now) {
        if (escapeIsDown) {
            return touched(now);
        }
        escapeIsDown = true;
        boolean twice = escape != null && now.steadySince(escape) <= TWICE.toMillis();
        escape = now;
        return twice ? Verdict.LOCK : touched(now);
    }

    /** Esc came up. */
    public void escapeUp() {
        escapeIsDown = false;
    }

    /** Seconds until it locks for idleness, begun ones counted whole; 0 while there is no need to say so. */
    public int secondsLeft() {
        long left = limit.toMillis() - idleMillis;
        return left > 0 && left <= WARNING.toMillis() ? (int) ((left + 999) / 1000) : 0;
    }
}
