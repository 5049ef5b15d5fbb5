package org.jailoo.ui.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of work that are done one after the other; one that may be given up gives way to whatever comes, and its answer is
 * then not taken. On the window's thread.
 */
final class InTurn<T> {
    /**
     * A piece of work.
     *
     * @param givesWay whether it ends when something else is asked for
     * @param end runs when it ended in whichever way
     */
    record Job<T>(Tasks.Work<T> work, boolean givesWay, Runnable end, Consumer<T> then) {}

    private final Tasks tasks;
    private final Consumer<Exception> failed;
    private final Deque<Job<T>> waiting = new ArrayDeque<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable Job<T> current;
    private @Nullable Watch running;
    private boolean closed;

    InTurn(Tasks tasks, Consumer<Exception> failed) {
        this.tasks = tasks;
        this.failed = failed;
    }

    ReadOnlyBooleanProperty busy() {
        return busy;
    }

    void start(Job<T> job) {
        if (closed) {
            job.end().run();
            return;
        }
        waiting.add(job);
        if (busy.get()) {
            if (current != null && current.givesWay() && running != null) {
                running.cancel();
            }
        } else {
            next();
        }
    }

    private void next() {
        Job<T> job = waiting.poll();
        if (job == null || closed) {
            return;
        }
        current = job;
        busy.set(true);
        running = tasks.of(job.work())
                .onEnd(() -> {
                    busy.set(false);
                    job.end().run();
                    // After what ended has been told.
                    tasks.of(watch -> watch).onSuccess(done -> go()).start();
                })
                .onSuccess(result -> {
                    if (!closed && !(job.givesWay() && !waiting.isEmpty())) {
                        job.then().accept(result);
                    }
                })
                .onFailure(e -> {
                    if (!closed) {
                        failed.accept(e);
                    }
                })
                .start();
    }

    private void go() {
        if (!busy.get()) {
            next();
        }
    }

    /** Nothing more is started, and what runs is given up. */
    void close() {
        closed = true;
        waiting.clear();
        if (running != null) {
            running.cancel();
        }
    }
}
