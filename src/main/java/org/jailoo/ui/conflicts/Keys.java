package org.jailoo.ui.conflicts;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the queue. None of them is a letter, so that they are the same on every keyboard: arrows and digits choose,
 * Enter saves what is chosen.
 */
final class Keys {
    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1,
        KeyCode.DIGIT2,
        KeyCode.DIGIT3,
        KeyCode.DIGIT4,
        KeyCode.DIGIT5,
        KeyCode.DIGIT6,
        KeyCode.DIGIT7,
        KeyCode.DIGIT8,
        KeyCode.DIGIT9
    };
    private static final KeyCode[] PAD = {
        KeyCode.NUMPAD1,
        KeyCode.NUMPAD2,
        KeyCode.NUMPAD3,
        KeyCode.NUMPAD4,
        KeyCode.NUMPAD5,
        KeyCode.NUMPAD6,
        KeyCode.NUMPAD7,
        KeyCode.NUMPAD8,
        KeyCode.NUMPAD9
    };

    private final ConflictsModel model;
    private final Hands hands;

    /** What a key does beside the model. */
    interface Hands {
        void edit();

        void scroll(int by);

        /** Puts the keyboard on the queue. */
        void home();
    }

    Keys(ConflictsModel model, Hands hands) {
        this.model = model;
        this.hands = hands;
    }

    void pressed(KeyEvent event) {
        Node target = event.getTarget() instanceof Node node ? node : null;
        boolean done = target instanceof TextInputControl ? typing(event) : looking(event, target);
        if (done) {
            event.consume();
        }
    }

    /** While a text is being written only these are ours. */
    private boolean typing(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            model.chooseTogether();
            model.confirm();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            model.stepBack();
            hands.home();
            return true;
        }
        return false;
    }

    private boolean looking(KeyEvent event, @Nullable Node target) {
        if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        switch (event.getCode()) {
            case UP, KP_UP -> model.step(-1);
            case DOWN, KP_DOWN -> model.step(1);
            case LEFT, KP_LEFT -> beside(-1);
            case RIGHT, KP_RIGHT -> beside(1);
            case PAGE_UP -> hands.scroll(-1);
            case PAGE_DOWN -> hands.scroll(1);
            case DIGIT0, NUMPAD0 -> model.chooseTogether();
            case F2 -> hands.edit();
            case ESCAPE -> {
                return model.stepBack();
            }
            case ENTER -> {
                return enter(event, target);
            }
            default -> {
                return digit(event.getCode());
            }
        }
        return true;
    }

    private boolean enter(KeyEvent event, @Nullable Node target) {
        if (target instanceof ButtonBase) {
            return false;
        }
        if (event.isShiftDown()) {
            model.confirmWholeSide();
        } else {
            model.confirm();
        }
        return true;
    }

    private void beside(int by) {
        Case now = model.shown().get();
        if (now != null) {
            int last = now.values().size() - 1;
            int chosen = model.chosen().get();
            int next = chosen == ConflictsModel.NONE || chosen > last ? (by < 0 ? 0 : 1) : chosen + by;
            model.choose(Math.max(0, Math.min(last, next)));
        }
    }

    private boolean digit(KeyCode code) {
        for (int i = 0; i < DIGITS.length; i++) {
            if (code == DIGITS[i] || code == PAD[i]) {
                model.choose(i);
                return true;
            }
        }
        return false;
    }

    /** The key that chooses a value, as it stands on its button. */
    static String of(int value, int values) {
        return values == 2 ? (value == 0 ? "←" : "→") : String.valueOf(value + 1);
    }
}
