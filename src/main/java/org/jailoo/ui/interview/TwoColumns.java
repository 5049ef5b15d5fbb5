package org.jailoo.ui.interview;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jailoo.json.Json;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.EntryControls;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;

/** An original on the left, its translation on the right, each with its head, so that lines stand beside lines. */
final class TwoColumns extends GridPane {
    /** A column. */
    record Side(Node head, Node text) {}

    TwoColumns(Side original, Side translation) {
        setHgap(24);
        setVgap(6);
        getStyleClass().add("two-columns");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            getColumnConstraints().add(half);
        }
        addRow(0, original.head(), translation.head());
        addRow(1, original.text(), translation.text());
    }

    /** A text that is only read here. */
    static Side shown(Page page, Entry entry, String[] path) {
        Label text = new Label();
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().add("original");
        Runnable show = () -> {
            String words = entry.value().get() instanceof Json.Text now ? now.value() : "";
            text.setText(words.isEmpty() ? page.text("interview.translation.nothing") : words);
        };
        show.run();
        page.listen(entry.value(), now -> show.run());
        GridPane.setValignment(text, javafx.geometry.VPos.TOP);
        return new Side(FieldPane.head(page, entry.field(), page.label(path), null), text);
    }

    /** A text that is typed here. */
    static Side typed(Page page, Entry entry, String label) {
        Node control = EntryControls.of(page, entry);
        control.setId(FieldPane.id(entry.place()));
        VBox box = new VBox(control);
        GridPane.setValignment(box, javafx.geometry.VPos.TOP);
        return new Side(FieldPane.head(page, entry.field(), label, control), box);
    }
}
