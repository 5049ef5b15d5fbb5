package org.jailoo.ui.conflicts;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jailoo.app.Conflicts.Line;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Path;
import org.jailoo.ui.common.Texts;

/** The queue at the side: of which record, which field, and how many values. */
final class QueuePane extends VBox {
    private static final double WIDTH = 250;
    /** Of a small laptop's screen. */
    private static final double MOST = 340;

    private final ConflictsModel model;
    private final Texts texts;
    private final ListView<Line> list;
    private final InvalidationListener onMove = p -> follow();
    private boolean following;

    QueuePane(ConflictsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.list = new ListView<>(model.lines());
        list.setId("conflict-queue");
        list.setAccessibleText(texts.text("conflicts.page.title"));
        list.setCellFactory(view -> new Cell());
        list.getStyleClass().add("conflict-queue");
        list.getSelectionModel().selectedIndexProperty().addListener((p, was, is) -> {
            if (!following && is.intValue() >= 0) {
                model.select(is.intValue());
            }
        });
        setMinWidth(width(texts));
        setPrefWidth(width(texts));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(list);
        getStyleClass().add("conflict-side");
    }

    void shown() {
        model.at().addListener(onMove);
        model.lines().addListener(onMove);
        follow();
    }

    void hidden() {
        model.at().removeListener(onMove);
        model.lines().removeListener(onMove);
    }

    /** Marks the line that is looked at; what the list marks by itself while lines go is not a choice. */
    private void follow() {
        following = true;
        int at = model.at().get();
        if (at >= 0 && at < model.lines().size()) {
            list.getSelectionModel().clearAndSelect(at);
            list.getFocusModel().focus(at);
            if (!inSight(at)) {
                list.scrollTo(Math.max(0, at - 2));
            }
        }
        following = false;
    }

    private boolean inSight(int at) {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return at == 0;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        if (first == null || last == null) {
            return at == 0;
        }
        return first.getIndex() <= at && at < last.getIndex();
    }

    void focus() {
        list.requestFocus();
    }

    private final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : entry(line));
            setAccessibleText(empty || line == null ? "" : name(texts, line) + ", " + field(texts, model, line));
        }
    }

    private Node entry(Line line) {
        double width = width(texts) - 50;
        String field = field(texts, model, line);
        String more = line.values() > 2 ? " · " + texts.plural("conflicts.queue.values", line.values()) : "";
        return new VBox(
                3, words(name(texts, line), "conflict-name", width), words(field + more, "conflict-field", width));
    }

    private static Text words(String words, String style, double width) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        // A label that wraps is measured as one line in a list.
        text.setWrappingWidth(width);
        return text;
    }

    /** What people call the record. */
    static String name(Texts texts, Line line) {
        String type = texts.labels().type(line.type());
        return line.code().isBlank()
                ? line.day().isBlank() ? type : type + " · " + texts.labels().date(line.day())
                : line.code();
    }

    /** The field in words, with the type where the name is a code. */
    static String field(Texts texts, ConflictsModel model, Line line) {
        String label;
        if (line.path().equals(Path.DELETED)) {
            label = texts.text("conflicts.field.deleted");
        } else {
            String name = Case.name(line.path());
            Field field = model.desk().schema().field(line.type(), name);
            label = field == null ? name : texts.labels().field(line.type(), name);
            if (field != null && field.kind() instanceof FieldKind.SetOf set) {
                label += ": " + texts.labels().code(set.codebook(), line.path().substring(name.length() + 1));
            }
        }
        return line.code().isBlank() ? label : texts.labels().type(line.type()) + " · " + label;
    }

    private static double width(Texts texts) {
        return Math.min(MOST, texts.letters().pixels(WIDTH));
    }
}
