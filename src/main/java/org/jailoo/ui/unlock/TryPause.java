package org.jailoo.ui.unlock;

import java.nio.file.Path;
import java.time.Duration;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleLongProperty;
import org.jailoo.notebook.WrongTries;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** What is to be waited after wrong passphrases, counted in this program and not by the clock. */
final class TryPause {
    private final Tasks tasks;
    private final LongProperty seconds = new SimpleLongProperty();
    private long countdown;

    TryPause(Tasks tasks) {
        this.tasks = tasks;
    }

    ReadOnlyLongProperty secondsProperty() {
        return seconds;
    }

    /** Begins to count what is left for a notebook, or nothing where none is chosen. */
    void before(@Nullable Path notebook) {
        countdown++;
        seconds.set(notebook == null ? 0 : WrongTries.on(notebook).pause().toSeconds());
        tick(countdown);
    }

    private void tick(long mine) {
        if (mine == countdown && seconds.get() > 0) {
            tasks.after(Duration.ofSeconds(1), () -> {
                if (mine == countdown && seconds.get() > 0) {
                    seconds.set(seconds.get() - 1);
                    tick(mine);
                }
            });
        }
    }
}
