package org.jailoo.ui.shell;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.jailoo.app.IdleTime;
import org.jailoo.ui.lock.Heartbeat;
import org.jailoo.ui.lock.LockStrip;
import org.jailoo.ui.lock.Vigil;
import org.jspecify.annotations.Nullable;

/** What locks the window by itself, and what it says before and about what was copied. */
final class Guard implements Vigil.Outcome, AutoCloseable {
    private final Shell shell;
    private final StackPane root;
    private final Vigil vigil;
    private @Nullable LockStrip strip;
    private boolean told;

    Guard(Shell shell, StackPane root, Heartbeat heartbeat) {
        this.shell = shell;
        this.root = root;
        this.vigil = new Vigil(shell.scene(), heartbeat, this);
    }

    /** A notebook was opened; until its own idle time is read the usual one counts. */
    void begin() {
        vigil.begin(IdleTime.USUAL);
        Desk desk = shell.desk();
        if (desk != null) {
            IdleTime idle = new IdleTime(desk.notebook());
            shell.tasks()
                    .of(watch -> idle.chosen())
                    .onSuccess(time -> {
                        if (shell.desk() == desk) {
                            vigil.idleAfter(time);
                        }
                    })
                    .start();
        }
    }

    void idleAfter(Duration time) {
        vigil.idleAfter(time);
    }

    void end() {
        vigil.end();
    }

    @Override
    public void lock() {
        shell.lock();
    }

    @Override
    public void warn(int seconds) {
        LockStrip shown = strip;
        if (seconds == 0) {
            root.getChildren().remove(shown);
            strip = null;
            return;
        }
        if (shown == null) {
            shown = new LockStrip();
            StackPane.setAlignment(shown, Pos.TOP_CENTER);
            root.getChildren().add(shown);
            strip = shown;
        }
        shown.setText(shell.messages().plural("lock.strip.seconds", seconds));
    }

    @Override
    public void copied() {
        if (!told) {
            told = true;
            shell.prompts().tell(shell.messages().text("lock.copied.note"));
        }
    }

    @Override
    public void close() {
        vigil.close();
    }
}
