package org.jailoo.ui.unlock;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The button that does what a form of the first screens is for; the Enter key presses it. */
final class MainButton {
    private static final Insets ABOVE = new Insets(8, 0, 0, 0);

    private MainButton() {}

    static Button of(String id, String text, ObservableBooleanValue busy) {
        Button button = new Button(text);
        button.setId(id);
        button.setDefaultButton(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(busy);
        VBox.setMargin(button, ABOVE);
        return button;
    }
}
