package org.jailoo.ui.unlock;

import atlantafx.base.controls.PasswordTextField;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.ui.controls.StrengthPane;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.unlock.UnlockModel.Mode;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the words of a recovery kit are typed, line by line, and a new passphrase. */
final class RecoverPane extends VBox {
    /** A line without its spaces; a shorter one is still being typed. */
    private static final int WHOLE = 12;

    private final UnlockModel model;
    private final Messages messages;
    private final List<TextField> lines = new ArrayList<>();

    RecoverPane(UnlockModel model, Messages messages, Node file) {
        super(8);
        this.model = model;
        this.messages = messages;
        PasswordTextField passphrase =
                PassphraseField.of("new-passphrase", messages.text("unlock.recover.passphrase"), model.busyProperty());
        PasswordTextField again =
                PassphraseField.of("new-passphrase-again", messages.text("unlock.field.again"), model.busyProperty());
        passphrase.passwordProperty().addListener((p, was, is) -> model.weigh(is.toCharArray()));
        Button back = new Button(messages.text("unlock.recover.back"), new FontIcon(Feather.ARROW_LEFT));
        back.setId("recover-back");
        back.getStyleClass().add(Styles.FLAT);
        back.disableProperty().bind(model.busyProperty());
        back.setOnAction(e -> model.aside(Mode.OPEN));
        Button open = MainButton.of("recover", messages.text("unlock.recover.action"), model.busyProperty());
        open.setOnAction(e -> {
            char[] first = passphrase.getPassword().toCharArray();
            char[] second = again.getPassword().toCharArray();
            model.recover().recover(lines.stream().map(TextField::getText).toList(), first, second);
        });
        Label title = words("unlock.recover.title", "section-title");
        getChildren()
                .addAll(
                        title,
                        words("unlock.recover.words", "quiet"),
                        new Label(messages.text("unlock.field.notebook")),
                        file,
                        page(),
                        new Label(messages.text("unlock.recover.passphrase")),
                        passphrase,
                        new StrengthPane(model.worth(), model.busyProperty(), messages),
                        new Label(messages.text("unlock.field.again")),
                        again,
                        open,
                        new HBox(back));
    }

    private Node page() {
        GridPane page = new GridPane();
        page.setHgap(10);
        page.setVgap(6);
        for (int number = 1; number <= RecoveryKit.LINES; number++) {
            TextField field = new TextField();
            field.setId("kit-line-" + number);
            field.getStyleClass().add("mono");
            Label caption = new Label(messages.text("unlock.recover.line", number));
            caption.setMinWidth(Region.USE_PREF_SIZE);
            caption.setLabelFor(field);
            field.setAccessibleText(caption.getText());
            field.disableProperty().bind(model.busyProperty());
            GridPane.setHgrow(field, Priority.ALWAYS);
            lines.add(field);
            page.add(caption, 0, 2 * number);
            page.add(field, 1, 2 * number);
            page.add(mark(number, field), 2, 2 * number);
            page.add(error(number, field), 1, 2 * number + 1);
        }
        return page;
    }

    private static Node mark(int number, TextField field) {
        FontIcon right = new FontIcon(Feather.CHECK_CIRCLE);
        right.getStyleClass().add("kit-right");
        right.visibleProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> RecoveryKit.isWhole(number, field.getText()), field.textProperty()));
        return right;
    }

    private Label error(int number, TextField field) {
        Label error = words("unlock.recover.line-wrong", "small");
        error.setId("kit-error-" + number);
        error.getStyleClass().add("kit-wrong");
        error.visibleProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> field.getText().replaceAll("[\\s-]", "").length() >= WHOLE
                                && !RecoveryKit.isWhole(number, field.getText()),
                        field.textProperty()));
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }

    private Label words(String key, String style) {
        return Wrapped.words(messages.text(key), style);
    }
}
