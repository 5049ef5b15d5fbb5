package org.jailoo.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.record.Field;
import org.jailoo.ui.controls.Option;
import org.jailoo.ui.controls.Sheets;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.FormEdit;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.SetEntry;

/** What a person was asked about, and what she would not speak of: the base of every share that is published. */
final class AskedPane extends VBox {
    private static final double STEP = 18;

    private final Page page;
    private final SetEntry asked;
    private final SetEntry refused;
    private final Label count = new Label();
    private final List<Line> lines = new ArrayList<>();

    /** From letters so large on, two columns would break words. */
    private static final double NARROW = 1.25;

    /** A violation with its two boxes. */
    private record Line(String code, CheckBox asked, CheckBox refused) {}

    AskedPane(Page page) {
        super(10);
        this.page = page;
        this.asked = page.form().set(field("asked"));
        this.refused = page.form().set(field("refusedToAnswer"));
        setId("field-asked");
        getStylesheets().addAll(Sheets.CONTROLS, Sheet.INTERVIEW);
        Label hint = new Label(page.text("interview.asked.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("quiet");
        count.setId("asked-count");
        count.setWrapText(true);
        count.setMinHeight(USE_PREF_SIZE);
        Button all = new Button(page.text("interview.asked.all"));
        all.setId("asked-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> all());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(12, count, space, all);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf("asked")));
        getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf("refusedToAnswer")));
        getChildren().addAll(hint, head, table());
        show();
        page.listen(asked.members(), this::show);
        page.listen(refused.members(), this::show);
    }

    private Field field(String name) {
        return Objects.requireNonNull(Objects.requireNonNull(page.form().type()).field(name));
    }

    private Pane table() {
        List<Option> codes = page.codes("violation").all();
        if (page.texts().letters().pixels(1) > NARROW) {
            return column(codes);
        }
        // Two columns of about the same height, never parting what belongs together.
        int half = codes.size() / 2;
        while (half < codes.size() && codes.get(half).depth() > 0) {
            half++;
        }
        GridPane left = column(codes.subList(0, half));
        GridPane right = column(codes.subList(half, codes.size()));
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(28, left, right);
        both.setFillHeight(false);
        return both;
    }

    private GridPane column(List<Option> codes) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(5);
        grid.setPrefWidth(200);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints no = new ColumnConstraints();
        no.setMinWidth(USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(name, no);
        Label head = new Label(page.text("interview.asked.asked"));
        Label not = new Label(page.text("interview.asked.refused"));
        List.of(head, not).forEach(one -> one.getStyleClass().addAll("quiet", "small"));
        grid.addRow(0, head, not);
        int row = 1;
        for (Option code : codes) {
            CheckBox was = new CheckBox(code.label());
            was.setWrapText(true);
            was.setMinHeight(USE_PREF_SIZE);
            // As wide as its column: at exactly its own width some displays cut the words after the first letter.
            was.setMaxWidth(Double.MAX_VALUE);
            was.setId("asked-" + code.key());
            if (code.depth() == 0) {
                was.getStyleClass().add("part-head");
            }
            GridPane.setMargin(was, new Insets(0, 0, 0, STEP * code.depth()));
            CheckBox did = new CheckBox();
            did.setId("refused-" + code.key());
            did.setAccessibleText(page.text("interview.asked.refused-of", code.label()));
            was.setOnAction(event -> asked.toggle(code.key(), was.isSelected()));
            did.setOnAction(event -> refuse(code.key(), did.isSelected()));
            lines.add(new Line(code.key(), was, did));
            grid.addRow(row++, was, did);
            GridPane.setHalignment(did, javafx.geometry.HPos.CENTER);
        }
        return grid;
    }

    /** Whoever refused was asked. */
    private void refuse(String code, boolean is) {
        new FormEdit(page.form()).together(() -> {
            refused.toggle(code, is);
            if (is) {
                asked.toggle(code, true);
            }
        });
    }

    private void all() {
        new FormEdit(page.form()).together(() -> lines.forEach(line -> asked.toggle(line.code(), true)));
    }

    private void show() {
        for (Line line : lines) {
            line.asked().setSelected(asked.members().contains(line.code()));
            line.refused().setSelected(refused.members().contains(line.code()));
        }
        count.setText(page.text(
                "interview.asked.count",
                asked.members().size(),
                lines.size(),
                refused.members().size()));
    }
}
