package org.jailoo.ui.lock;

import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jailoo.ui.lock.Watchman.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Keeps watch over an open notebook: listens to every window of the program, popups too, and to the pulse before a frame
 * is laid out, so that nothing is painted after a sleep before it is locked.
 */
public final class Vigil implements AutoCloseable {
    /** What comes of it. */
    public interface Outcome {
        void lock();

        /** In so many seconds it locks for idleness; 0 when that is over. */
        void warn(int seconds);

        /** Something was copied out of the window. */
        void copied();
    }

    private final Scene scene;
    private final Heartbeat heartbeat;
    private final Outcome outcome;
    private final Copied copied;
    private final EventHandler<InputEvent> onInput = this::input;
    private final ListChangeListener<Window> onWindows = this::windows;
    private final Runnable onPulse = this::look;
    private final Runnable stop;
    private @Nullable Watchman watchman;
    private double mouseX;
    private double mouseY;
    private int warned;
    /** A key has locked it: what that press still types is for nobody. */
    private boolean swallowing;

    public Vigil(Scene scene, Heartbeat heartbeat, Outcome outcome) {
        this(scene, heartbeat, outcome, new SystemBoard());
    }

    Vigil(Scene scene, Heartbeat heartbeat, Outcome outcome, Copied.Board board) {
        this.scene = scene;
        this.heartbeat = heartbeat;
        this.outcome = outcome;
        this.copied = new Copied(board);
        Window.getWindows().forEach(this::listen);
        Window.getWindows().addListener(onWindows);
        scene.addPreLayoutPulseListener(onPulse);
        stop = heartbeat.beat(this::beat);
    }

    /** Begins: a notebook is open. */
    public void begin(Duration limit) {
        watchman = new Watchman(heartbeat.now(), limit);
    }

    /** Changes how long nobody may touch it. */
    public void idleAfter(Duration limit) {
        if (watchman != null) {
            watchman.idleAfter(limit);
        }
    }

    /** Ends: it is locked. Nothing of it stays on the clipboard. */
    public void end() {
        watchman = null;
        warn(0);
        copied.end();
    }

    private void beat() {
        copied.look(heartbeat.now());
        look();
    }

    private void look() {
        Watchman now = watchman;
        if (now != null) {
            act(now.look(heartbeat.now()));
            if (watchman != null) {
                warn(now.secondsLeft());
            }
        }
    }

    private void warn(int seconds) {
        if (seconds != warned) {
            warned = seconds;
            outcome.warn(seconds);
        }
    }

    private boolean act(Verdict verdict) {
        if (verdict == Verdict.LOCK && watchman != null) {
            outcome.lock();
            return true;
        }
        return false;
    }

    private void listen(Window window) {
        window.addEventFilter(InputEvent.ANY, onInput);
    }

    private void windows(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (Window gone : change.getRemoved()) {
                gone.removeEventFilter(InputEvent.ANY, onInput);
                if (gone instanceof ContextMenu) {
                    copying();
                }
            }
            for (Window come : List.copyOf(change.getAddedSubList())) {
                listen(come);
                if (come instanceof ContextMenu) {
                    copied.before();
                }
            }
        }
    }

    private void input(InputEvent event) {
        if (event instanceof KeyEvent key && swallowing) {
            if (key.getEventType() == KeyEvent.KEY_TYPED) {
                key.consume();
                return;
            }
            swallowing = false;
        }
        Watchman now = watchman;
        if (event instanceof KeyEvent key && key.getEventType() == KeyEvent.KEY_PRESSED && copies(key)) {
            copied.before();
            copying();
        }
        if (now == null || !isOfAPerson(event)) {
            return;
        }
        Verdict verdict = Verdict.STAY;
        if (event instanceof KeyEvent key && key.getCode() == KeyCode.ESCAPE) {
            if (key.getEventType() == KeyEvent.KEY_PRESSED) {
                verdict = now.escapeDown(heartbeat.now());
            } else if (key.getEventType() == KeyEvent.KEY_RELEASED) {
                now.escapeUp();
            }
        } else {
            verdict = now.touched(heartbeat.now());
        }
        if (act(verdict)) {
            swallowing = event.getEventType() == KeyEvent.KEY_PRESSED;
            event.consume();
        } else {
            warn(now.secondsLeft());
        }
    }

    /** The toolkit moves the mouse by itself where something new comes to lie under it. */
    private boolean isOfAPerson(InputEvent event) {
        if (event instanceof MouseEvent mouse
                && (mouse.getEventType() == MouseEvent.MOUSE_MOVED
                        || mouse.getEventType() == MouseEvent.MOUSE_ENTERED
                        || mouse.getEventType() == MouseEvent.MOUSE_ENTERED_TARGET
                        || mouse.getEventType() == MouseEvent.MOUSE_EXITED
                        || mouse.getEventType() == MouseEvent.MOUSE_EXITED_TARGET)) {
            boolean moved = mouse.getScreenX() != mouseX || mouse.getScreenY() != mouseY;
            mouseX = mouse.getScreenX();
            mouseY = mouse.getScreenY();
            return moved;
        }
        return true;
    }

    private static boolean copies(KeyEvent key) {
        return switch (key.getCode()) {
            case C, X, INSERT -> key.isShortcutDown();
            case DELETE -> key.isShiftDown();
            case COPY, CUT -> true;
            default -> false;
        };
    }

    /** Looks at the clipboard once what was pressed has had its effect. */
    private void copying() {
        Watchman before = watchman;
        Platform.runLater(() -> {
            if (copied.after(heartbeat.now())) {
                if (watchman == before) {
                    outcome.copied();
                } else {
                    // It was locked in between.
                    copied.end();
                }
            }
        });
    }

    /** The program ends. */
    @Override
    public void close() {
        end();
        stop.run();
        scene.removePreLayoutPulseListener(onPulse);
        Window.getWindows().removeListener(onWindows);
        Window.getWindows().forEach(window -> window.removeEventFilter(InputEvent.ANY, onInput));
    }
}
