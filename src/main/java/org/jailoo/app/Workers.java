package org.jailoo.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that verify hashes and signatures: one a processor, and none that keeps the program alive. */
public final class Workers implements AutoCloseable {
    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                Thread thread = new Thread(work, "verifying");
                thread.setDaemon(true);
                return thread;
            });

    public ExecutorService executor() {
        return executor;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
