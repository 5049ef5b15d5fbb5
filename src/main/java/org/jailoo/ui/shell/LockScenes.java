package org.jailoo.ui.shell;

import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.lock.LockStrip;
import org.jailoo.ui.lock.PrivacyPane;

/** The choices about locking and names, and over them the strip that warns before it locks. */
final class LockScenes {
    private final Shell shell;

    LockScenes(Shell shell) {
        this.shell = shell;
    }

    Scenes.Step privacy() {
        return Scenes.Step.of("0a-privacy", this::show);
    }

    private void show() {
        Messages messages = shell.messages();
        LockStrip strip = new LockStrip();
        strip.setText(messages.plural("lock.strip.seconds", 17));
        PrivacyPane pane =
                new PrivacyPane(shell.privacy(), Texts.of(messages.locale().getLanguage()));
        VBox page = new VBox(40, strip, pane);
        page.setAlignment(Pos.TOP_CENTER);
        page.setPadding(new Insets(0, 24, 24, 24));
        StackPane view = (StackPane) Objects.requireNonNull(shell.desk()).view();
        ((BorderPane) view.getChildren().get(0)).setCenter(page);
    }
}
