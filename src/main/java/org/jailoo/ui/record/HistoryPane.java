package org.jailoo.ui.record;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jailoo.app.CustodyStory;
import org.jailoo.app.RecordHistory;
import org.jailoo.combine.WordDiff;
import org.jailoo.history.Chronicle;
import org.jailoo.json.Json;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Reading;
import org.jailoo.ui.form.WhoWhen;
import org.jspecify.annotations.Nullable;

/** The revisions of the record, the latest first: when, by which device, what changed, and which way it came. */
final class HistoryPane extends VBox {
    private static final int SHORT = 120;

    private final Page page;
    private final Consumer<String> bringBack;
    private final VBox steps = new VBox();
    private final CustodyStory custody;
    private final ScrollPane scroll = new ScrollPane(steps);

    HistoryPane(Page page, Consumer<String> bringBack, CustodyStory custody) {
        this.page = page;
        this.bringBack = bringBack;
        this.custody = custody;
        getStyleClass().add("history");
        setId("record-history");
        steps.getStyleClass().add("history-steps");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(parts(), scroll);
        show(page.conflicts().get());
        page.listen(page.conflicts(), this::show);
        page.listen(page.namings(), now -> show(page.conflicts().get()));
    }

    /** What changed, or who had it. */
    private Node parts() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton changes =
                part(group, "record-history-changes", page.text("record.history.title"), Styles.LEFT_PILL);
        ToggleButton held = part(group, "record-history-custody", page.text("custody.pane.title"), Styles.RIGHT_PILL);
        changes.setSelected(true);
        changes.setOnAction(event -> {
            changes.setSelected(true);
            scroll.setContent(steps);
        });
        held.setOnAction(event -> {
            held.setSelected(true);
            scroll.setContent(new CustodyPane(page, custody));
        });
        return new HBox(changes, held);
    }

    private static ToggleButton part(ToggleGroup group, String id, String text, String style) {
        ToggleButton part = new ToggleButton(text);
        part.setId(id);
        part.setToggleGroup(group);
        part.getStyleClass().addAll(style, Styles.SMALL);
        return part;
    }

    private void show(RecordHistory.@Nullable Story story) {
        List<Node> nodes = new ArrayList<>();
        if (story == null || story.entries().isEmpty()) {
            nodes.add(quiet(page.text("record.history.none")));
        } else {
            story.entries().forEach(entry -> nodes.add(step(entry)));
            if (story.more() > 0) {
                nodes.add(quiet(page.messages().plural("record.history.more", story.more())));
            }
            Reading reading = new Reading(page);
            story.entries()
                    .forEach(entry -> entry.changes().forEach(change -> {
                        reading.readNames(change.path(), change.after());
                        change.before().forEach(value -> reading.readNames(change.path(), value));
                    }));
        }
        steps.getChildren().setAll(nodes);
    }

    private Node step(RecordHistory.Entry entry) {
        WhoWhen words = new WhoWhen(page);
        Label when = new Label(words.when(entry.time()));
        when.getStyleClass().add("history-when");
        VBox step = new VBox(3, when, quiet(words.who(entry.who())));
        step.getStyleClass().add("history-step");
        RecordHistory.Brought brought = entry.brought();
        if (brought != null) {
            step.getChildren()
                    .add(quiet(page.text(
                            "record.history.brought", words.who(brought.from()), words.when(brought.imported()))));
        }
        if (entry.purge()) {
            step.getChildren().add(new Label(page.text("record.history.purge")));
        } else if (entry.missing()) {
            step.getChildren().add(quiet(page.text("record.history.missing")));
        }
        Reading reading = new Reading(page);
        for (Chronicle.Change change : entry.changes()) {
            step.getChildren().add(change(reading, change));
        }
        boolean latest =
                story().map(told -> told.entries().get(0).equals(entry)).orElse(true);
        if (!entry.purge() && !entry.missing() && !latest && page.form().type() != null) {
            Hyperlink bring = new Hyperlink(page.text("record.history.bring"));
            bring.setOnAction(event -> bringBack.accept(entry.revision()));
            step.getChildren().add(bring);
        }
        return step;
    }

    private Optional<RecordHistory.Story> story() {
        return Optional.ofNullable(page.conflicts().get());
    }

    /** Both values whole; null where they are no texts of which only a part changed. */
    private static @Nullable TextFlow diff(Text label, Chronicle.Change change) {
        if (change.before().size() != 1
                || !(change.before().get(0) instanceof Json.Text old)
                || !(change.after() instanceof Json.Text now)
                || Math.max(old.value().length(), now.value().length()) < SHORT / 2) {
            return null;
        }
        TextFlow flow = new TextFlow(label);
        for (WordDiff.Piece piece : WordDiff.of(old.value(), now.value())) {
            Text text = new Text(Reading.cut(piece.text(), 4 * SHORT));
            // Struck out and underlined: not by colour alone.
            text.setStrikethrough(piece.kind() == WordDiff.Kind.WENT);
            text.setUnderline(piece.kind() == WordDiff.Kind.CAME);
            text.getStyleClass()
                    .add(
                            switch (piece.kind()) {
                                case STAYED -> "history-after";
                                case WENT -> "history-went";
                                case CAME -> "history-came";
                            });
            flow.getChildren().add(text);
        }
        return flow;
    }

    private Node change(Reading reading, Chronicle.Change change) {
        Text label = new Text(reading.label(change.path()) + "\n");
        label.getStyleClass().add("history-label");
        TextFlow diff = diff(label, change);
        if (diff != null) {
            return diff;
        }
        List<String> before = new ArrayList<>();
        List<Json> all = new ArrayList<>(change.before());
        all.add(change.after());
        for (Json value : change.before()) {
            if (!(value instanceof Json.Null)) {
                before.add(Reading.cut(reading.value(change.path(), value, all), SHORT));
            }
        }
        TextFlow flow = new TextFlow(label);
        if (!before.isEmpty()) {
            Text old = new Text(String.join(" | ", before));
            old.getStyleClass().add("history-before");
            Text arrow = new Text(" → ");
            arrow.getStyleClass().add("history-after");
            flow.getChildren().addAll(old, arrow);
        }
        Text after = new Text(Reading.cut(reading.value(change.path(), change.after(), all), SHORT));
        after.getStyleClass().add("history-after");
        flow.getChildren().add(after);
        return flow;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("quiet", "small");
        label.setWrapText(true);
        return label;
    }
}
