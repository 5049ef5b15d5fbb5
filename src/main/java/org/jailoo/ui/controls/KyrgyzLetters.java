package org.jailoo.ui.controls;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * The letters ң, ө and ү for people whose keyboard has none: three small buttons over the field that is being written in,
 * which never take the keyboard, and Ctrl+Alt with н, о or у.
 */
public final class KyrgyzLetters extends HBox {
    private static final List<String> LETTERS = List.of("ң", "ө", "ү");

    /** The keys that write н, о, у on a Russian keyboard, and those that write n, o, u on a Latin one. */
    private static final Map<KeyCode, String> KEYS =
            Map.of(KeyCode.Y, "ң", KeyCode.N, "ң", KeyCode.J, "ө", KeyCode.O, "ө", KeyCode.E, "ү", KeyCode.U, "ү");

    private static final double GAP = 3;

    private final BooleanSupplier inKyrgyz;
    private final ChangeListener<Transform> onMove = (p, was, is) -> place();
    private final ChangeListener<Bounds> onSize = (p, was, is) -> place();
    private @Nullable TextInputControl field;
    private boolean called;
    private boolean written;

    /**
     * Watches a whole scene.
     *
     * @param over lies over everything else of the scene
     * @param inKyrgyz whether the work is in Kyrgyz, so that they appear by themselves; else Ctrl+; calls them
     */
    public KyrgyzLetters(Scene scene, Pane over, BooleanSupplier inKyrgyz) {
        this.inKyrgyz = inKyrgyz;
        setId("kyrgyz-letters");
        getStyleClass().add("kyrgyz-letters");
        setManaged(false);
        setVisible(false);
        over.getChildren().add(this);
        scene.focusOwnerProperty().addListener((p, was, is) -> follow(is));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            // The key itself may write a letter too, on some systems.
            if (written) {
                written = false;
                event.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> written = false);
    }

    private Button button(String letter) {
        Button button = new Button(letter);
        button.setId("letter-" + letter);
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip("Ctrl+Alt+" + plain(letter) + "  ·  Shift: " + capital(letter)));
        button.setOnMouseClicked(event -> write(event.isShiftDown() ? capital(letter) : letter));
        return button;
    }

    private static String plain(String letter) {
        return letter.equals("ң") ? "н" : letter.equals("ө") ? "о" : "у";
    }

    private static String capital(String letter) {
        return letter.toUpperCase(Locale.ROOT);
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() && !event.isAltDown() && event.getCode() == KeyCode.SEMICOLON) {
            called = !called;
            show();
            event.consume();
            return;
        }
        String letter = KEYS.get(event.getCode());
        if (letter != null
                && event.isControlDown()
                && event.isAltDown()
                && write(event.isShiftDown() ? capital(letter) : letter)) {
            written = true;
            event.consume();
        }
    }

    /** Writes at the caret, in place of what is selected; false where nothing is being written in. */
    private boolean write(String letter) {
        TextInputControl into = field;
        if (into == null || !into.isEditable() || into.isDisabled()) {
            return false;
        }
        into.replaceSelection(letter);
        return true;
    }

    private void follow(@Nullable Node owner) {
        if (field != null) {
            field.localToSceneTransformProperty().removeListener(onMove);
            field.layoutBoundsProperty().removeListener(onSize);
        }
        field = owner instanceof TextInputControl text
                        && text.isEditable()
                        // Where only digits go there are no letters to be written.
                        && !text.getStyleClass().contains("digit-field")
                ? text
                : null;
        if (field != null) {
            field.localToSceneTransformProperty().addListener(onMove);
            field.layoutBoundsProperty().addListener(onSize);
        }
        show();
    }

    private void show() {
        boolean wanted = field != null && (called || inKyrgyz.getAsBoolean());
        if (wanted && getChildren().isEmpty()) {
            LETTERS.forEach(letter -> getChildren().add(button(letter)));
        }
        setVisible(wanted);
        place();
    }

    /** Over the right end of the field, under it where there is no room above. */
    private void place() {
        TextInputControl at = field;
        if (at == null || !isVisible()) {
            return;
        }
        applyCss();
        autosize();
        Bounds bounds = at.localToScene(at.getLayoutBounds());
        double above = bounds.getMinY() - getHeight() - GAP;
        double wanted = above >= 0 ? above : bounds.getMaxY() + GAP;
        double lowest = getScene() == null ? wanted : getScene().getHeight() - getHeight();
        relocate(Math.max(0, bounds.getMaxX() - getWidth()), Math.min(wanted, lowest));
    }
}
