package org.jailoo.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.Prompts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Questions and notes that lie over the content of the window. While a question waits, what stands behind it can be read
 * and scrolled, and not changed.
 */
final class WindowPrompts implements Prompts {
    private static final double WIDTH = 560;
    private static final double PAGE = 0.8;
    private static final Duration SHOWN = Duration.seconds(5);

    private final StackPane asked = new StackPane();
    private final Node content;
    private final VBox notes = new VBox(8);
    private final Supplier<Messages> messages;

    WindowPrompts(StackPane root, Node content, Supplier<Messages> messages) {
        this.messages = messages;
        this.content = content;
        notes.setAlignment(Pos.BOTTOM_RIGHT);
        notes.getStyleClass().add("notes");
        notes.setPickOnBounds(false);
        notes.setMouseTransparent(true);
        asked.setPickOnBounds(false);
        asked.setAlignment(Pos.BOTTOM_CENTER);
        asked.getStyleClass().add("asked");
        root.getChildren().addAll(notes, asked);
        content.addEventFilter(MouseEvent.ANY, this::hold);
        content.addEventFilter(KeyEvent.ANY, this::hold);
        root.sceneProperty().addListener((p, was, is) -> {
            if (is != null) {
                is.focusOwnerProperty().addListener((f, before, owner) -> keep(owner));
            }
        });
    }

    private boolean isAsking() {
        return !asked.getChildren().isEmpty();
    }

    /** Lets nothing through to the content but scrolling. */
    private void hold(Event event) {
        if (isAsking()
                && !isInside(event.getTarget() instanceof Node node ? node : null, up -> up instanceof ScrollBar)) {
            event.consume();
        }
    }

    /** The keyboard stays with the question. */
    private void keep(@Nullable Node owner) {
        if (isAsking() && owner != null && !isInside(owner, asked::equals)) {
            Platform.runLater(this::takeKeyboard);
        }
    }

    private void takeKeyboard() {
        Node first = asked.lookup("#answer-0");
        if (first != null) {
            first.requestFocus();
        }
    }

    private static boolean isInside(@Nullable Node node, Predicate<Node> what) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (what.test(up)) {
                return true;
            }
        }
        return false;
    }

    /** Moves on what stands behind the question, by pages. */
    private void page(int way) {
        content.lookupAll(".scroll-pane").stream()
                .filter(node -> node instanceof ScrollPane pane && pane.isVisible())
                .map(ScrollPane.class::cast)
                .max(Comparator.comparingDouble(pane -> pane.getWidth() * pane.getHeight()))
                .ifPresent(pane -> {
                    double seen = pane.getViewportBounds().getHeight();
                    double hidden = pane.getContent().getLayoutBounds().getHeight() - seen;
                    if (hidden > 0) {
                        pane.setVvalue(Math.max(0, Math.min(1, pane.getVvalue() + way * PAGE * seen / hidden)));
                    }
                });
    }

    @Override
    public void ask(String title, String text, List<Answer> answers) {
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        head.setWrapText(true);
        Label body = new Label(text);
        body.setWrapText(true);
        body.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane buttons = new FlowPane(8, 8);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        for (int i = 0; i < answers.size(); i++) {
            Button button = button(answers.get(i));
            button.setId("answer-" + i);
            buttons.getChildren().add(0, button);
        }
        VBox box = new VBox(14, head, body, buttons);
        box.getStyleClass().add("question");
        buttons.prefWrapLengthProperty().bind(box.widthProperty().subtract(48));
        box.setMaxHeight(Region.USE_PREF_SIZE);
        Answer last = answers.get(answers.size() - 1);
        box.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            switch (e.getCode()) {
                case ESCAPE -> {
                    e.consume();
                    give(last);
                }
                case PAGE_DOWN -> page(1);
                case PAGE_UP -> page(-1);
                default -> {}
            }
        });
        box.setAccessibleText(title + ". " + text);
        buttons.getChildren().forEach(button -> button.setAccessibleHelp(title + ". " + text));
        asked.getChildren().setAll(box);
        buttons.getChildren().get(buttons.getChildren().size() - 1).requestFocus();
    }

    private Button button(Answer answer) {
        Button button = new Button(answer.label());
        switch (answer.kind()) {
            case MAIN -> {
                button.getStyleClass().add(Styles.ACCENT);
                button.setDefaultButton(true);
            }
            case DANGER -> button.getStyleClass().add(Styles.DANGER);
            case OTHER -> {}
        }
        button.setOnAction(e -> give(answer));
        return button;
    }

    private void give(Answer answer) {
        asked.getChildren().clear();
        answer.chosen().run();
    }

    @Override
    public void tell(String text) {
        Label label = new Label(text, new FontIcon(Feather.CHECK_CIRCLE));
        label.setId("note");
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.getStyleClass().add("note");
        notes.getChildren().add(label);
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(e -> notes.getChildren().remove(label));
        pause.play();
    }

    @Override
    public void warn(String text) {
        Messages now = messages.get();
        ask(
                now.text("shell.warning.title"),
                text,
                List.of(new Answer(now.text("shell.warning.read"), Kind.MAIN, () -> {})));
    }

    /** Takes away what was asked and said: the notebook is locked. */
    void clear() {
        asked.getChildren().clear();
        notes.getChildren().clear();
    }
}
