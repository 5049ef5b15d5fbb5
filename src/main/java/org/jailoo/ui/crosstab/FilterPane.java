package org.jailoo.ui.crosstab;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.report.CrossField;
import org.jailoo.report.CrossTables.Value;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.ChoiceField;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.Option;
import org.jspecify.annotations.Nullable;

/** A filter being put together: a field, and those of its values that are left. */
final class FilterPane extends VBox {
    private static final double MOST = 150;

    private final CrosstabModel model;
    private final BiConsumer<String, List<Value>> apply;
    private final FlowPane values = new FlowPane(14, 6);
    private final List<CheckBox> boxes = new ArrayList<>();
    private final Button use;
    private final ChoiceField field;
    private List<Value> found = List.of();
    private @Nullable String chosen;

    FilterPane(CrosstabModel model, Texts texts, BiConsumer<String, List<Value>> apply, Runnable cancel) {
        super(8);
        this.model = model;
        this.apply = apply;
        setId("crosstab-filter-pane");
        getStyleClass().add("notice");
        field = new ChoiceField(() -> new Filter(options(model)), this::choose);
        field.setId("crosstab-filter-field");
        field.setAccessibleText(texts.text("crosstab.choose.filter"));
        field.setPrefColumnCount(24);
        Label only = new Label(texts.text("crosstab.choose.filter"));
        only.setMinWidth(Region.USE_PREF_SIZE);
        Label one = new Label(texts.text("crosstab.choose.values"));
        one.setMinWidth(Region.USE_PREF_SIZE);
        use = new Button(texts.text("crosstab.action.apply"));
        use.setId("crosstab-filter-apply");
        use.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        use.setMinWidth(Region.USE_PREF_SIZE);
        use.setDisable(true);
        use.setOnAction(e -> take());
        Button stop = new Button(texts.text("crosstab.action.cancel"));
        stop.getStyleClass().add(Styles.SMALL);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(e -> cancel.run());
        HBox line = new HBox(8, only, field, one);
        line.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(values);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST);
        scroll.setFocusTraversable(false);
        scroll.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(values.getChildren()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        getChildren().addAll(line, scroll, new HBox(8, use, stop));
    }

    /** The fields as options to search in. */
    static List<Option> options(CrosstabModel model) {
        return model.fields().stream()
                .map(f -> new Option(f.id(), f.label(), 0))
                .toList();
    }

    void focus() {
        field.requestFocus();
    }

    private void choose(@Nullable String id) {
        chosen = id;
        boxes.clear();
        values.getChildren().clear();
        use.setDisable(true);
        CrossField of = model.field(id);
        if (id != null && of != null) {
            field.show(new Option(id, of.label(), 0));
            model.values(id, read -> {
                if (id.equals(chosen)) {
                    show(read);
                }
            });
        }
    }

    private void show(List<Value> read) {
        found = List.copyOf(read);
        for (Value value : found) {
            CheckBox box = new CheckBox(value.label());
            box.setMnemonicParsing(false);
            box.setId("crosstab-value-" + boxes.size());
            box.selectedProperty()
                    .addListener((p, was, is) -> use.setDisable(boxes.stream().noneMatch(CheckBox::isSelected)));
            boxes.add(box);
        }
        values.getChildren().setAll(boxes);
    }

    private void take() {
        String of = chosen;
        List<Value> left = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isSelected()) {
                left.add(found.get(i));
            }
        }
        if (of != null && !left.isEmpty()) {
            apply.accept(of, left);
        }
    }
}
