package org.jailoo.ui.intake;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.intake.Row;
import org.jailoo.intake.Target;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.intake.IntakeModel.State;
import org.jspecify.annotations.Nullable;

/** The columns of the file, each with what stands in it and the field into which it goes. */
final class ColumnsPane {
    private static final int SAMPLES = 3;

    private final IntakeModel model;
    private final Texts texts;
    private final RowWords words;
    private final VBox list = new VBox(12);
    /** What the boxes were made for: while only their values change they stay, and the keyboard with them. */
    private @Nullable State shown;

    private final List<ComboBox<@Nullable Target>> boxes = new ArrayList<>();
    private boolean filling;

    ColumnsPane(IntakeModel model, Texts texts, RowWords words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
    }

    Node view() {
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        list.setPadding(new Insets(0, 16, 0, 0));
        return scroll;
    }

    void show(State state) {
        filling = true;
        try {
            if (shown == null || shown.edition() != state.edition()) {
                make(state);
            }
            shown = state;
            for (int i = 0; i < boxes.size(); i++) {
                boxes.get(i).setValue(state.columns().get(i));
            }
        } finally {
            filling = false;
        }
    }

    private void make(State state) {
        boxes.clear();
        list.getChildren().clear();
        Label title = new Label(texts.text("intake.columns.title"));
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        list.getChildren().add(title);
        for (int i = 0; i < state.columns().size(); i++) {
            list.getChildren().add(one(state, i));
        }
    }

    private Node one(State state, int column) {
        String heading = words.column(state, column);
        Label name = new Label(heading);
        name.getStyleClass().add(Styles.TEXT_BOLD);
        Label samples = new Label(samples(state, column));
        samples.setTooltip(new Tooltip(samples.getText()));
        samples.getStyleClass().addAll("quiet", "small");
        ComboBox<@Nullable Target> box = new ComboBox<>();
        box.setId("column-" + column);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(texts.text("intake.columns.goes-into", heading));
        name.setLabelFor(box);
        box.getItems().add(null);
        box.getItems().addAll(model.targets());
        box.setCellFactory(view -> cell());
        box.setButtonCell(cell());
        box.setOnAction(e -> {
            if (!filling) {
                model.column(column, box.getValue());
            }
        });
        boxes.add(box);
        VBox one = new VBox(3, name, samples, box);
        one.setMinHeight(Region.USE_PREF_SIZE);
        return one;
    }

    private ListCell<@Nullable Target> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Target item, boolean empty) {
                super.updateItem(item, empty);
                String named = empty ? null : words.target(item, model.type());
                setText(named);
                setTooltip(named == null ? null : new Tooltip(named));
            }
        };
    }

    private static String samples(State state, int column) {
        return state.table().grid().below(state.heading()).stream()
                .map((Row row) -> row.cell(column).replace('\n', ' '))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(SAMPLES)
                .map(cell -> cell.length() > 40 ? cell.substring(0, 38) + "…" : cell)
                .collect(Collectors.joining(" · "));
    }
}
