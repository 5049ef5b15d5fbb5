package org.jailoo.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Walks over a scene and finds what a careful eye would: words cut off, words that are keys, things beside the window. */
final class Eyes {
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z][a-z0-9-]*){2,}");
    private static final double SLACK = 1.5;

    private final List<String> findings = new ArrayList<>();
    private final double width;
    private final double height;

    private Eyes(Scene scene) {
        this.width = scene.getWidth();
        this.height = scene.getHeight();
    }

    /** What is wrong with this scene, each in a line; empty if nothing is. */
    static List<String> over(Scene scene) {
        Eyes eyes = new Eyes(scene);
        eyes.look(scene.getRoot(), null);
        return eyes.findings;
    }

    private void look(Node node, @Nullable ScrollPane within) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        if (node instanceof Labeled labeled) {
            words(labeled);
        }
        if (node instanceof Text text && KEY.matcher(text.getText()).matches()) {
            findings.add("a key in place of words: " + text.getText());
        }
        if ((node instanceof Labeled || node instanceof TextInputControl) && !isInCells(node)) {
            place(node, within);
        }
        if (node instanceof Parent parent) {
            ScrollPane inner = node instanceof ScrollPane pane ? pane : within;
            parent.getChildrenUnmodifiable().forEach(child -> look(child, inner));
        }
    }

    private void words(Labeled labeled) {
        String full = labeled.getText();
        if (full == null || full.isBlank() || labeled instanceof TableCell || labeled.getWidth() <= 0) {
            return;
        }
        Text shown = text(labeled);
        if (shown == null) {
            return;
        }
        if (labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
            return;
        }
        boolean told =
                labeled.getTooltip() != null && full.equals(labeled.getTooltip().getText());
        if (!plain(shown.getText()).equals(plain(full)) && !told) {
            findings.add("cut off: “" + full + "” is shown as “" + shown.getText() + "” " + where(labeled));
        }
        Text measure = new Text();
        measure.setFont(labeled.getFont());
        double room = shown.getWrappingWidth();
        for (String word : labeled.isWrapText() && room > 0 ? full.split("[\\s-]+") : new String[0]) {
            measure.setText(word);
            if (measure.getLayoutBounds().getWidth() > room + SLACK) {
                findings.add("broken inside a word: “" + word + "” " + where(labeled));
            }
        }
    }

    /** What a tooltip says besides is not compared letter by letter where a line was only trimmed at its ends. */
    private static String plain(String text) {
        return text.replace("_", "").replaceAll("\\s+", " ").strip();
    }

    private static @Nullable Text text(Labeled labeled) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && child.getStyleClass().contains("text")) {
                return text;
            }
        }
        return null;
    }

    private void place(Node node, @Nullable ScrollPane within) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        if (at.getWidth() <= 0) {
            return;
        }
        double left = 0;
        double right = width;
        if (within != null) {
            Bounds pane = within.localToScene(within.getLayoutBounds());
            left = pane.getMinX();
            right = pane.getMaxX();
        }
        // What can be scrolled sideways, as a wide grid, may go beyond.
        boolean scrolled = within != null && within.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
        if (!scrolled && (at.getMinX() < left - SLACK || at.getMaxX() > right + SLACK)) {
            findings.add(String.format(
                    "beyond the side by %.0f: %s", Math.max(left - at.getMinX(), at.getMaxX() - right), where(node)));
        }
        if (within == null && (at.getMinY() < -SLACK || at.getMaxY() > height + SLACK)) {
            findings.add(String.format("below the window by %.0f: %s", at.getMaxY() - height, where(node)));
        }
    }

    private static boolean isInCells(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof Cell
                    || up.getStyleClass().contains("virtual-flow")
                    || up.getStyleClass().contains("column-header")) {
                return true;
            }
        }
        return false;
    }

    /** Whoever has the keyboard must be told where: things to press and to fill in that have no name. */
    static List<String> nameless(Scene scene) {
        List<String> nameless = new ArrayList<>();
        collect(scene.getRoot(), scene, nameless);
        return nameless;
    }

    private static void collect(Node node, Scene scene, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Control control
                && !(node instanceof ScrollPane)
                && control.isFocusTraversable()
                && !isNamed(control, scene)) {
            nameless.add("no name: " + where(control));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, scene, nameless));
        }
    }

    private static boolean isNamed(Control control, Scene scene) {
        if (says(control.getAccessibleText())) {
            return true;
        }
        if (control instanceof Labeled labeled && says(labeled.getText())) {
            return true;
        }
        return scene.getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof javafx.scene.control.Label label
                        && control.equals(label.getLabelFor())
                        && says(label.getText()));
    }

    private static boolean says(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static String where(Node node) {
        StringBuilder way = new StringBuilder(one(node));
        Node up = node.getParent();
        for (int i = 0; i < 3 && up != null; i++, up = up.getParent()) {
            way.insert(0, one(up) + " › ");
        }
        return way.toString();
    }

    private static String one(Node node) {
        Tooltip tip = node instanceof Control control ? control.getTooltip() : null;
        String text = node instanceof Labeled labeled && says(labeled.getText()) ? " “" + labeled.getText() + "”" : "";
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + node.getStyleClass()
                + text
                + (tip == null ? "" : " (" + tip.getText() + ")");
    }
}
