package org.jailoo.ui.form;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is in a form: the control that has the keyboard, by its id, and the selection in it.
 *
 * @param control the id of the node
 */
public record Caret(String control, int anchor, int position) {
    /** A selection that a control of its own tells and takes: text inputs of the toolkit need none. */
    public interface Selecting {
        int anchor();

        int position();

        void select(int anchor, int position);
    }

    /** Lets a node that is no text input of the toolkit tell where the caret is in it. */
    public static void give(Node node, Selecting selecting) {
        node.getProperties().put(Selecting.class, selecting);
    }

    /** Where the person is, given what has the keyboard; null where that has no id. */
    public static @Nullable Caret of(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node.getId() != null) {
                if (node instanceof TextInputControl text) {
                    return new Caret(node.getId(), text.getAnchor(), text.getCaretPosition());
                }
                return node.getProperties().get(Selecting.class) instanceof Selecting selecting
                        ? new Caret(node.getId(), selecting.anchor(), selecting.position())
                        : new Caret(node.getId(), 0, 0);
            }
        }
        return null;
    }

    /** The place of a value, as {@code violations/uuid.quote}, and of words that so many characters stand before. */
    public static Caret at(String path, int place) {
        return new Caret("field-" + path.replace('.', '-').replace('/', '-'), place, place);
    }

    /** Puts the keyboard and the selection there; false where there is no such control. */
    public boolean restore(Node root) {
        Node node = root.lookup("#" + control);
        if (node == null) {
            return false;
        }
        node.requestFocus();
        if (node instanceof TextInputControl text) {
            text.selectRange(Math.min(anchor, text.getLength()), Math.min(position, text.getLength()));
        } else if (node.getProperties().get(Selecting.class) instanceof Selecting selecting) {
            selecting.select(anchor, position);
        }
        return true;
    }

    /** Shows another text in a control, with the caret where the two begin to be the same again. */
    public static void show(TextInputControl control, String text) {
        String before = control.getText();
        int same = 0;
        int most = Math.min(before.length(), text.length());
        while (same < most && before.charAt(before.length() - 1 - same) == text.charAt(text.length() - 1 - same)) {
            same++;
        }
        control.setText(text);
        control.positionCaret(text.length() - same);
    }

    /** The place as a draft keeps it. */
    public Json json() {
        return Json.object(
                Map.of("control", Json.of(control), "anchor", Json.of(anchor), "position", Json.of(position)));
    }

    /** The place that a draft kept; null where it kept none. */
    public static @Nullable Caret of(@Nullable Json json) {
        if (json instanceof Json.Obj object) {
            String control = object.text("control");
            Long anchor = object.integer("anchor");
            Long position = object.integer("position");
            if (control != null && control.matches("[A-Za-z0-9_-]+") && anchor != null && position != null) {
                return new Caret(control, Math.max(0, anchor.intValue()), Math.max(0, position.intValue()));
            }
        }
        return null;
    }
}
