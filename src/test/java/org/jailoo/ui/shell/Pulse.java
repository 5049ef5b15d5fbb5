package org.jailoo.ui.shell;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/** Feels the pulse of the window's thread: how long the longest silence between two beats was. */
final class Pulse implements AutoCloseable {
    private long last;
    private long longest;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            beat();
        }
    };

    Pulse() {
        Platform.runLater(timer::start);
        restart();
    }

    private void beat() {
        long now = System.nanoTime();
        longest = Math.max(longest, now - last);
        last = now;
    }

    /** Begins to measure anew. */
    void restart() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            last = System.nanoTime();
            longest = 0;
            return last;
        });
    }

    /** The longest silence since, in milliseconds; one that goes on counts. */
    long longestGap() {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            beat();
            return longest / 1_000_000;
        });
    }

    @Override
    public void close() {
        Platform.runLater(timer::stop);
    }
}
