package org.jailoo.ui.conflicts;

import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.app.Conflicts.Queue;
import org.jailoo.app.References;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.OpenNames;
import org.jailoo.ui.controls.Wrapped;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The queue of contradictions: a list at the left, and the one that is looked at, side by side, at the right. */
public final class ConflictsScreen implements Screen {
    private static final String SHEET = Objects.requireNonNull(
                    ConflictsScreen.class.getResource("/org/jailoo/ui/conflicts.css"))
            .toExternalForm();
    private static final double STEP = 0.8;

    private final ConflictsModel model;
    private final Texts texts;
    private final Around around;
    private final QueuePane queue;
    private final VBox right = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(right);
    private final BorderPane body = new BorderPane();
    private final Label count = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final VBox closed = new VBox(10);
    private final ChangeListener<Object> onCase = (p, was, is) -> show();
    private final ChangeListener<Object> onQueue = (p, was, is) -> fill();
    private final ChangeListener<NamesModel.State> onDoor;
    private final ChangeListener<@Nullable Sentence> onRefused;
    /** Ends that names are kept before their door closes. */
    private Runnable kept = () -> {};

    private @Nullable CasePane pane;
    private @Nullable OpenNames ask;

    /** What the screen needs beside its model. */
    public record Around(Navigator navigator, References references) {}

    public ConflictsScreen(ConflictsModel model, Texts texts, Around around) {
        this.model = model;
        this.texts = texts;
        this.around = around;
        this.queue = new QueuePane(model, texts);
        this.onDoor = (p, was, is) -> {
            if (is != NamesModel.State.OPENING) {
                ask = null;
                model.doorTurned();
            }
        };
        this.onRefused = (p, was, is) -> {
            if (ask != null) {
                ask.refused(is);
            }
        };
    }

    @Override
    public Parent view() {
        Label title = new Label(texts.text("conflicts.page.title"));
        title.getStyleClass().add("page-title");
        count.setId("conflict-count");
        count.getStyleClass().add("quiet");
        progress.setId("conflict-progress");
        progress.progressProperty().bind(model.progress());
        progress.visibleProperty().bind(model.progress().lessThan(1));
        HBox head = new HBox(12, title, count, progress);
        head.setAlignment(Pos.BASELINE_LEFT);
        scroll.setId("conflict-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        // The arrows belong to the queue; the text is scrolled by PgUp and PgDn.
        scroll.setFocusTraversable(false);
        right.getStyleClass().add("conflict-right");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox page = new VBox(14, head, closed, body);
        page.getStyleClass().addAll("page", "conflicts");
        page.getStylesheets().add(SHEET);
        Keys keys = new Keys(model, new Keys.Hands() {
            @Override
            public void edit() {
                if (pane != null) {
                    pane.edit();
                }
            }

            @Override
            public void scroll(int by) {
                ConflictsScreen.this.scroll(by);
            }

            @Override
            public void home() {
                queue.focus();
            }
        });
        page.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        fill();
        show();
        return page;
    }

    private void scroll(int by) {
        double all = right.getHeight() - scroll.getViewportBounds().getHeight();
        double step = all <= 0 ? 0 : scroll.getViewportBounds().getHeight() * STEP / all;
        scroll.setVvalue(Math.max(0, Math.min(1, scroll.getVvalue() + by * step)));
    }

    private Node foot() {
        Button previous = ValueCard.button(
                "conflict-previous", texts.text("conflicts.action.previous"), "↑", () -> model.step(-1));
        Button next = ValueCard.button("conflict-next", texts.text("conflicts.action.next"), "↓", () -> model.step(1));
        Button edit = ValueCard.button("conflict-edit", texts.text("conflicts.action.edit"), "F2", () -> {
            if (pane != null) {
                pane.edit();
            }
        });
        FlowPane foot = new FlowPane(8, 8, previous, next, edit);
        foot.getStyleClass().add("conflict-foot");
        return foot;
    }

    /** The queue, or the calm sentence where nothing contradicts. */
    private void fill() {
        Queue read = model.queue().get();
        int left = model.lines().size();
        count.setText(read == null || left == 0 ? "" : texts.plural("conflicts.queue.count", left));
        closed(read);
        if (read != null && left == 0) {
            body.setLeft(null);
            body.setCenter(nothing(read));
        } else if (body.getCenter() != scrolled) {
            body.setLeft(queue);
            body.setCenter(scrolled);
        }
    }

    private final BorderPane scrolled = new BorderPane();
    private final VBox question = new VBox();

    private Node nothing(Queue read) {
        Label title = new Label(texts.text("conflicts.empty.title"), new FontIcon(Feather.CHECK_CIRCLE));
        title.setId("conflict-nothing");
        title.getStyleClass().add("section-title");
        VBox box = new VBox(
                10,
                title,
                Wrapped.words(
                        texts.text(read.closed() > 0 ? "conflicts.empty.but-closed" : "conflicts.empty.text"),
                        "quiet"));
        box.getStyleClass().add("conflict-nothing");
        BorderPane.setAlignment(box, Pos.TOP_LEFT);
        box.getChildren().addAll(0, saidNodes());
        return box;
    }

    /** What waits behind the door of names and contacts, with the way to open it. */
    private void closed(@Nullable Queue read) {
        boolean there = read != null && read.closed() > 0;
        closed.setVisible(there);
        closed.setManaged(there);
        if (read == null || !there || ask != null) {
            return;
        }
        String words = texts.plural("conflicts.queue.closed", read.closed());
        Label label = new Label(words, new FontIcon(Feather.LOCK));
        label.setGraphicTextGap(10);
        Hyperlink open = new Hyperlink(texts.text("conflicts.queue.open-closed"));
        open.setId("conflict-closed-open");
        open.setOnAction(e -> {
            OpenNames made = new OpenNames(model.desk().names(), texts.messages(), words, null);
            ask = made;
            closed.getChildren().setAll(made);
        });
        FlowPane line = new FlowPane(6, 4, label, open);
        line.setId("conflict-closed");
        line.setAlignment(Pos.CENTER_LEFT);
        closed.getChildren().setAll(line);
    }

    private java.util.List<Node> saidNodes() {
        Said now = model.said().get();
        return now == null ? java.util.List.of() : java.util.List.of(said(now));
    }

    /** What became of the last decision. */
    private Node said(Said now) {
        String name = QueuePane.name(texts, now.line());
        String field = QueuePane.field(texts, model, now.line());
        String words = switch (now.kind()) {
            case SETTLED ->
                now.count() > 1
                        ? texts.plural("conflicts.said.settled-side", now.count(), name)
                        : texts.text("conflicts.said.settled", name, field);
            case STILL -> texts.text("conflicts.said.still", name, field);
            case GONE -> texts.text("conflicts.said.gone", name);
            case REFUSED -> texts.text("conflicts.said.refused", name);
            case TOO_LARGE -> texts.text("conflicts.said.too-large", name);
            case FAILED -> texts.text("conflicts.said.failed", name);
        };
        boolean good = now.kind() == Said.Kind.SETTLED;
        Label label = Wrapped.words(words);
        label.setId("conflict-said");
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(10, new FontIcon(good ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE), label);
        line.getStyleClass().add(good ? "notice" : "warning");
        if (good) {
            Hyperlink open = new Hyperlink(texts.text("conflicts.said.open"));
            open.setId("conflict-said-open");
            open.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            open.setOnAction(e ->
                    around.navigator().openRecord(now.line().type(), now.line().record()));
            line.getChildren().add(open);
        }
        return line;
    }

    /** The contradiction that is looked at. */
    private void show() {
        boolean inside = right.getScene() != null
                && right.getScene().getFocusOwner() != null
                && isIn(right.getScene().getFocusOwner());
        if (pane != null) {
            pane.close();
            pane = null;
        }
        right.getChildren().setAll(saidNodes());
        question.getChildren().clear();
        Case now = model.shown().get();
        if (now != null) {
            CasePane made = new CasePane(model, now, texts, around.navigator(), around.references());
            pane = made;
            right.getChildren().add(made);
            question.getChildren().setAll(made.question());
            scroll.setVvalue(0);
        }
        fill();
        if (inside) {
            queue.focus();
        }
    }

    private boolean isIn(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == right) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void shown() {
        scrolled.setCenter(scroll);
        question.getStyleClass().add("conflict-question");
        scrolled.setBottom(new VBox(question, foot()));
        queue.shown();
        model.shown().addListener(onCase);
        model.said().addListener(onCase);
        model.queue().addListener(onQueue);
        model.desk().names().state().addListener(onDoor);
        model.desk().names().failure().addListener(onRefused);
        kept = model.desk().names().keeping(model::rest);
        model.reload();
    }

    @Override
    public void focus() {
        queue.focus();
    }

    @Override
    public void hidden() {
        queue.hidden();
        kept.run();
        model.shown().removeListener(onCase);
        model.said().removeListener(onCase);
        model.queue().removeListener(onQueue);
        model.desk().names().state().removeListener(onDoor);
        model.desk().names().failure().removeListener(onRefused);
        model.leave();
        if (pane != null) {
            pane.close();
            pane = null;
        }
    }

    @Override
    public Runnable rest() {
        return model.rest();
    }

    @Override
    public void end() {
        model.end();
    }
}
