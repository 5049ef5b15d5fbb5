package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;

/** Fields in two columns, in their order; what needs room takes both. Where there is little room, in one. */
public final class FieldGrid extends GridPane {
    private static final StyleablePropertyFactory<FieldGrid> STYLES =
            new StyleablePropertyFactory<>(GridPane.getClassCssMetaData());

    /** Which of the fields take both columns, in their order. */
    private final List<Boolean> wides = new ArrayList<>();

    private final StyleableProperty<Number> narrow =
            STYLES.createStyleableNumberProperty(this, "narrow", "-jailoo-narrow", grid -> grid.narrow, 0);
    private int columns = 2;

    public FieldGrid() {
        getStyleClass().add("field-grid");
        constrain();
        widthProperty().addListener((p, before, now) -> fit());
        ((ObservableValue<?>) narrow).addListener((p, before, now) -> fit());
    }

    private void constrain() {
        List<ColumnConstraints> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints one = new ColumnConstraints();
            one.setPercentWidth(100.0 / columns);
            one.setFillWidth(true);
            one.setHgrow(Priority.ALWAYS);
            one.setHalignment(HPos.LEFT);
            all.add(one);
        }
        getColumnConstraints().setAll(all);
    }

    /** One column where two would leave too little room for words. */
    private void fit() {
        int fitting = getWidth() > 0 && getWidth() < narrow.getValue().doubleValue() ? 1 : 2;
        if (fitting != columns) {
            columns = fitting;
            constrain();
            place();
        }
    }

    public void add(Node node, boolean wide) {
        GridPane.setValignment(node, VPos.TOP);
        wides.add(wide);
        getChildren().add(node);
        place();
    }

    private void place() {
        int column = 0;
        int row = 0;
        for (int i = 0; i < wides.size(); i++) {
            boolean both = columns == 1 || wides.get(i);
            if (both && column > 0) {
                column = 0;
                row++;
            }
            GridPane.setConstraints(getChildren().get(i), column, row, both ? columns : 1, 1);
            column = both || column == 1 ? 0 : 1;
            row += column == 0 ? 1 : 0;
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    public static boolean isWide(FieldKind kind) {
        return kind instanceof FieldKind.LongText
                || kind instanceof FieldKind.ListOf
                || kind instanceof FieldKind.Group
                || kind.hasSubPaths();
    }

    /** The members of a group or an item. */
    public static FieldGrid of(Page page, Place place, Map<String, Field> members, List<String> path) {
        FieldGrid grid = new FieldGrid();
        members.values().forEach(member -> {
            String[] deeper = Page.deeper(path, member.name());
            Place at = place.member(member.name());
            if (member.kind() instanceof FieldKind.Group inner) {
                grid.add(of(page, at, inner.members(), List.of(deeper)), true);
            } else {
                grid.add(FieldPane.of(page, page.form().entry(at, member), deeper), isWide(member.kind()));
            }
        });
        UnknownPaths.members(page.form().value(place), members)
                .forEach((name, json) -> grid.add(Unknown.of(page, name, json), true));
        return grid;
    }
}
