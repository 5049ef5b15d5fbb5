package org.jailoo.ui.form;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Problem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field with its label above it, and below it what it was understood as, or what is wrong. */
public final class FieldPane extends VBox {
    private FieldPane(Node head, Node control) {
        super(4, head, control);
        getStyleClass().add("field");
    }

    /** The label of a field, with a lock where it is for the team alone. */
    public static HBox head(Page page, Field field, String text, @Nullable Node control) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setWrapText(true);
        if (control != null) {
            label.setLabelFor(control);
            control.setAccessibleText(text);
        }
        HBox head = new HBox(6, label);
        head.setAlignment(Pos.CENTER_LEFT);
        if (field.sensitive()) {
            Label lock = new Label(null, new FontIcon(Feather.LOCK));
            lock.getStyleClass().add("lock");
            Tooltip hint = new Tooltip(page.text("record.field.team-only"));
            hint.setShowDelay(Duration.millis(200));
            lock.setTooltip(hint);
            lock.setAccessibleText(page.text("record.field.team-only"));
            head.getChildren().add(lock);
        }
        return head;
    }

    /** A field of one value. */
    public static FieldPane of(Page page, Entry entry, String[] path) {
        String text = page.label(path);
        Node control = entry.isForeign() ? foreign(page, entry) : EntryControls.of(page, entry);
        control.setId(id(entry.place()));
        FieldPane pane = new FieldPane(head(page, entry.field(), text, control), control);
        Label note = new Label();
        note.getStyleClass().add("field-note");
        note.setWrapText(true);
        page.listen(entry.value(), now -> pane.note(page, entry, note, control));
        page.listen(entry.problem(), now -> pane.note(page, entry, note, control));
        pane.note(page, entry, note, control);
        return pane;
    }

    /** The id of the control of a place; {@code interview} forms have one each. */
    public static String id(Place place) {
        return "field-" + place.key().replace('.', '-').replace('/', '-');
    }

    private void note(Page page, Entry entry, Label note, Node control) {
        Problem.Kind problem = entry.problem().get();
        String text = problem == null ? understood(page, entry) : page.text("record.problem." + problem.code());
        note.setText(text);
        note.pseudoClassStateChanged(Styles.STATE_DANGER, problem != null);
        // The decoration: the theme's own colour of danger, on the control itself.
        control.pseudoClassStateChanged(Styles.STATE_DANGER, problem != null);
        if (text.isEmpty()) {
            getChildren().remove(note);
        } else if (!getChildren().contains(note)) {
            getChildren().add(note);
        }
    }

    private static String understood(Page page, Entry entry) {
        Json now = entry.value().get();
        FieldKind kind = entry.field().kind();
        if (now instanceof Json.Text text && kind instanceof FieldKind.Date) {
            return page.labels().date(text.value());
        }
        return now instanceof Json.Text text && kind instanceof FieldKind.Quarter
                ? page.labels().quarter(text.value())
                : "";
    }

    private static Node foreign(Page page, Entry entry) {
        Json now = entry.value().get();
        Label label = new Label(now == null ? "" : Reading.raw(now));
        label.setWrapText(true);
        label.getStyleClass().add("foreign");
        label.setTooltip(new Tooltip(page.text("record.field.newer")));
        return label;
    }
}
