package org.jailoo.ui.form;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jailoo.json.Json;

/** A value that a newer version wrote: shown as it is, kept as it is. */
public final class Unknown {
    private Unknown() {}

    public static Node of(Page page, String name, Json json) {
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        Label value = new Label(Reading.raw(json));
        value.setWrapText(true);
        value.getStyleClass().add("foreign");
        Label note = new Label(page.text("record.field.newer"));
        note.getStyleClass().add("field-note");
        note.setWrapText(true);
        return new VBox(4, label, value, note);
    }
}
