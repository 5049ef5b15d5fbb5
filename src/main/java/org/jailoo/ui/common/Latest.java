package org.jailoo.ui.common;

import org.jspecify.annotations.Nullable;

/** A place for one running job at a time: the answer of an older one is dropped, so that a list never jumps back. */
public final class Latest {
    private final Tasks tasks;
    private long asked;
    private @Nullable Watch running;

    public Latest(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Starts work whose answer is taken only while nothing newer was started here. From the window's thread. */
    public <T extends @Nullable Object> void start(Tasks.Work<T> work, java.util.function.Consumer<T> then) {
        asked++;
        long mine = asked;
        if (running != null) {
            running.cancel();
        }
        running = tasks.of(work)
                .onSuccess(result -> {
                    if (mine == asked) {
                        then.accept(result);
                    }
                })
                .start();
    }
}
