package org.jailoo.ui.controls;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field to search in and pick from; once something is picked it is empty again, for the next. */
public final class PickField extends CustomTextField {
    public PickField(PickPopup.Source source, Consumer<Option> picked) {
        PickPopup popup = new PickPopup(this, source, option -> {
            clear();
            picked.accept(option);
        });
        StackPane icon = new StackPane(new FontIcon(Feather.PLUS));
        icon.getStyleClass().add("field-icon");
        setLeft(icon);
        getStyleClass().add("pick-field");
        setPrefColumnCount(16);
        textProperty().addListener((p, before, typed) -> {
            if (isFocused()) {
                popup.open(typed);
            }
        });
        setOnMouseClicked(event -> popup.open(getText()));
        focusedProperty().addListener((p, was, is) -> {
            if (!is) {
                clear();
            }
        });
    }
}
