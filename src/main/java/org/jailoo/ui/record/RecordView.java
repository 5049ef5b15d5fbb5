package org.jailoo.ui.record;

import java.util.List;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jailoo.app.CustodyStory;
import org.jailoo.record.RecordType;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.FollowFocus;
import org.jailoo.ui.controls.Sheets;
import org.jailoo.ui.form.Caret;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.form.Section;
import org.jailoo.ui.form.Unknown;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The nodes of a record's screen in one language. Thrown away and made again for another language; the form, with what was
 * typed, is the view model's.
 */
final class RecordView {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final String SHEET = Objects.requireNonNull(
                    RecordView.class.getResource("/org/jailoo/ui/record.css"))
            .toExternalForm();

    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final Duration FRAME = Duration.millis(35);

    private final RecordViewModel model;
    private final Texts words;
    private final Page.Links links;
    private final Ways ways;
    private final BorderPane root = new BorderPane();
    private @Nullable Page page;
    private List<Section> sections = List.of();
    private ScrollPane scroll = new ScrollPane();
    private final Runnable unsubscribe;
    private @Nullable RecordForm drawn;
    private @Nullable FollowFocus follow;
    private boolean historyOpen;

    /**
     * The ways from a record: where the person came from, to the next one like it, to its withdrawal, to where its
     * contradictions stand side by side, to where it becomes a document, into its custody; and whether the lead has it.
     */
    record Ways(
            Runnable back,
            Runnable next,
            Runnable withdraw,
            Runnable settle,
            Runnable word,
            CustodyStory custody,
            @Nullable ReceivedMark received) {}

    RecordView(RecordViewModel model, Texts words, Page.Links links, Ways ways) {
        this.model = model;
        this.words = words;
        this.links = links;
        this.ways = ways;
        root.getStyleClass().add("record");
        root.getStylesheets().addAll(Sheets.CONTROLS, SHEET);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            RecordForm form = model.form().get();
            if (SAVE.match(event)) {
                model.save();
                event.consume();
            } else if (form != null && UNDO.match(event)) {
                form.undo();
                event.consume();
            } else if (form != null && (REDO.match(event) || REDO_TOO.match(event))) {
                form.redo();
                event.consume();
            }
        });
        model.follow(this::caret);
        javafx.beans.value.ChangeListener<Object> formChanged = (p, before, now) -> show();
        model.form().addListener(formChanged);
        model.missing().addListener(formChanged);
        unsubscribe = () -> {
            model.form().removeListener(formChanged);
            model.missing().removeListener(formChanged);
        };
        show();
    }

    Parent root() {
        return root;
    }

    private @Nullable Caret caret() {
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node.equals(root)) {
                return Caret.of(focused);
            }
        }
        return null;
    }

    /** Puts the keyboard where the person was, or into the first field of a new record; an old one is read first. */
    void focus() {
        RecordForm form = model.form().get();
        Caret before = form == null ? null : model.comeBackTo();
        if (before != null) {
            buildAll();
            root.applyCss();
            root.layout();
            if (before.restore(root)) {
                return;
            }
        }
        if (form != null && form.state() == null && !sections.isEmpty()) {
            sections.get(0).focusFirst();
        }
    }

    /** Ends every subscription. */
    void close() {
        unsubscribe.run();
        if (follow != null) {
            follow.close();
        }
        if (page != null) {
            page.close();
        }
    }

    private void show() {
        if (page != null) {
            page.close();
            page = null;
        }
        RecordForm form = model.form().get();
        if (form == null) {
            Label waiting = new Label(model.missing().get() ? words.messages().text("record.state.missing") : "");
            waiting.getStyleClass().add("quiet");
            root.setTop(null);
            root.setRight(null);
            root.setCenter(waiting);
            return;
        }
        Page made = new Page(form, words, links, model.story());
        page = made;
        Heading heading = new Heading(model, made, ways);
        root.setTop(new VBox(heading, new Banners(model, made, ways.settle())));
        RecordType type = form.type();
        sections = type == null ? List.of() : Section.of(made, type);
        root.setCenter(body(made));
        heading.history().selectedProperty().addListener((p, was, is) -> history(made, is));
        heading.history().setSelected(historyOpen);
        // Whoever reads on after a reload stands on the same form with other conflicts.
        made.listen(form.openings(), turn -> Platform.runLater(this::show));
        build(made, 0);
        if (root.getScene() != null) {
            Platform.runLater(this::focus);
        }
    }

    private void history(Page made, boolean open) {
        historyOpen = open;
        root.setRight(open ? new HistoryPane(made, model::bringBack, ways.custody()) : null);
    }

    private Node body(Page made) {
        VBox column = new VBox(16);
        column.getStyleClass().add("record-column");
        column.getChildren().addAll(sections);
        Node card = made.own(own -> own.card(made));
        if (card != null) {
            column.getChildren().add(0, card);
        }
        if (!made.form().unknown().isEmpty()) {
            VBox unknown = new VBox(10);
            unknown.getStyleClass().addAll("card", "record-section");
            Label title = new Label(made.text("record.section.unknown"));
            title.getStyleClass().add("section-title");
            unknown.getChildren().add(title);
            made.form().unknown().forEach((path, json) -> unknown.getChildren().add(Unknown.of(made, path, json)));
            column.getChildren().add(unknown);
        }
        double at = made.form().equals(drawn) ? scroll.getVvalue() : 0;
        drawn = made.form();
        scroll = new ScrollPane(column);
        scroll.setId("record-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        if (follow != null) {
            follow.close();
        }
        FollowFocus following = new FollowFocus(scroll);
        follow = following;
        made.listen(model.notice(), now -> {
            if (now != null && !now.kind().isSaved()) {
                problem(made, following);
            }
        });
        Platform.runLater(() -> scroll.setVvalue(at));
        return sections.size() < 3 ? scroll : new HBox(anchors(column), scroll);
    }

    /** Leads to the first field that held a save back. */
    private void problem(Page made, FollowFocus following) {
        Entry first = made.form().firstProblem();
        buildAll();
        Node field = first == null ? null : root.lookup("#" + FieldPane.id(first.place()));
        if (field != null) {
            field.requestFocus();
            following.show(field);
        }
    }

    /** The way to the sections of a long form. */
    private Node anchors(VBox column) {
        VBox anchors = new VBox(2);
        anchors.getStyleClass().add("anchors");
        ToggleGroup group = new ToggleGroup();
        for (Section section : sections) {
            ToggleButton anchor = new ToggleButton(section.title());
            anchor.setToggleGroup(group);
            anchor.setMaxWidth(Double.MAX_VALUE);
            anchor.setWrapText(true);
            anchor.getStyleClass().add("anchor");
            if (section.isInConflict()) {
                FontIcon mark = new FontIcon(Feather.ALERT_TRIANGLE);
                mark.getStyleClass().add("conflict-mark");
                anchor.setGraphic(mark);
            }
            section.follow(shown -> {
                anchor.setVisible(shown);
                anchor.setManaged(shown);
            });
            anchor.setOnAction(event -> {
                anchor.setSelected(true);
                buildAll();
                scrollTo(column, section);
            });
            anchors.getChildren().add(anchor);
        }
        scroll.vvalueProperty().addListener((p, before, now) -> select(column, anchors));
        column.heightProperty().addListener((p, before, now) -> select(column, anchors));
        return anchors;
    }

    private void scrollTo(VBox column, Section section) {
        column.applyCss();
        column.layout();
        double hidden = column.getHeight() - scroll.getViewportBounds().getHeight();
        double top = section.getBoundsInParent().getMinY() - 12;
        scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, Math.max(0, top / hidden)));
    }

    private void select(VBox column, VBox anchors) {
        double hidden = column.getHeight() - scroll.getViewportBounds().getHeight();
        double top = Math.max(0, hidden) * scroll.getVvalue() + 80;
        for (int i = sections.size() - 1; i >= 0; i--) {
            boolean above = sections.get(i).isVisible()
                    && sections.get(i).getBoundsInParent().getMinY() <= top;
            if (i == 0 || above) {
                ((ToggleButton) anchors.getChildren().get(i)).setSelected(true);
                return;
            }
        }
    }

    /** Builds one section after the other: the first is there at once, and frames are drawn between the others. */
    private void build(Page made, int from) {
        if (from < sections.size() && Objects.equals(page, made)) {
            sections.get(from).build();
            PauseTransition frame = new PauseTransition(FRAME);
            frame.setOnFinished(event -> build(made, from + 1));
            frame.play();
        }
    }

    private void buildAll() {
        sections.forEach(Section::build);
    }
}
