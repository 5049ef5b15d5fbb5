package org.jailoo.ui.home;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.ui.controls.Wrapped;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A part of the first page: a title and what stands under it. */
final class Pane extends VBox {
    Pane(String id, String title) {
        super(8);
        setId(id);
        getStyleClass().add("home-pane");
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        getChildren().add(head);
    }

    Pane with(Node... nodes) {
        getChildren().addAll(nodes);
        return this;
    }

    /** A sentence that may need more than one line. */
    static Label words(String text) {
        return Wrapped.words(text);
    }

    static Label quiet(String text) {
        return Wrapped.words(text, "quiet");
    }

    /** A sentence behind a sign, and something to press at its end. */
    static HBox line(Feather sign, String text, Node... end) {
        FontIcon icon = new FontIcon(sign);
        Label label = words(text);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(10, icon, label);
        line.getChildren().addAll(end);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("home-line");
        return line;
    }

    /** A sentence that asks for something to be done. */
    static HBox warning(Feather sign, String text, Node... end) {
        HBox line = line(sign, text, end);
        line.getStyleClass().setAll("warning");
        return line;
    }
}
