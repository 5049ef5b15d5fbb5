package org.jailoo.ui.shell;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.Prompts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Questions and notes that lie over the content of the window. */
final class WindowPrompts implements Prompts {
    private static final double WIDTH = 560;
    private static final Duration SHOWN = Duration.seconds(5);

    private final ModalPane modal = new ModalPane();
    private final VBox notes = new VBox(8);
    private final Supplier<Messages> messages;

    WindowPrompts(StackPane root, Supplier<Messages> messages) {
        this.messages = messages;
        notes.setAlignment(Pos.BOTTOM_RIGHT);
        notes.getStyleClass().add("notes");
        notes.setPickOnBounds(false);
        notes.setMouseTransparent(true);
        modal.setPersistent(true);
        root.getChildren().addAll(notes, modal);
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
        buttons.setPrefWrapLength(WIDTH - 44);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        for (int i = 0; i < answers.size(); i++) {
            Button button = button(answers.get(i));
            button.setId("answer-" + i);
            buttons.getChildren().add(0, button);
        }
        VBox box = new VBox(14, head, body, buttons);
        box.getStyleClass().add("question");
        box.setMinWidth(WIDTH);
        box.setPrefWidth(WIDTH);
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        Answer last = answers.get(answers.size() - 1);
        box.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                give(last);
            }
        });
        modal.show(box);
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
        modal.hide(true);
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
        modal.hide(true);
        notes.getChildren().clear();
    }
}
