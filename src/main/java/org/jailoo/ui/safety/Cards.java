package org.jailoo.ui.safety;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.notebook.Rotation;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the cards of the place for protection are made of. */
final class Cards {
    static final double WIDTH = 720;

    private final SafetyModel model;
    private final Texts texts;

    Cards(SafetyModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** A card: a sign, a title, what it is for, and what stands below. */
    static VBox card(String id, Feather sign, String title, String words, Node... below) {
        Label head = new Label(title, new FontIcon(sign));
        head.setGraphicTextGap(10);
        head.getStyleClass().addAll("section-title", "safety-title");
        VBox card = new VBox(10, head, quiet(words));
        card.getChildren().addAll(below);
        card.setId(id);
        card.getStyleClass().addAll("card", "safety-card");
        card.setMaxWidth(WIDTH);
        return card;
    }

    /** The day of a time, as this laptop's clock shows it. */
    static String day(Texts texts, String time) {
        try {
            return texts.labels()
                    .date(Instant.parse(time)
                            .atZone(ZoneId.systemDefault())
                            .toLocalDate()
                            .toString());
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    Button main(String id, String text) {
        Button button = button(id, text);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    Button cancel() {
        Button cancel = button("safety-cancel", texts.text("safety.ask.cancel"));
        cancel.getStyleClass().add(Styles.FLAT);
        cancel.setCancelButton(true);
        cancel.setOnAction(e -> model.turn(SafetyModel.Open.NOTHING));
        return cancel;
    }

    static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(8, 8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static Label words(String text) {
        return Wrapped.words(text);
    }

    static Label quiet(String text) {
        return Wrapped.words(text, "quiet");
    }

    /** A field for a passphrase, under its name. */
    static VBox field(PasswordField field, String id, String name) {
        Label label = words(name);
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(name);
        field.setMaxWidth(420);
        return new VBox(4, label, field);
    }

    /** Asks for the passphrase, and for that of the identities where they have one of their own. */
    VBox ask(String id, String action, Consumer<Rotation.Secrets> then) {
        PasswordField passphrase = new PasswordField();
        PasswordField identities = new PasswordField();
        SafetyModel.State state = model.stateProperty().get();
        boolean apart = state != null && state.apart();
        Button go = main(id + "-go", action);
        go.setDefaultButton(true);
        go.disableProperty()
                .bind(model.busyProperty().or(passphrase.textProperty().isEmpty()));
        go.setOnAction(e -> {
            Rotation.Secrets typed = new Rotation.Secrets(
                    passphrase.getText().toCharArray(),
                    identities.getText().isEmpty() ? null : identities.getText().toCharArray());
            passphrase.clear();
            identities.clear();
            then.accept(typed);
        });
        VBox form = new VBox(10, field(passphrase, id + "-passphrase", texts.text("safety.ask.passphrase")));
        if (apart) {
            form.getChildren().add(field(identities, id + "-identities", texts.text("safety.ask.identities")));
        }
        form.getChildren().addAll(failure(model.failureProperty()), row(go, cancel(), busy()));
        form.getStyleClass().add("safety-form");
        return form;
    }

    /** What went wrong, in words. */
    HBox failure(ObservableValue<@Nullable Sentence> failed) {
        Label label = words("");
        label.setId("safety-failure");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Sentence sentence = failed.getValue();
                            return sentence == null ? "" : sentence.in(texts.messages());
                        },
                        failed));
        HBox box = new HBox(10, new FontIcon(Feather.ALERT_TRIANGLE), label);
        box.getStyleClass().add("warning");
        box.visibleProperty().bind(label.textProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    Node busy() {
        ProgressIndicator ring = new ProgressIndicator();
        ring.setPrefSize(18, 18);
        ring.setMinSize(18, 18);
        ring.visibleProperty().bind(model.busyProperty());
        return ring;
    }
}
