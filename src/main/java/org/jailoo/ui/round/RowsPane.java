package org.jailoo.ui.round;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jailoo.app.RoundRow;
import org.jailoo.timeline.Due.Standing;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rows at the side: overdue first, and which of them have an entry. */
final class RowsPane extends VBox {
    private static final double WIDTH = 290;
    /** Of a small laptop's screen. */
    private static final double MOST = 360;
    /** Letters of what is asked: the rest stands at the right. */
    private static final int LETTERS = 120;

    private final RoundModel model;
    private final Texts texts;
    private final RowWords words;
    private final ListView<RoundRow> list;
    private final InvalidationListener onMove = p -> follow();
    private boolean following;

    RowsPane(RoundModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new RowWords(texts);
        this.list = new ListView<>(model.rows());
        list.setId("round-rows");
        list.setAccessibleText(texts.text("round.page.title"));
        list.getStyleClass().add("round-rows");
        list.setPlaceholder(Wrapped.words(texts.text("round.empty.filter"), "quiet"));
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedIndexProperty().addListener((p, was, is) -> {
            if (!following && is.intValue() >= 0) {
                model.select(is.intValue());
            }
        });
        setMinWidth(width());
        setPrefWidth(width());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(list);
    }

    void shown() {
        model.at().addListener(onMove);
        model.rows().addListener(onMove);
        follow();
    }

    void hidden() {
        model.at().removeListener(onMove);
        model.rows().removeListener(onMove);
    }

    private double width() {
        return Math.min(MOST, texts.letters().pixels(WIDTH));
    }

    /** Marks the row that is looked at; what the list marks by itself while rows change is not a choice. */
    private void follow() {
        following = true;
        int at = model.at().get();
        if (at >= 0 && at < model.rows().size()) {
            list.getSelectionModel().clearAndSelect(at);
            list.getFocusModel().focus(at);
            list.scrollTo(Math.max(0, at - 2));
        } else {
            list.getSelectionModel().clearSelection();
        }
        following = false;
    }

    private final class Cell extends ListCell<RoundRow> {
        @Override
        protected void updateItem(RoundRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : entry(row, getIndex()));
        }
    }

    private Node entry(RoundRow row, int place) {
        VBox box = new VBox(3);
        Standing standing = row.due().standing();
        boolean first = place == 0
                || place > model.rows().size()
                || model.rows().get(place - 1).due().standing() != standing;
        if (first) {
            Label group = new Label(words.group(standing));
            group.getStyleClass().addAll("round-group", standing == Standing.OVERDUE ? "round-overdue" : "round-calm");
            box.getChildren().add(group);
        }
        HBox head = new HBox(6, text(words.place(row.action()), "round-name", width() - 76));
        if (row.draft() != null) {
            head.getChildren().add(mark(Feather.EDIT_3, texts.text("round.row.draft"), "round-draft"));
        } else if (row.entry() != null) {
            head.getChildren().add(mark(Feather.CHECK, texts.text("round.row.entered"), "round-entered"));
        }
        box.getChildren().addAll(head, text(shortened(row.action().text()), "round-asked", width() - 50));
        return box;
    }

    private static Node mark(Feather icon, String meaning, String style) {
        FontIcon mark = new FontIcon(icon);
        mark.setAccessibleText(meaning);
        mark.getStyleClass().add(style);
        return mark;
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        if (line.codePointCount(0, line.length()) <= LETTERS) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LETTERS)).strip() + "…";
    }

    /** A text knows how many lines it takes; a label in a cell is measured as if it had one. */
    private static Text text(String words, String style, double width) {
        Text text = new Text(words);
        text.setWrappingWidth(width);
        text.getStyleClass().add(style);
        return text;
    }
}
