package org.jailoo.ui.meeting;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.ui.controls.ChoiceField;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.ItemsPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.meeting.AttendanceModel.Column;
import org.jailoo.ui.meeting.AttendanceModel.Line;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The grid of those who came: roles down, sexes and age bands across, totals as one types. */
final class AttendanceGrid extends VBox {
    private static final int NUMBER_WIDTH = 58;

    private final Page page;
    private final AttendanceModel model;
    private final GridPane grid = new GridPane();
    private final Keys keys = new Keys(new Keys.Table() {});
    private final Label counts = new Label();
    private final Label said = new Label();
    private final Map<Label, Total> totals = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private @Nullable String chosenSex;
    private @Nullable String chosenAge;

    private interface Total {
        long now();
    }

    private record Cell(TextField field, Line row, Column column) {}

    AttendanceGrid(Page page, AttendanceModel model) {
        super(10);
        this.page = page;
        this.model = model;
        setId("attendance");
        getStyleClass().add("attendance");
        Label title = new Label(page.label("attendance"));
        title.getStyleClass().addAll("field-label", "part-title");
        getChildren().add(title);
        getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf("attendance")));
        grid.getStyleClass().add("attendance-grid");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        grid.heightProperty().addListener((p, before, now) -> scroll.setMinHeight(now.doubleValue() + 16));
        counts.setId("attendance-counts");
        counts.setWrapText(true);
        counts.setMinHeight(Region.USE_PREF_SIZE);
        said.setId("attendance-said");
        said.getStyleClass().add("when-note");
        said.setWrapText(true);
        said.setManaged(false);
        said.setVisible(false);
        getChildren().addAll(scroll, adding(), said, counts, entries());
        model.look();
        build();
        page.listen(page.form().turns(), turn -> {
            if (model.isWriting()) {
                return;
            }
            if (model.look()) {
                build();
            } else {
                refresh();
            }
        });
    }

    private Node adding() {
        ChoiceField[] role = new ChoiceField[1];
        role[0] = choice("communityRole", "meeting.attendance.add-role", code -> {
            if (code != null) {
                Line row = new Line(code, model.country());
                model.add(row);
                build();
                role[0].show(null);
                keys.go(rowOf(row), 0);
            }
        });
        role[0].setId("attendance-add-role");
        role[0].setPrefWidth(250);
        ChoiceField sex = choice("sex", "meeting.attendance.sex", code -> chosenSex = code);
        sex.setId("attendance-add-sex");
        sex.setPrefWidth(130);
        ChoiceField age = choice("ageBand", "meeting.attendance.age", code -> chosenAge = code);
        age.setId("attendance-add-age");
        age.setPrefWidth(120);
        Button add = new Button(page.text("meeting.attendance.add-column"), new FontIcon(Feather.PLUS));
        add.setId("attendance-add-column");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> {
            if (chosenSex != null || chosenAge != null) {
                model.add(new Column(or(chosenSex), or(chosenAge)));
                build();
            }
        });
        FlowPane line = new FlowPane(8, 8, role[0], sex, age, add);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String or(@Nullable String code) {
        return code == null ? "" : code;
    }

    private ChoiceField choice(String codebook, String prompt, Consumer<@Nullable String> chosen) {
        ChoiceField field = new ChoiceField(() -> page.codes(codebook), chosen);
        field.setPromptText(page.text(prompt));
        field.setAccessibleText(page.text(prompt));
        return field;
    }

    private int rowOf(Line row) {
        return model.rows().indexOf(row);
    }

    /** Every entry as it is stored, for what the grid adds up. */
    private Node entries() {
        VBox list = new VBox();
        ToggleButton show = new ToggleButton(page.text("meeting.attendance.entries"), new FontIcon(Feather.LIST));
        show.setId("attendance-entries");
        show.getStyleClass().addAll(Styles.SMALL);
        show.selectedProperty().addListener((p, was, is) -> {
            if (is) {
                list.getChildren().setAll(new ItemsPane(page, model.items(), false));
            } else {
                list.getChildren().clear();
            }
        });
        return new VBox(8, show, list);
    }

    private void build() {
        grid.getChildren().clear();
        totals.clear();
        cells.clear();
        keys.clear();
        List<Column> columns = model.columns();
        List<Line> rows = model.rows();
        head(columns);
        for (int r = 0; r < rows.size(); r++) {
            Line row = rows.get(r);
            Label name = new Label(name(row));
            name.setWrapText(true);
            name.setPrefWidth(230);
            name.setMinHeight(Region.USE_PREF_SIZE);
            grid.add(name, 0, r + 2);
            for (int c = 0; c < columns.size(); c++) {
                grid.add(cell(row, columns.get(c), r, c), c + 1, r + 2);
            }
            grid.add(total("attendance-row-" + r, () -> model.total(row)), columns.size() + 1, r + 2);
        }
        if (rows.isEmpty()) {
            Label none = new Label(page.text("meeting.attendance.empty"));
            none.getStyleClass().add("quiet");
            grid.add(none, 0, 2, columns.size() + 2, 1);
        }
        Label all = new Label(page.text("meeting.attendance.total"));
        all.getStyleClass().add("total-name");
        int last = Math.max(1, rows.size()) + 2;
        grid.add(all, 0, last);
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            grid.add(total("attendance-column-" + c, () -> model.total(column)), c + 1, last);
        }
        grid.add(total("attendance-total", model::total), columns.size() + 1, last);
        refresh();
    }

    private void head(List<Column> columns) {
        int from = 0;
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            boolean lastOfSex =
                    c + 1 == columns.size() || !columns.get(c + 1).sex().equals(column.sex());
            if (lastOfSex) {
                Label sex = heading(code("sex", column.sex()));
                grid.add(sex, from + 1, 0, c - from + 1, 1);
                from = c + 1;
            }
            Label age = heading(column.ageBand().isEmpty() ? "" : page.labels().code("ageBand", column.ageBand()));
            age.getStyleClass().add("quiet");
            grid.add(age, c + 1, 1);
        }
        grid.add(heading(page.text("meeting.attendance.total")), columns.size() + 1, 0);
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("small", "attendance-head");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.CENTER);
        return label;
    }

    private String code(String codebook, String code) {
        return code.isEmpty()
                ? page.text("meeting.attendance.not-said")
                : page.labels().code(codebook, code);
    }

    private String name(Line row) {
        String role = code("communityRole", row.role());
        return row.country().isEmpty() || row.country().equals(model.country())
                ? role
                : page.text("meeting.attendance.of-country", role, page.labels().code("country", row.country()));
    }

    private Label total(String id, Total total) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("total");
        GridPane.setHalignment(label, HPos.RIGHT);
        label.setMinWidth(Region.USE_PREF_SIZE);
        totals.put(label, total);
        return label;
    }

    private TextField cell(Line row, Column column, int r, int c) {
        TextField field = new TextField();
        field.setId("attendance-" + r + "-" + c);
        field.getStyleClass().addAll("digits", "number-cell");
        field.setPrefWidth(NUMBER_WIDTH);
        field.setMinWidth(NUMBER_WIDTH);
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches("[0-9]{0,6}") ? change : null));
        field.setAccessibleText(name(row) + ", " + code("sex", column.sex()) + " "
                + (column.ageBand().isEmpty() ? "" : page.labels().code("ageBand", column.ageBand())));
        field.textProperty().addListener((p, before, now) -> {
            // While a number is typed anew the field is empty for a moment; who came is not forgotten for that.
            if (field.isFocused() && !now.isEmpty()) {
                write(row, column, now);
            }
        });
        field.focusedProperty().addListener((p, was, is) -> {
            if (!is) {
                write(row, column, field.getText());
                refresh();
            }
        });
        cells.add(new Cell(field, row, column));
        keys.add(r, c, field);
        return field;
    }

    private void write(Line row, Column column, String typed) {
        Long number = typed.isEmpty() ? null : Long.valueOf(typed);
        AttendanceModel.Written written = model.write(row, column, number);
        refresh();
        if (written != AttendanceModel.Written.DONE) {
            boolean refused = written == AttendanceModel.Written.REFUSED;
            int entries = model.entries(row, column);
            said.setText(page.text(
                    refused ? "meeting.attendance.several-refused" : "meeting.attendance.several-changed", entries));
            said.setVisible(true);
            said.setManaged(true);
        }
    }

    private void refresh() {
        for (Cell cell : cells) {
            Long count = model.count(cell.row(), cell.column());
            String text = count == null ? "" : Long.toString(count);
            if (!cell.field().isFocused() && !text.equals(cell.field().getText())) {
                cell.field().setText(text);
            }
            boolean several = model.entries(cell.row(), cell.column()) > 1;
            cell.field().pseudoClassStateChanged(Styles.STATE_ACCENT, several);
        }
        totals.forEach((label, total) -> label.setText(page.labels().number(total.now())));
        long inGrid = model.total();
        int listed = model.listed();
        String key = model.counts()
                ? listed > 0 ? "meeting.attendance.grid-counts-not-list" : "meeting.attendance.grid-counts"
                : listed > 0 ? "meeting.attendance.list-counts" : "meeting.attendance.nobody";
        counts.setText(page.text(key, inGrid, listed));
    }
}
