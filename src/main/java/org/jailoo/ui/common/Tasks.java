package org.jailoo.ui.common;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Background work: done on a worker thread, answered on the thread of the window.
 *
 * <p>What fails without a handler of its own goes to the one given here, so that nothing is swallowed.
 */
public final class Tasks implements AutoCloseable {
    /** Work for a worker thread; told how it goes on, and whether it is still wanted, through {@link Watch}. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T call(Watch watch) throws Exception;
    }

    private final Executor workers;
    private final Executor window;
    private final Consumer<Exception> unexpected;
    private final AtomicInteger running = new AtomicInteger();

    private Tasks(Executor workers, Executor window, Consumer<Exception> unexpected) {
        this.workers = workers;
        this.window = window;
        this.unexpected = unexpected;
    }

    /** Work on daemon threads, answers on the JavaFX thread. */
    public static Tasks background(Consumer<Exception> unexpected) {
        return background(Platform::runLater, unexpected);
    }

    /** Work on daemon threads, answers where the window is. */
    public static Tasks background(Executor window, Consumer<Exception> unexpected) {
        ExecutorService pool = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "jailoo-work");
            thread.setDaemon(true);
            return thread;
        });
        return new Tasks(pool, window, unexpected);
    }

    /** Everything at once and on the calling thread, for tests; what fails without a handler is thrown. */
    public static Tasks direct() {
        return new Tasks(Runnable::run, Runnable::run, e -> {
            throw new IllegalStateException(e);
        });
    }

    /** Tells of a failure that nobody has foreseen. */
    void failed(Exception failure) {
        unexpected.accept(failure);
    }

    /** A piece of work to be described and started. */
    public <T extends @Nullable Object> Job<T> of(Work<T> work) {
        return new Job<>(work);
    }

    /** Does something on the thread of the window, a while from now; at once where everything is. */
    public void after(Duration wait, Runnable then) {
        if (workers instanceof ExecutorService pool) {
            CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, window)
                    .execute(() -> {
                        if (!pool.isShutdown()) {
                            then.run();
                        }
                    });
        } else {
            then.run();
        }
    }

    /** Whether nothing is being done and every answer was taken. */
    public boolean isIdle() {
        return running.get() == 0;
    }

    /** A piece of work with what is to be done when it ends. */
    public final class Job<T extends @Nullable Object> {
        private final Work<T> work;
        private Consumer<T> success = result -> {};
        private Consumer<Exception> failure = unexpected;
        private Consumer<Double> progress = done -> {};
        private Runnable end = () -> {};

        private Job(Work<T> work) {
            this.work = work;
        }

        /** Takes the result, on the thread of the window. */
        public Job<T> onSuccess(Consumer<T> then) {
            success = then;
            return this;
        }

        /** Takes what went wrong, on the thread of the window; not a cancellation. */
        public Job<T> onFailure(Consumer<Exception> then) {
            failure = then;
            return this;
        }

        /** Takes how much is done, from 0 to 1, below 0 where that is not known; at most some times a second. */
        public Job<T> onProgress(Consumer<Double> then) {
            progress = then;
            return this;
        }

        /** Runs when it ended in whichever way, before the result is taken. */
        public Job<T> onEnd(Runnable then) {
            end = then;
            return this;
        }

        /** Starts it; nothing more is started once the window has ended. */
        public Watch start() {
            Watch watch = new Watch(done -> window.execute(() -> progress.accept(done)));
            if (!(workers instanceof ExecutorService pool && pool.isShutdown())) {
                running.incrementAndGet();
                workers.execute(() -> run(watch));
            }
            return watch;
        }

        private void run(Watch watch) {
            try {
                T result = work.call(watch);
                answer(() -> {
                    // Done is done: who cancelled too late is told what became of it all the same.
                    success.accept(result);
                });
            } catch (CancellationException e) {
                answer(() -> {});
            } catch (Exception e) {
                answer(() -> failure.accept(e));
            } catch (Error e) {
                // A thread that dies in silence leaves a person waiting.
                answer(() -> failure.accept(new IllegalStateException(e)));
            }
        }

        private void answer(Runnable then) {
            window.execute(() -> {
                try {
                    end.run();
                    then.run();
                } finally {
                    running.decrementAndGet();
                }
            });
        }
    }

    @Override
    public void close() {
        if (workers instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }
}
