package org.jailoo.ui.unlock;

import atlantafx.base.controls.PasswordTextField;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.unlock.UnlockModel.Mode;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a backup becomes a notebook again. */
final class RestorePane extends VBox {
    RestorePane(UnlockModel unlock, Messages messages, FileDialogs files, Node place) {
        super(8);
        RestoreModel model = unlock.restore();
        PasswordTextField passphrase = PassphraseField.of(
                "backup-passphrase", messages.text("unlock.restore.passphrase"), unlock.busyProperty());
        Button restore = MainButton.of("restore", messages.text("unlock.restore.action"), unlock.busyProperty());
        restore.setOnAction(e -> model.restore(PassphraseField.taken(passphrase)));
        Button stop = new Button(messages.text("unlock.restore.stop"));
        stop.setId("restore-stop");
        stop.visibleProperty().bind(unlock.busyProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        stop.setOnAction(e -> unlock.stop());
        Button back = new Button(messages.text("unlock.recover.back"), new FontIcon(Feather.ARROW_LEFT));
        back.setId("restore-back");
        back.getStyleClass().add(Styles.FLAT);
        back.disableProperty().bind(unlock.busyProperty());
        back.setOnAction(e -> unlock.aside(Mode.OPEN));
        getChildren()
                .addAll(
                        Wrapped.words(messages.text("unlock.restore.title"), "section-title"),
                        Wrapped.words(messages.text("unlock.restore.words"), "quiet"),
                        new Label(messages.text("unlock.restore.backup")),
                        backup(model, unlock, messages, files),
                        new Label(messages.text("unlock.restore.passphrase")),
                        passphrase,
                        new Label(messages.text("unlock.field.place")),
                        place,
                        restore,
                        new HBox(8, back, stop));
    }

    private static Node backup(RestoreModel model, UnlockModel unlock, Messages messages, FileDialogs files) {
        TextField shown = new TextField();
        shown.setId("backup-file");
        shown.setEditable(false);
        shown.setFocusTraversable(false);
        shown.setAccessibleText(messages.text("unlock.restore.backup"));
        shown.setPromptText(messages.text("unlock.file.none"));
        shown.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Path backup = model.backupProperty().get();
                            return backup == null ? "" : backup.toString();
                        },
                        model.backupProperty()));
        HBox.setHgrow(shown, Priority.ALWAYS);
        Button choose = new Button(messages.text("unlock.action.choose"));
        choose.setId("choose-backup");
        choose.disableProperty().bind(unlock.busyProperty());
        choose.setOnAction(e -> {
            Path chosen = files.open(messages.text("unlock.restore.choose"));
            if (chosen != null) {
                model.backupProperty().set(chosen);
            }
        });
        return new HBox(8, shown, choose);
    }
}
