package org.jailoo.ui.round;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jailoo.app.SheetPlan;
import org.jailoo.sheet.Column;
import org.jailoo.sheet.Refusal;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sheet that came back: what is refused, by its cell, and what would be changed from what to what. */
final class SheetPane extends VBox {
    private static final int LETTERS = 300;
    private static final double CELL = 150;

    private final Texts texts;
    private final RowWords words;
    private final Hands hands;

    /** What a person can do with it. */
    interface Hands {
        void take();

        void close();

        void another();

        void password(SheetModel.NotASheet file, char[] password);
    }

    SheetPane(SheetModel.View view, Texts texts, Hands hands) {
        super(12);
        this.texts = texts;
        this.words = new RowWords(texts);
        this.hands = hands;
        setId("round-sheet");
        Label title = new Label(texts.text("round.back.title"));
        title.getStyleClass().add("section-title");
        getChildren().add(title);
        if (view instanceof SheetModel.NotASheet not) {
            refusedWhole(not);
        } else if (view instanceof SheetModel.Planned planned) {
            planned(planned);
        } else if (view instanceof SheetModel.Taken taken) {
            Label label = Wrapped.words(texts.plural("round.back.taken", taken.records()));
            label.setId("round-taken");
            getChildren().addAll(line(Feather.CHECK_CIRCLE, label, "notice"), buttons(null, false));
        }
    }

    private void refusedWhole(SheetModel.NotASheet not) {
        Label title = new Label(texts.text("round.back.not-a-sheet"));
        title.getStyleClass().add("round-title");
        String where = RefusalWords.where(not.refusal(), texts);
        String why = RefusalWords.why(not.refusal(), texts);
        Label label = Wrapped.words(where.isEmpty() ? why : where + ": " + why);
        label.setId("round-refused-whole");
        getChildren().addAll(title, line(Feather.ALERT_TRIANGLE, label, "warning"));
        if (SheetModel.asksForPassword(not.refusal())) {
            getChildren().add(password(not));
        }
        getChildren().add(buttons(null, true));
    }

    private Node password(SheetModel.NotASheet not) {
        Label label = new Label(texts.text("round.password.label"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        PasswordField field = new PasswordField();
        field.setId("round-password");
        label.setLabelFor(field);
        Button open = new Button(texts.text("round.password.open"));
        open.setId("round-password-open");
        Runnable go = () -> hands.password(not, field.getText().toCharArray());
        open.setOnAction(e -> go.run());
        field.setOnAction(e -> go.run());
        HBox line = new HBox(10, label, field, open);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void planned(SheetModel.Planned planned) {
        SheetPlan plan = planned.plan();
        if (planned.moved()) {
            getChildren().add(line(Feather.ALERT_TRIANGLE, Wrapped.words(texts.text("round.back.moved")), "warning"));
        }
        Label counts = Wrapped.words(
                texts.text("round.back.counts", plan.changes().size(), plan.unchanged(), plan.already()), "quiet");
        counts.setId("round-counts");
        getChildren().add(counts);
        if (!plan.sheet().emptied().isEmpty()) {
            getChildren()
                    .add(Wrapped.words(
                            texts.text(
                                    "round.back.emptied",
                                    String.join(
                                            ", ",
                                            plan.sheet().emptied().stream()
                                                    .limit(30)
                                                    .toList())),
                            "quiet"));
        }
        List<Object> lines = new ArrayList<>(plan.refusals());
        if (!plan.refusals().isEmpty()) {
            Label label = Wrapped.words(
                    texts.plural("round.back.refused", plan.refusals().size()));
            label.setId("round-refused");
            getChildren().add(line(Feather.ALERT_TRIANGLE, label, "warning"));
        } else if (plan.changes().isEmpty()) {
            getChildren().add(line(Feather.CHECK_CIRCLE, Wrapped.words(texts.text("round.back.nothing")), "notice"));
        }
        lines.addAll(plan.changes());
        if (!lines.isEmpty()) {
            getChildren().add(list(lines));
        }
        getChildren().add(buttons(plan, true));
    }

    private ListView<Object> list(List<Object> lines) {
        ListView<Object> list = new ListView<>();
        list.setId("round-changes");
        list.setAccessibleText(texts.text("round.back.title"));
        list.getStyleClass().add("round-rows");
        list.getItems().setAll(lines);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(Object item, boolean empty) {
                super.updateItem(item, empty);
                setText(null);
                setGraphic(empty || item == null ? null : entry(item, view.getWidth() - 40));
            }
        });
        list.widthProperty().addListener(p -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private Node entry(Object item, double width) {
        return item instanceof Refusal refusal ? refused(refusal, width) : change((SheetPlan.Change) item, width);
    }

    private Node refused(Refusal refusal, double width) {
        FontIcon mark = new FontIcon(Feather.ALERT_TRIANGLE);
        mark.getStyleClass().add("round-refused-mark");
        VBox said = new VBox(
                2,
                text(RefusalWords.where(refusal, texts), "round-name", width - 30),
                text(RefusalWords.why(refusal, texts), "round-told", width - 30));
        return new HBox(10, mark, said);
    }

    private Node change(SheetPlan.Change change, double width) {
        String row = words.place(change.action()) + " · "
                + texts.text("round.back.row", String.valueOf(change.row().row()));
        if (change.row().hidden()) {
            row = row + " · " + texts.text("round.back.hidden");
        }
        VBox box = new VBox(
                3,
                text(row, "round-name", width),
                text(shortened(change.action().text()), "round-asked", width));
        for (SheetPlan.Difference difference : change.differences()) {
            HBox line = new HBox(
                    10,
                    text(label(difference.column()), "round-asked", CELL),
                    text(
                            texts.text(
                                    "round.back.change",
                                    said(difference.column(), difference.from()),
                                    said(difference.column(), difference.to())),
                            "round-told",
                            Math.max(100, width - CELL - 10)));
            box.getChildren().add(line);
            String meanwhile = difference.meanwhile();
            if (meanwhile != null) {
                box.getChildren()
                        .add(text(
                                texts.text("round.back.meanwhile", said(difference.column(), meanwhile)),
                                "round-meanwhile",
                                width));
            }
        }
        return box;
    }

    private String label(Column column) {
        return switch (column) {
            case STATUS -> texts.text("round.entry.status");
            case RESPONSIBLE -> texts.text("round.column.responsible");
            default -> texts.labels().field("recommendation", "progress");
        };
    }

    private String said(Column column, String value) {
        if (value.isBlank()) {
            return texts.text("round.back.empty");
        }
        return column == Column.STATUS ? words.status(value) : "«" + shortened(value) + "»";
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= LETTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LETTERS)).strip() + "…";
    }

    private Node buttons(@Nullable SheetPlan plan, boolean again) {
        FlowPane line = new FlowPane(10, 10);
        if (plan != null && !plan.changes().isEmpty()) {
            Button take =
                    new Button(texts.plural("round.back.take", plan.changes().size()));
            take.setId("round-take");
            take.getStyleClass().add(Styles.ACCENT);
            take.setDisable(!plan.refusals().isEmpty());
            take.setOnAction(e -> hands.take());
            take.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(take);
        }
        if (again) {
            Button other = new Button(texts.text("round.back.other"));
            other.setId("round-another");
            other.setOnAction(e -> hands.another());
            other.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(other);
        }
        Button close = new Button(texts.text("round.back.close"));
        close.setId("round-close");
        close.setOnAction(e -> hands.close());
        close.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(close);
        return line;
    }

    private static Node line(Feather icon, Label label, String style) {
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(10, new FontIcon(icon), label);
        line.getStyleClass().add(style);
        return line;
    }

    /** A text knows how many lines it takes; a label in a cell is measured as if it had one. */
    private static Text text(String words, String style, double width) {
        Text text = new Text(words);
        text.setWrappingWidth(Math.max(60, width));
        text.getStyleClass().add(style);
        return text;
    }
}
