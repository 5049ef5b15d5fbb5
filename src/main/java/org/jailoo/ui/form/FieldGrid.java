package org.jailoo.ui.form;

import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;

/** Fields in two columns, in their order; what needs room takes both. */
public final class FieldGrid extends GridPane {
    private int column;
    private int row;

    public FieldGrid() {
        getStyleClass().add("field-grid");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setFillWidth(true);
            half.setHgrow(Priority.ALWAYS);
            half.setHalignment(HPos.LEFT);
            getColumnConstraints().add(half);
        }
    }

    public void add(Node node, boolean wide) {
        if (wide && column > 0) {
            column = 0;
            row++;
        }
        GridPane.setValignment(node, VPos.TOP);
        add(node, column, row, wide ? 2 : 1, 1);
        if (wide || column == 1) {
            column = 0;
            row++;
        } else {
            column = 1;
        }
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
        page.form()
                .unknownMembers(place, members)
                .forEach((name, json) -> grid.add(Unknown.of(page, name, json), true));
        return grid;
    }
}
