package org.jailoo.ui.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The toolkit's thread, asked and waited for from another one. */
final class Toolkit {
    private static final long PATIENCE_SECONDS = 180;
    private static final int QUIET_PULSES = 3;

    private Toolkit() {}

    /** What some work on the toolkit's thread answers. */
    static <T extends @Nullable Object> T ask(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    /** Does something on the toolkit's thread, and waits for its end. */
    static void run(Runnable work) {
        ask(() -> {
            work.run();
            return work;
        });
    }

    /** Waits until nothing is being worked on and the layout has come to rest. */
    static void settle(Shell shell) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int quiet = 0;
        while (quiet < QUIET_PULSES) {
            boolean idle = ask(shell::isIdle);
            quiet = idle ? quiet + 1 : 0;
            if (System.nanoTime() > end) {
                throw new IllegalStateException("a screen does not come to rest");
            }
            try {
                Thread.sleep(idle ? 40 : 15);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
