package org.jailoo.ui.controls;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was chosen out of many, each as a chip that can be taken away, with a node at the end to add more. */
public final class Chips extends FlowPane {
    private final @Nullable Node last;
    private final String removeHint;
    private final Consumer<String> remove;

    /**
     * No chip yet.
     *
     * @param last stands behind the chips; null for none
     * @param removeHint what a screen reader says of the cross
     */
    public Chips(@Nullable Node last, String removeHint, Consumer<String> remove) {
        super(6, 6);
        this.last = last;
        this.removeHint = removeHint;
        this.remove = remove;
        getStyleClass().add("chips");
        setRowValignment(VPos.CENTER);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        if (last != null) {
            // Whoever names the whole means the field in which more is added.
            last.accessibleTextProperty().bind(accessibleTextProperty());
        }
    }

    /** A chip: what it stands for, whether it can be taken away, and what a click on it does. */
    public record Chip(
            String key,
            String label,
            boolean removable,
            @Nullable Runnable open) {}

    /** Shows these. */
    public void show(List<Chip> chips) {
        List<Node> nodes = new java.util.ArrayList<>();
        chips.forEach(chip -> nodes.add(node(chip)));
        if (last != null) {
            nodes.add(last);
        }
        // The field at the end stays where it is, with its focus.
        if (last != null && getChildren().contains(last)) {
            getChildren().removeIf(node -> node != last);
            nodes.remove(last);
            getChildren().addAll(0, nodes);
        } else {
            getChildren().setAll(nodes);
        }
    }

    private Node node(Chip chip) {
        Label label = new Label(chip.label());
        HBox box = new HBox(4, label);
        box.getStyleClass().add("chip");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        // What is longer than the line is cut, and said in full beside the mouse.
        box.maxWidthProperty().bind(widthProperty());
        label.setTooltip(new Tooltip(chip.label()));
        Runnable open = chip.open();
        if (open != null) {
            label.getStyleClass().add("chip-link");
            label.setOnMouseClicked(event -> open.run());
        }
        if (chip.removable()) {
            Button cross = new Button(null, new FontIcon(Feather.X));
            cross.getStyleClass().add("chip-cross");
            cross.setAccessibleText(removeHint + " " + chip.label());
            cross.setOnAction(event -> remove.accept(chip.key()));
            box.getChildren().add(cross);
        }
        return box;
    }
}
