package org.jailoo.ui.meeting;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jailoo.pasted.PastedTable;
import org.jailoo.pasted.PlanColumns;
import org.jailoo.pasted.PlanColumns.Kind;
import org.jailoo.timeline.WhenPhrase;
import org.jailoo.ui.common.Texts;

/** What was pasted, before it becomes rows: which column goes where, which lines are taken, what is left out. */
final class PastePane extends VBox {
    private final PastedTable table;
    private final Texts texts;
    private final ColumnNames names;
    private final List<CheckBox> taken = new ArrayList<>();
    private final CheckBox headed;
    private final Button make;
    private final Label left = new Label();
    private final GridPane grid = new GridPane();
    private final List<ComboBox<Kind>> kinds = new ArrayList<>();
    private PlanColumns columns;
    private boolean changing;

    /**
     * A preview.
     *
     * @param done takes the columns and the lines that become rows
     * @param cancel closes the preview, and nothing was made
     */
    PastePane(
            PastedTable table,
            Texts texts,
            String plan,
            BiConsumer<PlanColumns, List<List<String>>> done,
            Runnable cancel) {
        super(10);
        this.table = table;
        this.texts = texts;
        this.names = new ColumnNames(texts);
        this.columns = PlanColumns.of(table, text -> WhenPhrase.read(text, 2000).isUnderstood());
        setId("paste");
        getStyleClass().addAll("card", "paste-preview");
        Label title = new Label(texts.text("meeting.paste.title", plan));
        title.getStyleClass().add("section-title");
        Label help = new Label(texts.text("meeting.paste.help"));
        help.getStyleClass().add("quiet");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        headed = new CheckBox(texts.text("meeting.paste.headed"));
        headed.setId("paste-headed");
        headed.setSelected(columns.headed());
        headed.selectedProperty().addListener((p, was, is) -> {
            columns = columns.headed(is);
            say();
        });
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        grid.getStyleClass().add("paste-grid");
        left.setId("paste-left");
        left.setWrapText(true);
        left.setMinHeight(Region.USE_PREF_SIZE);
        left.getStyleClass().addAll("small", "paste-left");
        make = new Button();
        make.setId("paste-make");
        make.getStyleClass().add(Styles.ACCENT);
        make.setMinWidth(Region.USE_PREF_SIZE);
        make.setOnAction(event -> done.accept(columns, chosen()));
        Button no = new Button(texts.text("meeting.paste.cancel"));
        no.setId("paste-cancel");
        no.setCancelButton(true);
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(event -> cancel.run());
        HBox foot = new HBox(10, make, no, headed);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, help, scroll, left, foot);
        build();
        say();
    }

    private void build() {
        ColumnConstraints narrow = new ColumnConstraints();
        grid.getColumnConstraints().add(narrow);
        for (int c = 0; c < table.width(); c++) {
            int column = c;
            ComboBox<Kind> kind = new ComboBox<>();
            kind.getItems().setAll(Kind.values());
            kind.setConverter(new Named());
            kind.setId("paste-column-" + c);
            kind.setAccessibleText(texts.text("meeting.paste.column", c + 1));
            kind.setMinWidth(Region.USE_PREF_SIZE);
            kind.setMaxWidth(Double.MAX_VALUE);
            kind.valueProperty().addListener((p, before, now) -> {
                if (!changing && now != null) {
                    columns = columns.with(column, now);
                    say();
                }
            });
            kinds.add(kind);
            grid.add(kind, c + 1, 0);
            ColumnConstraints width = new ColumnConstraints();
            boolean wide = columns.columns().get(c) == Kind.TEXT;
            width.setHgrow(wide ? Priority.ALWAYS : Priority.SOMETIMES);
            width.setMinWidth(columns.columns().get(c) == Kind.NUMBER ? 84 : 130);
            width.setMaxWidth(wide ? Double.MAX_VALUE : 260);
            grid.getColumnConstraints().add(width);
        }
        for (int r = 0; r < table.rows().size(); r++) {
            CheckBox take = new CheckBox();
            take.setId("paste-take-" + r);
            take.setAccessibleText(texts.text("meeting.paste.take", r + 1));
            take.setSelected(true);
            take.selectedProperty().addListener((p, was, is) -> say());
            GridPane.setValignment(take, VPos.TOP);
            taken.add(take);
            grid.add(take, 0, r + 1);
            for (int c = 0; c < table.width(); c++) {
                Label cell = new Label(table.rows().get(r).get(c));
                cell.setWrapText(true);
                cell.setMinHeight(Region.USE_PREF_SIZE);
                cell.setId("paste-" + r + "-" + c);
                GridPane.setValignment(cell, VPos.TOP);
                grid.add(cell, c + 1, r + 1);
            }
        }
    }

    /** The names of columns in a choice. */
    private final class Named extends StringConverter<Kind> {
        @Override
        public String toString(Kind kind) {
            return kind == null ? "" : names.of(kind);
        }

        @Override
        public Kind fromString(String text) {
            return Kind.NONE;
        }
    }

    private void say() {
        changing = true;
        for (int c = 0; c < kinds.size(); c++) {
            kinds.get(c).setValue(columns.columns().get(c));
        }
        changing = false;
        if (!taken.isEmpty()) {
            taken.get(0).setDisable(columns.headed());
        }
        for (int r = 0; r < table.rows().size(); r++) {
            boolean head = r == 0 && columns.headed();
            boolean in = taken.get(r).isSelected() && !head;
            for (int c = 0; c < table.width(); c++) {
                boolean out = !in || columns.columns().get(c) == Kind.NONE;
                int row = r;
                int column = c;
                grid.getChildren().stream()
                        .filter(node -> ("paste-" + row + "-" + column).equals(node.getId()))
                        .forEach(node -> {
                            node.getStyleClass().removeAll("left-out", "pasted-head");
                            if (head) {
                                node.getStyleClass().add("pasted-head");
                            } else if (out) {
                                node.getStyleClass().add("left-out");
                            }
                        });
            }
        }
        int rows = chosen().size();
        make.setText(texts.plural("meeting.paste.make", rows));
        make.setDisable(rows == 0 || !columns.columns().contains(Kind.TEXT));
        long out = leftOut();
        left.setText(
                !columns.columns().contains(Kind.TEXT)
                        ? texts.text("meeting.paste.no-text")
                        : out == 0 ? texts.text("meeting.paste.all") : texts.plural("meeting.paste.left-out", out));
    }

    /** How many cells with words in them go into no row. */
    private long leftOut() {
        long out = 0;
        for (int r = columns.headed() ? 1 : 0; r < table.rows().size(); r++) {
            for (int c = 0; c < table.width(); c++) {
                boolean in = taken.get(r).isSelected() && columns.columns().get(c) != Kind.NONE;
                out += !in && !table.rows().get(r).get(c).isBlank() ? 1 : 0;
            }
        }
        return out;
    }

    private List<List<String>> chosen() {
        List<List<String>> chosen = new ArrayList<>();
        for (int r = columns.headed() ? 1 : 0; r < table.rows().size(); r++) {
            if (taken.get(r).isSelected()) {
                chosen.add(table.rows().get(r));
            }
        }
        return chosen;
    }

    /** Puts the keyboard where people go on. */
    void focus() {
        make.requestFocus();
    }
}
