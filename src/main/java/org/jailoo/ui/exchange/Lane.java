package org.jailoo.ui.exchange;

import java.util.function.Consumer;
import org.jailoo.app.ImportBundle.Waiting;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** A way on which one job goes at a time; what a job works with is not closed under its hands, but by its end. */
final class Lane {
    private final Tasks tasks;
    private final Runnable ended;
    private final Runnable next;
    private @Nullable Watch running;
    private @Nullable Waiting inHand;
    private boolean busy;
    private volatile boolean closed;

    /**
     * With nothing on it.
     *
     * @param ended runs when a job ended, before its answer is taken
     * @param next runs after the answer was taken, and when a job was cancelled
     */
    Lane(Tasks tasks, Runnable ended, Runnable next) {
        this.tasks = tasks;
        this.ended = ended;
        this.next = next;
    }

    boolean isBusy() {
        return busy;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether the present job works with this. */
    boolean holds(Waiting waiting) {
        return inHand == waiting;
    }

    void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    /** Lets the present job end, and starts no other. */
    void close() {
        closed = true;
        cancel();
    }

    /** Starts a job; there must be no other. */
    <T> void start(
            @Nullable Waiting with,
            Tasks.Work<T> doing,
            Consumer<Double> progress,
            Consumer<T> done,
            Consumer<Exception> failed) {
        inHand = with;
        busy = true;
        running = tasks.of(watch -> {
                    try {
                        return doing.call(watch);
                    } finally {
                        closeIfClosed(with);
                    }
                })
                .onProgress(progress)
                .onEnd(() -> end(with))
                .onFailure(e -> {
                    failed.accept(e);
                    next.run();
                })
                .onSuccess(result -> {
                    done.accept(result);
                    next.run();
                })
                .start();
    }

    private void closeIfClosed(@Nullable Waiting waiting) {
        if (closed && waiting != null) {
            waiting.close();
        }
    }

    private void end(@Nullable Waiting with) {
        closeIfClosed(with);
        boolean cancelled = running != null && running.isCancelled();
        inHand = null;
        busy = false;
        running = null;
        ended.run();
        if (cancelled) {
            // Nobody is told of a cancelled job but here.
            tasks.of(watch -> watch).onSuccess(done -> next.run()).start();
        }
    }
}
