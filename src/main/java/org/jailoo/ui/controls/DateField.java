package org.jailoo.ui.controls;

import atlantafx.base.controls.Calendar;
import atlantafx.base.controls.CustomTextField;
import java.time.LocalDate;
import javafx.geometry.Bounds;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jailoo.record.DateText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A date that may be a year or a month alone, typed or picked from a calendar; never filled in by itself. */
public final class DateField extends CustomTextField {
    private @Nullable Popup popup;

    public DateField() {
        StackPane icon = new StackPane(new FontIcon(Feather.CALENDAR));
        icon.getStyleClass().add("field-icon");
        icon.setOnMousePressed(event -> {
            toggle();
            event.consume();
        });
        setRight(icon);
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case DOWN -> toggle();
                case ESCAPE -> {
                    if (popup != null && popup.isShowing()) {
                        popup.hide();
                        event.consume();
                    }
                }
                default -> {}
            }
        });
    }

    private void toggle() {
        if (!isEditable() || isDisabled() || getScene() == null) {
            return;
        }
        if (popup != null && popup.isShowing()) {
            popup.hide();
            return;
        }
        requestFocus();
        String typed = DateInput.date(getText());
        LocalDate day = typed == null ? null : DateText.firstDay(typed);
        // It opens on a month; which day it was, only a click says.
        Calendar calendar = new Calendar(day);
        calendar.valueProperty().addListener((p, before, picked) -> {
            if (picked != null) {
                setText(DateInput.shown(picked.toString()));
                end();
                if (popup != null) {
                    popup.hide();
                }
            }
        });
        VBox box = new VBox(calendar);
        box.getStyleClass().add("calendar-box");
        box.getStylesheets().add(Sheets.CONTROLS);
        Popup shown = new Popup();
        shown.setAutoHide(true);
        shown.getContent().add(box);
        Bounds at = localToScreen(getBoundsInLocal());
        shown.show(this, at.getMinX(), at.getMaxY() + 2);
        popup = shown;
    }
}
