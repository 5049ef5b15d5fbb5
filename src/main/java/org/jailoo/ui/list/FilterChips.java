package org.jailoo.ui.list;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jailoo.app.ListMemory.Filter;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The person's filters, each a button, with a cross to forget it; and the way to remember what is filtered now. */
final class FilterChips extends FlowPane {
    private final ListModel model;
    private final Texts texts;
    private final Button save;
    private final ListChangeListener<Filter> onFilters = change -> fill();

    FilterChips(ListModel model, Texts texts) {
        super(8, 6);
        this.model = model;
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        save = new Button(texts.text("list.filter.save"), new FontIcon(Feather.BOOKMARK));
        save.setId("save-filter");
        save.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        save.setOnAction(e -> name());
        save.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        model::isFiltered, model.typedProperty(), model.showProperty(), model.campaignProperty()));
        save.managedProperty().bind(save.visibleProperty());
        visibleProperty().bind(save.visibleProperty().or(Bindings.isNotEmpty(model.filters())));
        managedProperty().bind(visibleProperty());
        fill();
    }

    void shown() {
        model.filters().addListener(onFilters);
        fill();
    }

    void hidden() {
        model.filters().removeListener(onFilters);
    }

    private void fill() {
        List<Node> nodes = new java.util.ArrayList<>();
        model.filters().forEach(filter -> nodes.add(chip(filter, nodes.size() + 1)));
        nodes.add(save);
        getChildren().setAll(nodes);
    }

    private Node chip(Filter filter, int number) {
        Button apply = new Button(filter.name());
        // By its place: the toolkit remembers ids for good, and the name is the person's.
        apply.setId("filter-" + number);
        apply.setMnemonicParsing(false);
        apply.getStyleClass().addAll(Styles.SMALL, Styles.LEFT_PILL);
        apply.setMaxWidth(260);
        apply.setOnAction(e -> model.apply(filter));
        Button cross = new Button(null, new FontIcon(Feather.X));
        cross.getStyleClass().addAll(Styles.SMALL, Styles.RIGHT_PILL, Styles.BUTTON_ICON);
        cross.setAccessibleText(texts.text("list.filter.remove", filter.name()));
        cross.setTooltip(new Tooltip(texts.text("list.filter.remove", filter.name())));
        cross.setOnAction(e -> model.removeFilter(filter.name()));
        return new HBox(apply, cross);
    }

    /** The name is typed where the chip will stand. */
    private void name() {
        TextField field = new TextField();
        field.setId("filter-name");
        field.setPromptText(texts.text("list.filter.name"));
        field.setAccessibleText(texts.text("list.filter.name"));
        field.getStyleClass().add(Styles.SMALL);
        field.setPrefColumnCount(18);
        field.setOnAction(e -> {
            String name = field.getText().strip();
            fill();
            if (!name.isEmpty()) {
                model.saveFilter(name);
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                fill();
            }
        });
        getChildren().remove(save);
        getChildren().add(field);
        field.requestFocus();
    }
}
