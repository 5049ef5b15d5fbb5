package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jspecify.annotations.Nullable;

/** A field that may be changed at times, and at others only read: then its values stand there as text. */
final class Lockable extends VBox {
    private final Page page;
    private final Field field;
    private final ObservableValue<Boolean> locked;
    private final @Nullable Node open;

    /** A field; {@code open} is null where another one's control shows it. */
    Lockable(Page page, Field field, ObservableValue<Boolean> locked, @Nullable Node open) {
        super(6);
        this.page = page;
        this.field = field;
        this.locked = locked;
        this.open = open;
        setId("read-" + field.name());
        show();
        page.listen(locked, is -> show());
        page.listen(page.namings(), turn -> show());
    }

    private void show() {
        if (!Boolean.TRUE.equals(locked.getValue())) {
            getChildren().setAll(open == null ? List.of() : List.of(open));
            return;
        }
        List<Node> lines = new ArrayList<>();
        lines.add(FieldPane.head(page, field, page.label(field.name()), null));
        Reading reading = new Reading(page);
        List<String> paths = new ArrayList<>(page.form().changes().below(field.name()));
        paths.add(0, field.name());
        for (String path : paths) {
            Json value = page.form().changes().value(path);
            if (value != null) {
                reading.readNames(path, value);
                Label line = new Label(text(reading, path, value));
                line.setWrapText(true);
                line.getStyleClass().add("read-only");
                lines.add(line);
            }
        }
        getChildren().setAll(lines);
    }

    private static String text(Reading reading, String path, Json value) {
        if (value instanceof Json.Bool && path.indexOf('/') >= 0) {
            String label = reading.label(path);
            return label.substring(label.indexOf(": ") + 1).strip();
        }
        return value instanceof Json.Text text
                        && path.indexOf('/') < 0
                        && text.value().length() > 80
                ? text.value()
                : reading.value(path, value);
    }
}
