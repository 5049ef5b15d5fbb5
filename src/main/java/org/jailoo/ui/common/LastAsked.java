package org.jailoo.ui.common;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A place for one running job at a time: of what is asked for while it runs only the last is done after it. So a quick
 * writer fills no queue in front of the notebook, and a list never jumps back.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class LastAsked<Q, A extends @Nullable Object> {
    /** Answers a question on a worker thread. */
    @FunctionalInterface
    public interface Answering<Q, A extends @Nullable Object> {
        A answer(Q question, Watch watch) throws Exception;
    }

    private final Tasks tasks;
    private final Answering<Q, A> answering;
    private final Consumer<A> then;
    private @Nullable Q next;
    private boolean running;

    /** A place where nothing was asked yet; {@code then} takes the answer to the last question alone. */
    public LastAsked(Tasks tasks, Answering<Q, A> answering, Consumer<A> then) {
        this.tasks = tasks;
        this.answering = answering;
        this.then = then;
    }

    /** Asks. From the window's thread. */
    public void ask(Q question) {
        next = question;
        if (!running) {
            start(question);
        }
    }

    private void start(Q question) {
        next = null;
        running = true;
        tasks.of(watch -> answering.answer(question, watch))
                .onEnd(() -> running = false)
                .onSuccess(answer -> {
                    if (next == null) {
                        then.accept(answer);
                    }
                    goOn();
                })
                .onFailure(failure -> {
                    goOn();
                    tasks.failed(failure);
                })
                .start();
    }

    private void goOn() {
        Q waiting = next;
        if (waiting != null && !running) {
            start(waiting);
        }
    }
}
