package org.jailoo.ui.identity;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jailoo.ui.common.Texts;

/** Asks for some passphrases, one below the other, in their place on a page. */
final class PassphraseForm extends VBox {
    private final List<PasswordField> fields = new ArrayList<>();
    private Consumer<List<char[]>> done = secrets -> {};

    /**
     * The questions.
     *
     * @param keys what each asks for
     */
    PassphraseForm(Texts texts, List<String> keys, Runnable cancel) {
        super(8);
        setMaxWidth(460);
        BooleanBinding missing = Bindings.createBooleanBinding(() -> false);
        for (String key : keys) {
            Label label = new Label(texts.text(key));
            PasswordField field = new PasswordField();
            field.setId("names-passphrase-" + fields.size());
            field.setAccessibleText(label.getText());
            label.setLabelFor(field);
            fields.add(field);
            missing = missing.or(field.textProperty().isEmpty());
            getChildren().add(new VBox(4, label, field));
        }
        Button go = new Button(texts.text("identity.own.action"));
        go.setId("names-passphrase-go");
        go.getStyleClass().add(Styles.ACCENT);
        go.disableProperty().bind(missing);
        go.setOnAction(event -> finish());
        Button stop = new Button(texts.text("identity.own.cancel"));
        stop.setOnAction(event -> {
            clear();
            cancel.run();
        });
        fields.get(fields.size() - 1).setOnAction(event -> {
            if (!go.isDisabled()) {
                finish();
            }
        });
        getChildren().add(new HBox(8, go, stop));
    }

    /** Takes what was typed, in the order of the questions, to be wiped. */
    void onDone(Consumer<List<char[]>> taker) {
        done = taker;
    }

    private void finish() {
        List<char[]> secrets =
                fields.stream().map(field -> field.getText().toCharArray()).toList();
        clear();
        done.accept(secrets);
    }

    private void clear() {
        fields.forEach(PasswordField::clear);
    }
}
