package org.jailoo.ui.round;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the round. None of them is a letter, so that they are the same on every keyboard. */
final class Keys {
    private static final List<KeyCode> DIGITS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);
    private static final List<KeyCode> PAD = List.of(
            KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4, KeyCode.NUMPAD5, KeyCode.NUMPAD6);

    private final RoundModel model;
    private final EntryPane entry;
    private final RowsPane rows;
    private final List<String> codes;

    Keys(RoundModel model, EntryPane entry, RowsPane rows, List<String> codes) {
        this.model = model;
        this.entry = entry;
        this.rows = rows;
        this.codes = codes;
    }

    /** Before anybody else sees the key. */
    void pressed(KeyEvent event) {
        Node target = event.getTarget() instanceof Node node ? node : null;
        if (entry.isTyping(target) ? typing(event) : looking(event, target)) {
            event.consume();
        }
    }

    /** What a key has typed: the sign that says that nothing has changed. */
    void typed(KeyEvent event) {
        Node target = event.getTarget() instanceof Node node ? node : null;
        boolean empty = model.text().get().isBlank();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (event.getCharacter().equals("=") && plain && empty && (entry.isTyping(target) || isRows(target))) {
            event.consume();
            model.same();
            entry.type();
        }
    }

    private boolean typing(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                entry.area().insertText(entry.area().getCaretPosition(), "\n");
            } else {
                model.save();
                entry.type();
            }
            return true;
        }
        return anywhere(event);
    }

    private boolean looking(KeyEvent event, @Nullable Node target) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            model.save();
            entry.type();
            return true;
        }
        if (event.getCode() == KeyCode.ENTER && isRows(target) && !(target instanceof ButtonBase)) {
            entry.type();
            return true;
        }
        return anywhere(event);
    }

    /** Whoever goes to a row wants to write of it, wherever the keyboard was. */
    private void step(int by) {
        model.step(by);
        entry.type();
    }

    private boolean anywhere(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case UP, KP_UP -> step(-1);
            case DOWN, KP_DOWN -> step(1);
            default -> {
                int digit = Math.max(DIGITS.indexOf(event.getCode()), PAD.indexOf(event.getCode()));
                if (digit < 0) {
                    return false;
                }
                if (model.shown().get() != null && digit < codes.size()) {
                    model.status().set(codes.get(digit));
                }
            }
        }
        return true;
    }

    private boolean isRows(@Nullable Node target) {
        for (Node up = target; up != null; up = up.getParent()) {
            if (up == rows) {
                return true;
            }
        }
        return false;
    }
}
