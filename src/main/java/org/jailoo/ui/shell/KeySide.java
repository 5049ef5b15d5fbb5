package org.jailoo.ui.shell;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jailoo.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** The side of the window where the list of keys comes and goes; the keyboard returns to where it was. */
final class KeySide {
    private final Scene scene;
    private final StackPane over;
    private final Supplier<Messages> messages;
    private final Runnable guide;
    private @Nullable KeyList shown;
    /** What had the keyboard before the list took it. */
    private @Nullable Node before;

    KeySide(Scene scene, StackPane over, Supplier<Messages> messages, Runnable guide) {
        this.scene = scene;
        this.over = over;
        this.messages = messages;
        this.guide = guide;
    }

    /** Shows the list, or takes it away again. */
    void turn() {
        if (shown == null) {
            before = scene.getFocusOwner();
            KeyList list = new KeyList(messages.get(), this::turn, guide);
            StackPane.setAlignment(list, Pos.CENTER_RIGHT);
            over.getChildren().add(1, list);
            shown = list;
            list.focus();
        } else {
            Node to = before;
            takeAway();
            if (to != null) {
                to.requestFocus();
            }
        }
    }

    /** Takes the list away, wherever the keyboard goes then; a locked page is not to be remembered for it. */
    void takeAway() {
        before = null;
        if (shown != null) {
            over.getChildren().remove(shown);
            shown = null;
        }
    }

    /** The list in the language that is on now, if it is shown. */
    void speakAgain() {
        if (shown != null) {
            turn();
            turn();
        }
    }
}
