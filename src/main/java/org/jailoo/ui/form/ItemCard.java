package org.jailoo.ui.form;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One item: a line that sums it up, and its fields once it is opened. */
public final class ItemCard extends VBox {
    private final Page page;
    private final ItemsEntry items;
    private final String id;
    private final boolean readOnly;
    private final Label summary = new Label();
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Button remove = new Button();
    private @Nullable Node body;
    private @Nullable Json shown;
    private boolean wasRemoved;

    public ItemCard(Page page, ItemsEntry items, String id, boolean readOnly) {
        this.page = page;
        this.items = items;
        this.id = id;
        this.readOnly = readOnly;
        getStyleClass().add("item-card");
        Button toggle = new Button(null, arrow);
        toggle.getStyleClass().addAll("item-toggle");
        toggle.setAccessibleText(page.text("record.item.open"));
        toggle.setOnAction(event -> toggle());
        summary.getStyleClass().add("item-summary");
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(summary.textProperty());
        summary.setTooltip(whole);
        HBox.setHgrow(summary, Priority.ALWAYS);
        remove.getStyleClass().addAll("flat", "item-remove");
        remove.setOnAction(event -> removeOrRestore());
        HBox line = new HBox(6, toggle, summary);
        if (!readOnly) {
            line.getChildren().add(remove);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("item-line");
        summary.setOnMouseClicked(event -> toggle());
        getChildren().add(line);
        getChildren().addAll(ConflictPane.all(page, List.of(items.place(id).path())));
        sum();
        page.listen(page.form().turns(), turn -> sum());
        page.listen(page.namings(), turn -> {
            shown = null;
            sum();
        });
    }

    private void toggle() {
        if (body != null) {
            getChildren().remove(body);
            body = null;
            arrow.setIconCode(Feather.CHEVRON_RIGHT);
        } else {
            open();
        }
    }

    /** Shows the fields. */
    public void open() {
        if (body == null && !items.isRemoved(id)) {
            Node fields = readOnly
                    ? text()
                    : FieldGrid.of(
                            page,
                            items.place(id),
                            items.members(),
                            List.of(items.field().name()));
            fields.getStyleClass().add("item-body");
            body = fields;
            getChildren().add(fields);
            arrow.setIconCode(Feather.CHEVRON_DOWN);
        }
    }

    private Node text() {
        Label label = new Label(
                shown instanceof Json.Obj object
                        ? new Reading(page)
                                .object(
                                        object,
                                        items.members(),
                                        List.of(items.field().name()))
                                .replace("; ", "\n")
                        : "");
        label.setWrapText(true);
        return label;
    }

    public void focusFirst() {
        if (body instanceof FieldGrid grid && !grid.getChildren().isEmpty()) {
            Node first = grid.getChildren().get(0);
            if (first instanceof FieldPane pane) {
                pane.getChildren().get(1).requestFocus();
            }
        }
    }

    private void removeOrRestore() {
        if (items.isRemoved(id)) {
            items.restore(id);
        } else {
            items.remove(id);
        }
    }

    private void sum() {
        Json now = page.form().changes().value(items.place(id).path());
        boolean removed = items.isRemoved(id);
        if (java.util.Objects.equals(now, shown)
                && removed == wasRemoved
                && !summary.getText().isEmpty()) {
            return;
        }
        shown = now;
        wasRemoved = removed;
        if (removed && body != null) {
            toggle();
        }
        new Reading(page).readNames(items.place(id).path(), now == null ? Json.NULL : now);
        Json text = removed ? page.form().changes().opened(items.place(id).path()) : now;
        String words = text instanceof Json.Obj object ? new Reading(page).summary(object, items.members()) : "";
        summary.setText(words.isEmpty() ? page.text("record.item.new") : words);
        summary.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("removed"), removed);
        remove.setGraphic(new FontIcon(removed ? Feather.ROTATE_CCW : Feather.TRASH_2));
        remove.setText(removed ? page.text("record.item.restore") : null);
        remove.setAccessibleText(page.text(removed ? "record.item.restore" : "record.item.remove"));
    }
}
