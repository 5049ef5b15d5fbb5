package org.jailoo.ui.shell;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.ui.lock.Heartbeat;
import org.jailoo.ui.lock.Moment;

/** Two clocks that stand still until the test moves them. */
final class HandHeart implements Heartbeat {
    private final List<Runnable> beats = new ArrayList<>();
    private volatile Moment now = new Moment(1_800_000_000_000L, 77);

    @Override
    public Moment now() {
        return now;
    }

    @Override
    public Runnable beat(Runnable then) {
        beats.add(then);
        return () -> beats.remove(then);
    }

    /** Lets so many seconds pass, each with its beat. */
    void pass(Person person, int seconds) {
        person.onWindow(() -> {
            for (int i = 0; i < seconds; i++) {
                move(1000);
                List.copyOf(beats).forEach(Runnable::run);
            }
            return now;
        });
    }

    /** Time passes, and nothing beats. */
    void move(long millis) {
        now = new Moment(now.wallMillis() + millis, now.steadyNanos() + millis * 1_000_000);
    }

    /** The machine sleeps: its steady clock stands still, and nothing beats. */
    void sleep(long millis) {
        now = new Moment(now.wallMillis() + millis, now.steadyNanos());
    }
}
