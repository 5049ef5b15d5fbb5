package org.jailoo.ui.home;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.Backups.Age;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;

/** How old the last backup is, and the way to make one. */
final class BackupPane {
    private static final String NAME = "jailoo-backup.age";

    private final HomeModel model;
    private final Texts texts;
    private final HomeScreen.Asking asking;

    BackupPane(HomeModel model, Texts texts, HomeScreen.Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
    }

    Node of(Age age) {
        Pane pane = new Pane("home-backup", texts.text("home.backup.title"));
        VBox form = new VBox(6);
        Button now = new Button(texts.text("home.backup.now"));
        now.setId("backup-now");
        now.disableProperty().bind(model.backingUpProperty());
        now.setMinWidth(Region.USE_PREF_SIZE);
        now.setOnAction(e -> ask(form));
        String said = age.made() == null
                ? texts.text("home.backup.never")
                : age.days() == 0 ? texts.text("home.backup.today") : texts.plural("home.backup.days", age.days());
        HBox line = age.due()
                ? Pane.warning(Feather.ALERT_TRIANGLE, said + " " + texts.text("home.backup.due"), now)
                : Pane.line(age.made() == null ? Feather.INFO : Feather.CHECK_CIRCLE, said, now);
        line.setId(age.due() ? "backup-due" : "backup-calm");
        return pane.with(line, form);
    }

    /** The passphrase is asked for here and not in a window over the page: nothing else has to stop. */
    private void ask(VBox form) {
        if (!form.getChildren().isEmpty()) {
            return;
        }
        Label words = Pane.quiet(texts.text("home.backup.passphrase"));
        PasswordField field = new PasswordField();
        field.setId("backup-passphrase");
        field.setAccessibleText(words.getText());
        words.setLabelFor(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button save = new Button(texts.text("home.backup.save"));
        save.setId("backup-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.disableProperty().bind(field.textProperty().isEmpty().or(model.backingUpProperty()));
        Label failure = Pane.words("");
        failure.setId("backup-failure");
        failure.getStyleClass().add("home-failure");
        failure.visibleProperty().bind(failure.textProperty().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        Runnable make = () -> make(field, failure, form);
        save.setOnAction(e -> make.run());
        field.setOnAction(e -> {
            if (!save.isDisabled()) {
                make.run();
            }
        });
        HBox row = new HBox(8, field, save);
        row.setAlignment(Pos.CENTER_LEFT);
        form.getChildren().setAll(words, row, failure);
        field.requestFocus();
    }

    private void make(PasswordField field, Label failure, VBox form) {
        FileDialogs files = asking.files();
        Prompts prompts = asking.prompts();
        Path out = files.save(texts.text("home.backup.now"), NAME);
        if (out == null) {
            return;
        }
        char[] passphrase = field.getText().toCharArray();
        field.clear();
        failure.setText("");
        model.backUp(
                out,
                passphrase,
                written -> {
                    form.getChildren().clear();
                    prompts.tell(texts.text("home.backup.done", written.toString()));
                },
                refused -> failure.setText(refused.in(texts.messages())));
    }
}
