package org.jailoo.ui.intake;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.app.TablePlan;
import org.jailoo.app.TablePlan.Counts;
import org.jailoo.app.TablePlan.Line;
import org.jailoo.intake.Row;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.ColumnTitle;
import org.jailoo.ui.intake.IntakeModel.State;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every row of the file with what becomes of it; those of one fate alone if the person likes. */
final class RowsPane {
    private static final int SHOWN_COLUMNS = 12;

    private final IntakeModel model;
    private final Texts texts;
    private final RowWords words;
    private final FlowPane counts = new FlowPane(6, 6);
    private final TableView<Line> table = new TableView<>();
    private final VBox reasons = new VBox(4);
    private final Map<Integer, Row> rows = new HashMap<>();
    private final SetChangeListener<Integer> onChosen = change -> chosenChanged();
    private @Nullable State shown;
    private Predicate<Line> wanted = line -> true;
    private String wantedId = "count-all";
    private boolean choosing;

    RowsPane(IntakeModel model, Texts texts, RowWords words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
    }

    Node view() {
        table.setId("rows");
        table.setAccessibleText(texts.text("intake.rows.title"));
        table.getSelectionModel().selectedItemProperty().addListener((p, was, is) -> explain(is));
        table.setOnKeyPressed(e -> {
            Line line = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.SPACE && line != null) {
                toggle(line);
                e.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        reasons.setId("reasons");
        ScrollPane why = new ScrollPane(reasons);
        why.setFitToWidth(true);
        why.setMinHeight(92);
        why.setPrefHeight(92);
        why.setFocusTraversable(false);
        VBox box = new VBox(10, counts, table, why);
        model.chosen().addListener(onChosen);
        return box;
    }

    void hidden() {
        model.chosen().removeListener(onChosen);
    }

    void show(State state) {
        boolean sameFile = shown != null && shown.edition() == state.edition();
        shown = state;
        boolean some = state.plan().lines().stream().anyMatch(RowsPane::choosable);
        if (!sameFile || some != choosing) {
            choosing = some;
            rows.clear();
            state.table().grid().rows().forEach(row -> rows.put(row.number(), row));
            columns(state);
        }
        counts(state.plan());
        fill();
    }

    private void counts(TablePlan plan) {
        Counts n = plan.counts();
        ToggleGroup group = new ToggleGroup();
        counts.getChildren()
                .setAll(
                        chip(group, "count-all", "intake.count.all", n.rows(), line -> true),
                        chip(
                                group,
                                "count-create",
                                "intake.count.create",
                                n.create(),
                                line -> line.fate() instanceof TablePlan.Create),
                        chip(
                                group,
                                "count-same",
                                "intake.count.same",
                                n.same(),
                                line -> line.fate() instanceof TablePlan.Same),
                        chip(
                                group,
                                "count-refused",
                                "intake.count.refused",
                                n.refused(),
                                line -> line.fate() instanceof TablePlan.Refused),
                        chip(
                                group,
                                "count-empty",
                                "intake.count.empty",
                                n.empty(),
                                line -> line.fate() instanceof TablePlan.Empty));
    }

    private Node chip(ToggleGroup group, String id, String key, int count, Predicate<Line> lines) {
        ToggleButton chip = new ToggleButton(texts.text(key, count));
        chip.setId(id);
        chip.setToggleGroup(group);
        if (id.equals(wantedId)) {
            chip.setSelected(true);
            wanted = lines;
        }
        chip.setOnAction(e -> {
            chip.setSelected(true);
            wantedId = id;
            wanted = lines;
            fill();
        });
        return chip;
    }

    private void fill() {
        State state = shown;
        if (state != null) {
            table.getItems().setAll(state.plan().lines().stream().filter(wanted).toList());
            table.getSelectionModel().selectFirst();
            explain(table.getSelectionModel().getSelectedItem());
        }
    }

    private void columns(State state) {
        List<TableColumn<Line, ?>> columns = new ArrayList<>();
        TableColumn<Line, String> number =
                text(texts.text("intake.rows.number"), line -> String.valueOf(line.row()), 60);
        columns.add(number);
        if (choosing) {
            columns.add(choice());
        }
        columns.add(fate());
        for (int i = 0; i < Math.min(SHOWN_COLUMNS, state.columns().size()); i++) {
            int column = i;
            columns.add(text(words.column(state, i), line -> cell(line, column), 130));
        }
        columns.forEach(column -> ColumnTitle.set(column, column.getText(), texts.letters()));
        table.getColumns().setAll(columns);
    }

    private String cell(Line line, int column) {
        Row row = rows.get(line.row());
        return row == null ? "" : row.cell(column).replace('\n', ' ');
    }

    private static TableColumn<Line, String> text(
            String title, java.util.function.Function<Line, String> value, int width) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(line -> new SimpleStringProperty(value.apply(line.getValue())));
        return column;
    }

    private TableColumn<Line, Line> fate() {
        TableColumn<Line, Line> column = new TableColumn<>(texts.text("intake.rows.fate"));
        column.setSortable(false);
        column.setPrefWidth(250);
        column.setCellValueFactory(line -> new SimpleObjectProperty<>(line.getValue()));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                boolean nothing = empty || line == null;
                setText(nothing ? null : words.fate(line.fate(), model.chosen().contains(line.row())));
                setGraphic(nothing ? null : icon(line));
            }
        });
        return column;
    }

    private Node icon(Line line) {
        boolean chosen = model.chosen().contains(line.row());
        FontIcon icon = new FontIcon(
                line.fate() instanceof TablePlan.Refused
                        ? Feather.X_OCTAGON
                        : line.fate() instanceof TablePlan.Create
                                ? Feather.PLUS_CIRCLE
                                : line.fate() instanceof TablePlan.Same
                                        ? chosen ? Feather.EDIT : Feather.CHECK_CIRCLE
                                        : Feather.MINUS);
        icon.getStyleClass().add(line.fate() instanceof TablePlan.Refused ? "conflict-mark" : "quiet-icon");
        return icon;
    }

    /** A box where a person may choose that the row is written all the same; Space on the row does it too. */
    private TableColumn<Line, Line> choice() {
        TableColumn<Line, Line> column = new TableColumn<>(texts.text("intake.rows.choose"));
        column.setSortable(false);
        column.setPrefWidth(90);
        column.setCellValueFactory(line -> new SimpleObjectProperty<>(line.getValue()));
        column.setCellFactory(view -> new TableCell<>() {
            private final CheckBox box = new CheckBox();

            {
                box.setFocusTraversable(false);
                box.setOnAction(e -> toggle(getItem()));
                setAlignment(Pos.CENTER);
            }

            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                boolean choosable = !empty && line != null && choosable(line);
                setGraphic(choosable ? box : null);
                if (choosable) {
                    box.setSelected(model.chosen().contains(line.row()));
                    box.setAccessibleText(texts.text("intake.rows.choose-one", line.row()));
                }
            }
        });
        return column;
    }

    private static boolean choosable(Line line) {
        return line.fate() instanceof TablePlan.Same same && same.choosable();
    }

    private void toggle(@Nullable Line line) {
        if (line != null && choosable(line) && !model.chosen().remove(line.row())) {
            model.chosen().add(line.row());
        }
    }

    private void chosenChanged() {
        table.refresh();
        explain(table.getSelectionModel().getSelectedItem());
    }

    private void explain(@Nullable Line line) {
        State state = shown;
        reasons.getChildren().clear();
        if (line == null || state == null) {
            return;
        }
        Label head = new Label(texts.text(
                "intake.rows.row",
                line.row(),
                words.fate(line.fate(), model.chosen().contains(line.row()))));
        head.getStyleClass().add(Styles.TEXT_BOLD);
        reasons.getChildren().add(head);
        for (String reason : words.reasons(state, line.fate())) {
            Label label = new Label(reason);
            label.setWrapText(true);
            reasons.getChildren().add(label);
        }
    }
}
