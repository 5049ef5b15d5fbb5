package org.jailoo.ui.meeting;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.pasted.PlanColumns.Kind;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.ChoiceField;
import org.jailoo.ui.controls.FollowFocus;
import org.jailoo.ui.controls.GrowingArea;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rows of one action plan, written like a spreadsheet: every cell is a field, the keyboard goes between them. */
final class PlanTable extends ScrollPane {
    static final List<Kind> COLUMNS =
            List.of(Kind.NUMBER, Kind.TEXT, Kind.WHEN, Kind.RESPONSIBLE, Kind.ACTION, Kind.STATUS);
    private static final List<Integer> WIDTHS = List.of(52, 0, 208, 160, 168, 150);

    private final PlanModel model;
    private final Texts texts;
    private final WhenWords words;
    private final ColumnNames names;
    private final CodeOptions codes;
    private final Consumer<PlanRow> open;
    private final Consumer<KeyEvent> paste;
    private final GridPane grid = new GridPane();
    private final Keys keys;
    private final FollowFocus follow;
    private List<PlanRow> shown = List.of();
    private final List<Runnable> refreshing = new ArrayList<>();

    /**
     * The table of the plan that is looked at.
     *
     * @param open opens a row in the form of its own
     * @param paste takes the keys that paste, before a field does
     */
    PlanTable(PlanModel model, Texts texts, Consumer<PlanRow> open, Consumer<KeyEvent> paste) {
        this.model = model;
        this.texts = texts;
        this.words = new WhenWords(texts);
        this.names = new ColumnNames(texts);
        this.codes = new CodeOptions(model.schema(), texts.labels());
        this.open = open;
        this.paste = paste;
        this.keys = new Keys(new Keys.Table() {
            @Override
            public void below(int column) {
                addRow(column);
            }

            @Override
            public void copyDown(int row, int column) {
                if (row > 0) {
                    Kind kind = COLUMNS.get(column);
                    shown.get(row).write(kind, shown.get(row - 1).text(kind));
                    refresh(true);
                }
            }
        });
        setId("plan-table");
        setContent(grid);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.AS_NEEDED);
        getStyleClass().add("edge-to-edge");
        grid.getStyleClass().add("plan-grid");
        for (int width : WIDTHS) {
            ColumnConstraints column = new ColumnConstraints();
            if (width == 0) {
                column.setHgrow(Priority.ALWAYS);
                column.setMinWidth(texts.letters().pixels(200));
                column.setPrefWidth(texts.letters().pixels(200));
                column.setFillWidth(true);
            } else {
                // Wider with the letters, but not so much that the text of the action has no room left.
                double wide = width * (1 + (texts.letters().pixels(1) - 1) / 3);
                column.setMinWidth(wide);
                column.setPrefWidth(wide);
                column.setMaxWidth(wide);
            }
            grid.getColumnConstraints().add(column);
        }
        follow = new FollowFocus(this);
    }

    /** Adds a row below the last, unless that is still empty, and puts the keyboard into it. */
    void addRow(int column) {
        if (shown.isEmpty() || !shown.get(shown.size() - 1).isBlank()) {
            model.addRow();
            show();
        }
        keys.go(shown.size() - 1, column);
    }

    void close() {
        follow.close();
    }

    /** Shows the plan that is looked at; cells that are shown already stay, with the keyboard in them. */
    void show() {
        List<PlanRow> now = model.rowsOf(model.plan().get());
        if (!now.equals(shown)) {
            build(now);
        }
        refresh(false);
    }

    private void build(List<PlanRow> rows) {
        shown = rows;
        keys.clear();
        refreshing.clear();
        grid.getChildren().clear();
        for (int c = 0; c < COLUMNS.size(); c++) {
            Label head = new Label(names.of(COLUMNS.get(c)));
            head.getStyleClass().addAll("small", "plan-head");
            grid.add(head, c, 0);
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < COLUMNS.size(); c++) {
                Node cell = cell(rows.get(r), r, c);
                GridPane.setValignment(cell, VPos.TOP);
                grid.add(cell, c, r + 1);
            }
            Node marks = marks(rows.get(r), r);
            GridPane.setValignment(marks, VPos.TOP);
            GridPane.setHalignment(marks, HPos.RIGHT);
            grid.add(marks, COLUMNS.size(), r + 1);
        }
    }

    private Node cell(PlanRow row, int r, int c) {
        Kind kind = COLUMNS.get(c);
        TextInputControl control;
        if (kind == Kind.ACTION || kind == Kind.STATUS) {
            String codebook = kind == Kind.ACTION ? "actionType" : "actionStatus";
            ChoiceField field =
                    new ChoiceField(() -> codes.of(codebook), code -> row.write(kind, code == null ? "" : code));
            field.show(codes.option(codebook, row.text(kind)));
            refreshing.add(() -> {
                if (!field.isFocused()) {
                    field.show(codes.option(codebook, row.text(kind)));
                }
            });
            control = field;
        } else {
            TextInputControl field = kind == Kind.TEXT ? new GrowingArea(1, 220) : new TextField();
            field.setText(row.text(kind));
            field.textProperty().addListener((p, before, now) -> row.write(kind, now == null ? "" : now));
            refreshing.add(() -> {
                field.setEditable(row.isOpen(kind));
                if (!field.isFocused() && !field.getText().equals(row.text(kind))) {
                    field.setText(row.text(kind));
                }
            });
            control = field;
        }
        control.setId("plan-" + r + "-" + ColumnNames.id(kind));
        control.setAccessibleText(names.of(kind) + " " + (r + 1));
        control.addEventFilter(KeyEvent.KEY_PRESSED, paste::accept);
        keys.add(r, c, control);
        String note = kind == Kind.WHEN ? "when" : kind == Kind.RESPONSIBLE ? "name" : "";
        return note.isEmpty() ? control : new VBox(2, control, note(row, kind, r));
    }

    private Node note(PlanRow row, Kind kind, int r) {
        Label note = new Label();
        note.setId("plan-" + r + "-" + ColumnNames.id(kind) + "-note");
        note.getStyleClass().addAll("small", "cell-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        refreshing.add(() -> {
            String text = kind == Kind.WHEN
                    ? words.note(row.when())
                    : row.looksLikeAName() ? texts.text("meeting.plan.name-hint") : "";
            note.setText(text);
            note.setVisible(!text.isEmpty());
            note.setManaged(!text.isEmpty());
            note.pseudoClassStateChanged(Styles.STATE_DANGER, kind != Kind.WHEN);
        });
        return note;
    }

    private Node marks(PlanRow row, int r) {
        Button way = button(Feather.EXTERNAL_LINK, "meeting.plan.open", () -> open.accept(row));
        way.setId("plan-" + r + "-open");
        Button gone = button(Feather.X, "meeting.plan.remove", () -> {
            model.remove(row);
            show();
        });
        gone.setId("plan-" + r + "-remove");
        FontIcon mark = new FontIcon(Feather.ALERT_TRIANGLE);
        mark.getStyleClass().add("conflict-mark");
        Label conflict = new Label(null, mark);
        conflict.setId("plan-" + r + "-conflict");
        conflict.setTooltip(new Tooltip(texts.text("meeting.plan.conflict")));
        conflict.setAccessibleText(texts.text("meeting.plan.conflict"));
        refreshing.add(() -> {
            show(conflict, row.isInConflict());
            show(way, !row.isFresh());
            show(gone, row.isFresh());
        });
        HBox marks = new HBox(2, conflict, way, gone);
        marks.setAlignment(Pos.TOP_RIGHT);
        marks.setMinWidth(Region.USE_PREF_SIZE);
        return marks;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Button button(Feather icon, String key, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(new Tooltip(texts.text(key)));
        button.setAccessibleText(texts.text(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Says what the rows hold now. */
    private void refresh(boolean evenFocused) {
        if (evenFocused) {
            for (int r = 0; r < shown.size(); r++) {
                for (int c = 0; c < COLUMNS.size(); c++) {
                    TextInputControl cell = keys.at(r, c);
                    Kind kind = COLUMNS.get(c);
                    if (cell instanceof ChoiceField choice) {
                        choice.show(codes.option(
                                kind == Kind.ACTION ? "actionType" : "actionStatus",
                                shown.get(r).text(kind)));
                    } else if (cell != null
                            && !cell.getText().equals(shown.get(r).text(kind))) {
                        cell.setText(shown.get(r).text(kind));
                    }
                }
            }
        }
        refreshing.forEach(Runnable::run);
    }

    /** Puts the keyboard into what a row says is to be done. */
    void focus(@Nullable PlanRow row) {
        keys.go(row == null ? 0 : Math.max(0, shown.indexOf(row)), 1);
    }
}
