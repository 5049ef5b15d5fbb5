package org.jailoo.ui.shell;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.layout.StackPane;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Opened;
import org.jspecify.annotations.Nullable;

/** The desk of a notebook of its own, laid over that of the sample for scenes that the sample cannot show. */
final class InnerDesk {
    private final Shell shell;
    private @Nullable Desk inner;

    InnerDesk(Shell shell) {
        this.shell = shell;
    }

    /** The desk that was begun. */
    Desk desk() {
        return Objects.requireNonNull(inner);
    }

    /** Lays the desk of a notebook over the one that is open; in the place of one that was begun before. */
    void begin(@Nullable Notebook notebook, Path file) {
        end();
        Desk outer = Objects.requireNonNull(shell.desk());
        Desk made = new Desk(new Opened(Objects.requireNonNull(notebook), file, false), outer.room());
        inner = made;
        ((StackPane) outer.view()).getChildren().add(made.view());
    }

    /** Takes it away again. */
    void end() {
        Desk shown = inner;
        if (shown != null) {
            inner = null;
            shown.clear();
            ((StackPane) Objects.requireNonNull(shell.desk()).view())
                    .getChildren()
                    .remove(shown.view());
        }
    }
}
