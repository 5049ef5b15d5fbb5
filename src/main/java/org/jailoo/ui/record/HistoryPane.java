package org.jailoo.ui.record;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jailoo.app.RecordHistory;
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
    private final VBox steps = new VBox();

    HistoryPane(Page page) {
        this.page = page;
        getStyleClass().add("history");
        setId("record-history");
        Label title = new Label(page.text("record.history.title"));
        title.getStyleClass().add("section-title");
        steps.getStyleClass().add("history-steps");
        ScrollPane scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        show(page.conflicts().get());
        page.listen(page.conflicts(), this::show);
        page.listen(page.namings(), now -> show(page.conflicts().get()));
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
        return step;
    }

    private Node change(Reading reading, Chronicle.Change change) {
        Text label = new Text(reading.label(change.path()) + "\n");
        label.getStyleClass().add("history-label");
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
