package org.jailoo.ui.controls;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.identity.Withstands;
import org.jailoo.identity.Withstands.Span;
import org.jailoo.identity.Withstands.Verdict;
import org.jailoo.ui.common.PassphraseWorth;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the passphrase that is being typed is worth: how long a thief would need, in words, a sign and a bar. */
public final class StrengthPane extends VBox {
    private final Messages messages;
    private final Sayings sayings;
    private final Region bar = new Region();
    private final DoubleProperty share = new SimpleDoubleProperty();
    private final Label said = new Label();
    private final CheckBox insist = new CheckBox();
    private final ChangeListener<@Nullable Withstands> onStrength = (p, was, is) -> show(is);

    /**
     * What is said of what is locked.
     *
     * @param hint while nothing is typed
     * @param thief how long a thief would need, given the time in words
     */
    public record Sayings(String hint, UnaryOperator<String> thief) {}

    /** Of a notebook. */
    public StrengthPane(PassphraseWorth model, ObservableValue<Boolean> busy, Messages messages) {
        this(
                model,
                busy,
                messages,
                new Sayings(
                        messages.text("unlock.hint.passphrase"), time -> messages.text("unlock.strength.thief", time)));
    }

    public StrengthPane(PassphraseWorth model, ObservableValue<Boolean> busy, Messages messages, Sayings sayings) {
        super(6);
        this.messages = messages;
        this.sayings = sayings;
        getStyleClass().add("strength");
        StackPane track = new StackPane(bar);
        track.getStyleClass().add("strength-track");
        bar.getStyleClass().add("strength-bar");
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        bar.maxWidthProperty().bind(track.widthProperty().multiply(share));
        said.setId("strength");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        insist.setId("insist");
        insist.setText(messages.text("unlock.strength.insist"));
        insist.setWrapText(true);
        insist.setMinHeight(Region.USE_PREF_SIZE);
        insist.selectedProperty().bindBidirectional(model.insistingProperty());
        insist.disableProperty().bind(busy);
        insist.managedProperty().bind(insist.visibleProperty());
        getChildren().addAll(track, said, insist);
        // A listener of the screen's own would keep every screen of every language alive.
        sceneProperty().addListener((p, was, is) -> {
            if (is == null) {
                model.strengthProperty().removeListener(onStrength);
            } else {
                model.strengthProperty().addListener(onStrength);
                show(model.strengthProperty().get());
            }
        });
        show(null);
    }

    private void show(@Nullable Withstands worth) {
        getStyleClass().removeAll("refused", "weak", "good");
        insist.setVisible(worth != null && worth.verdict() == Verdict.WEAK);
        if (worth == null) {
            share.set(0);
            said.setGraphic(null);
            said.setText(sayings.hint());
            return;
        }
        Verdict verdict = worth.verdict();
        share.set((1.0 + List.of(Span.values()).indexOf(worth.span())) / Span.values().length);
        said.setGraphic(new FontIcon(
                switch (verdict) {
                    case REFUSED -> Feather.X_CIRCLE;
                    case WEAK -> Feather.ALERT_TRIANGLE;
                    case GOOD -> Feather.CHECK_CIRCLE;
                }));
        getStyleClass()
                .add(
                        switch (verdict) {
                            case REFUSED -> "refused";
                            case WEAK -> "weak";
                            case GOOD -> "good";
                        });
        String thief = sayings.thief().apply(span(worth.span()));
        said.setText(
                switch (verdict) {
                    case REFUSED -> thief + " " + messages.text("unlock.strength.refused");
                    case WEAK -> thief + " " + messages.text("unlock.strength.weak");
                    case GOOD -> thief;
                });
    }

    private String span(Span span) {
        return switch (span) {
            case SECONDS -> messages.text("unlock.strength.seconds");
            case MINUTES -> messages.text("unlock.strength.minutes");
            case HOURS -> messages.text("unlock.strength.hours");
            case DAYS -> messages.text("unlock.strength.days");
            case WEEKS -> messages.text("unlock.strength.weeks");
            case MONTHS -> messages.text("unlock.strength.months");
            case YEARS -> messages.text("unlock.strength.years");
            case DECADES -> messages.text("unlock.strength.decades");
            case CENTURIES -> messages.text("unlock.strength.centuries");
        };
    }
}
