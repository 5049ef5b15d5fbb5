package org.jailoo.ui.lock;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/** What says the time, and that time has passed. */
public interface Heartbeat {
    /** The time now. */
    Moment now();

    /** Does something about once a second on the window's thread, until what is returned is run. */
    Runnable beat(Runnable then);

    /** The clocks of this machine, the one on the wall given. */
    static Heartbeat of(Clock wall) {
        return new Heartbeat() {
            @Override
            public Moment now() {
                return new Moment(wall.millis(), System.nanoTime());
            }

            @Override
            public Runnable beat(Runnable then) {
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
                    Thread thread = new Thread(work, "jailoo-watch");
                    thread.setDaemon(true);
                    return thread;
                });
                AtomicBoolean waiting = new AtomicBoolean();
                Future<?> beats = timer.scheduleWithFixedDelay(
                        () -> {
                            // A window that is held up is not to find a heap of beats afterwards.
                            if (!waiting.getAndSet(true)) {
                                Platform.runLater(() -> {
                                    waiting.set(false);
                                    then.run();
                                });
                            }
                        },
                        1,
                        1,
                        TimeUnit.SECONDS);
                return () -> {
                    beats.cancel(false);
                    timer.shutdownNow();
                };
            }
        };
    }
}
