package org.jailoo.ui.round;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.RoundRow;
import org.jailoo.record.Progress;
import org.jailoo.timeline.Due.Standing;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.ChoiceField;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.GrowingArea;
import org.jailoo.ui.controls.Option;
import org.jailoo.ui.controls.Wrapped;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recommendation that is looked at: what it asks, what was told before, and beside it the box for this quarter. */
final class EntryPane extends VBox {
    private static final int LINES = 4;
    private static final double MOST = 220;

    private final RoundModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final RowWords words;
    private final List<String> codes;
    private final VBox asked = new VBox(8);
    private final VBox before = new VBox(6);
    private final Label question = Wrapped.words("", "round-title");
    private final GrowingArea area = new GrowingArea(LINES, MOST);
    private final ChoiceField status;
    private final Label noted = Wrapped.words("", "quiet", "small");
    private final VBox said = new VBox();
    private final Button same = new Button();
    private final Button save = new Button();
    private final InvalidationListener onRow = p -> show();
    private final InvalidationListener onSaid = p -> say();
    private final InvalidationListener onStatus = p -> showStatus();
    private @Nullable String record;

    EntryPane(RoundModel model, Texts texts, Navigator navigator, List<String> codes) {
        super(14);
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.codes = codes;
        this.words = new RowWords(texts);
        this.status = new ChoiceField(this::statuses, chosen -> model.status().set(chosen == null ? "" : chosen));
        VBox content = new VBox(16, asked, both(), said, buttons());
        content.getStyleClass().add("round-right");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label keys = Wrapped.words(texts.text("round.keys.text"), "quiet", "small");
        keys.getStyleClass().add("round-keys");
        getChildren().setAll(scroll, keys);
    }

    private Filter statuses() {
        return new Filter(
                codes.stream().map(c -> new Option(c, words.status(c), 0)).toList());
    }

    private Node both() {
        before.getStyleClass().add("round-before");
        area.setId("round-text");
        area.setPromptText(texts.text("round.entry.prompt"));
        question.setLabelFor(area);
        Label label = new Label(texts.text("round.entry.status"));
        label.setLabelFor(status);
        label.setMinWidth(Region.USE_PREF_SIZE);
        status.setId("round-status");
        status.setAccessibleText(texts.text("round.entry.status"));
        HBox.setHgrow(status, Priority.ALWAYS);
        HBox line = new HBox(10, label, status);
        line.setAlignment(Pos.CENTER_LEFT);
        noted.setId("round-noted");
        VBox now = new VBox(8, question, area, line, noted);
        GridPane grid = new GridPane();
        grid.setHgap(16);
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(42);
        ColumnConstraints right = new ColumnConstraints();
        right.setPercentWidth(58);
        grid.getColumnConstraints().setAll(left, right);
        grid.add(before, 0, 0);
        grid.add(now, 1, 0);
        return grid;
    }

    private Node buttons() {
        same.setText(texts.text("round.action.same") + "   =");
        same.setId("round-same");
        same.setOnAction(e -> {
            model.same();
            type();
        });
        save.setText(texts.text("round.action.save") + "   Enter");
        save.setId("round-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(e -> {
            model.save();
            type();
        });
        Hyperlink open = new Hyperlink(texts.text("round.action.open"));
        open.setId("round-open");
        open.setOnAction(e -> {
            RoundRow row = model.shown().get();
            if (row != null) {
                navigator.openRecord("recommendation", row.record());
            }
        });
        for (Button button : List.of(same, save)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        open.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane line = new FlowPane(10, 10, save, same, open);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    void shown() {
        area.textProperty().bindBidirectional(model.text());
        model.shown().addListener(onRow);
        model.said().addListener(onSaid);
        model.kept().addListener(onSaid);
        model.status().addListener(onStatus);
        record = null;
        show();
        showStatus();
        say();
    }

    void hidden() {
        area.textProperty().unbindBidirectional(model.text());
        model.shown().removeListener(onRow);
        model.said().removeListener(onSaid);
        model.kept().removeListener(onSaid);
        model.status().removeListener(onStatus);
    }

    /** Puts the keyboard into the box. */
    void type() {
        area.requestFocus();
        area.end();
    }

    boolean isTyping(@Nullable Node target) {
        return target == area;
    }

    GrowingArea area() {
        return area;
    }

    private void showStatus() {
        String code = model.status().get();
        status.show(code.isEmpty() ? null : new Option(code, words.status(code), 0));
    }

    private void show() {
        RoundRow row = model.shown().get();
        setVisible(row != null);
        if (row == null) {
            return;
        }
        asked.getChildren().setAll(asked(row));
        before.getChildren().setAll(before(row));
        question.setText(texts.text("round.entry.now", words.quarter(model.quarter())));
        area.setAccessibleText(question.getText());
        boolean empty = row.entry() != null && row.entry().text().isBlank();
        noted.setText(empty ? texts.text("round.entry.noted") : "");
        same.setDisable(row.entry() != null);
        if (!row.record().equals(record)) {
            record = row.record();
            area.end();
        }
    }

    private List<Node> asked(RoundRow row) {
        List<Node> nodes = new ArrayList<>();
        Label place = new Label(words.place(row.action()));
        place.setId("round-place");
        place.getStyleClass().add("quiet");
        Standing standing = row.due().standing();
        Label due = new Label(words.group(standing));
        due.getStyleClass()
                .addAll("round-badge", standing == Standing.OVERDUE ? "round-badge-overdue" : "round-badge-calm");
        Label day = Wrapped.words(words.due(row), "quiet");
        nodes.add(new FlowPane(10, 4, place, due, day));
        Label text = Wrapped.words(row.action().text(), "round-text");
        text.setId("round-asked");
        nodes.add(text);
        if (!row.action().addressees().isEmpty()) {
            nodes.add(Wrapped.words(
                    texts.text("round.column.addressees") + ": "
                            + String.join("; ", row.action().addressees()),
                    "quiet"));
        }
        if (!row.action().roles().isEmpty()) {
            nodes.add(Wrapped.words(
                    texts.text("round.column.responsible") + ": "
                            + String.join("; ", row.action().roles()),
                    "quiet"));
        }
        if (row.contradicted()) {
            Label words = Wrapped.words(texts.text("round.entry.contradicted"));
            HBox.setHgrow(words, Priority.ALWAYS);
            Hyperlink settle = new Hyperlink(texts.text("round.entry.settle"));
            settle.setId("round-settle");
            settle.setMinWidth(Region.USE_PREF_SIZE);
            settle.setOnAction(e -> navigator.openConflictQueue(row.record()));
            HBox line = new HBox(10, new FontIcon(Feather.GIT_MERGE), words, settle);
            line.getStyleClass().add("warning");
            nodes.add(line);
        }
        return nodes;
    }

    private List<Node> before(RoundRow row) {
        List<Node> nodes = new ArrayList<>();
        Label title = new Label(texts.text("round.entry.last"));
        title.getStyleClass().add("round-title");
        nodes.add(title);
        Progress last = row.last();
        String since = words.sameSince(row);
        if (since != null) {
            nodes.add(Wrapped.words(since, "quiet"));
        }
        if (last != null) {
            String when = words.when(last);
            if (!when.isEmpty()) {
                nodes.add(Wrapped.words(when, "quiet", "small"));
            }
            Label text = Wrapped.words(last.text());
            text.setId("round-last");
            nodes.add(text);
        } else if (since == null) {
            nodes.add(Wrapped.words(texts.text("round.entry.last-none"), "quiet"));
        }
        return nodes;
    }

    private void say() {
        Said now = model.said().get();
        String sentence = switch (now) {
            case NOTHING -> model.kept().get() ? texts.text("round.entry.kept") : "";
            case SAVED -> texts.text("round.said.saved");
            case SAME -> texts.text("round.said.same");
            case CHANGED -> texts.text("round.said.changed");
            case GONE -> texts.text("round.said.gone");
            case NOT_TAKEN -> texts.text("round.said.not-taken");
            case FAILED -> texts.text("round.said.failed");
            case NOT_KEPT -> texts.text("round.entry.not-kept");
        };
        if (sentence.isEmpty()) {
            said.getChildren().clear();
            return;
        }
        Label label = Wrapped.words(sentence);
        label.setId("round-said");
        if (now == Said.NOTHING) {
            label.getStyleClass().addAll("quiet", "small");
            said.getChildren().setAll(label);
            return;
        }
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(10, new FontIcon(now.isGood() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE), label);
        line.getStyleClass().add(now.isGood() ? "notice" : "warning");
        said.getChildren().setAll(line);
    }
}
