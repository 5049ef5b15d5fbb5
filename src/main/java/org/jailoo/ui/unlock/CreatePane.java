package org.jailoo.ui.unlock;

import atlantafx.base.controls.PasswordTextField;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.controls.StrengthPane;
import org.jailoo.ui.controls.Wrapped;

/** Where a new notebook gets its device's name, its place and its passphrase. */
final class CreatePane extends VBox {
    CreatePane(UnlockModel model, Messages messages, Node file) {
        super(8);
        TextField name = new TextField();
        name.setId("device-name");
        name.setPromptText("A7");
        name.setAccessibleText(messages.text("unlock.field.device"));
        name.textProperty().bindBidirectional(model.nameProperty());
        name.disableProperty().bind(model.busyProperty());
        PasswordTextField passphrase =
                PassphraseField.of("passphrase", messages.text("unlock.field.passphrase"), model.busyProperty());
        PasswordTextField again =
                PassphraseField.of("passphrase-again", messages.text("unlock.field.again"), model.busyProperty());
        passphrase.passwordProperty().addListener((p, was, is) -> model.weigh(is.toCharArray()));
        CheckBox reveal = new CheckBox(messages.text("unlock.field.reveal"));
        reveal.setId("reveal");
        passphrase.revealPasswordProperty().bind(reveal.selectedProperty());
        again.revealPasswordProperty().bind(reveal.selectedProperty());
        Button create = MainButton.of("create", messages.text("unlock.action.create"), model.busyProperty());
        create.setOnAction(e -> model.create(PassphraseField.taken(passphrase), PassphraseField.taken(again)));
        getChildren()
                .addAll(
                        new Label(messages.text("unlock.field.device")),
                        name,
                        Wrapped.words(messages.text("unlock.hint.device"), "quiet", "small"),
                        new Label(messages.text("unlock.field.place")),
                        file,
                        new Label(messages.text("unlock.field.passphrase")),
                        passphrase,
                        new StrengthPane(model.worth(), model.busyProperty(), messages),
                        new Label(messages.text("unlock.field.again")),
                        again,
                        reveal,
                        create);
    }
}
