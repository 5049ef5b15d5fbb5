package org.jailoo.ui.withdrawal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jailoo.app.HeldPurges.Waiting;
import org.jailoo.app.HeldPurges.Why;
import org.jailoo.app.WithdrawalPlan.Here;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.CustodyWords;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Prompts.Answer;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The erasures that others ask for and that wait for a person: which record, from whom, why, and what yes would erase. */
final class HeldPane {
    private final WithdrawalsModel model;
    private final Texts texts;
    private final Prompts prompts;
    private final CustodyWords words;

    HeldPane(WithdrawalsModel model, Texts texts, Prompts prompts) {
        this.model = model;
        this.texts = texts;
        this.prompts = prompts;
        this.words = new CustodyWords(texts);
    }

    List<Node> of(List<Waiting> held) {
        if (held.isEmpty()) {
            return List.of(Parts.line(Feather.CHECK_CIRCLE, Parts.words(texts.text("withdrawal.held.none"))));
        }
        List<Node> nodes = new ArrayList<>(List.of(Parts.words(texts.text("withdrawal.held.text"))));
        held.forEach(waiting -> nodes.add(card(waiting)));
        return nodes;
    }

    private String name(Waiting waiting) {
        Here here = waiting.here();
        return here == null
                ? texts.text("withdrawal.held.unknown-record", waiting.record().substring(0, 8))
                : Parts.name(texts, here.item());
    }

    private Node card(Waiting waiting) {
        VBox card = Parts.card(
                "held-" + waiting.record(),
                name(waiting),
                Parts.line(
                        Feather.MONITOR,
                        Parts.words(texts.text(
                                "withdrawal.held.from",
                                words.who(waiting.from()),
                                trust(waiting.from().trust())))));
        for (Why why : waiting.why()) {
            String code = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
            card.getChildren().add(Parts.line(Feather.HELP_CIRCLE, Parts.words(texts.text("withdrawal.why." + code))));
        }
        Here here = waiting.here();
        String inside = here == null ? texts.text("withdrawal.held.nothing") : PlanPane.inside(texts, here);
        card.getChildren().add(Parts.line(Feather.TRASH_2, Parts.words(texts.text("withdrawal.held.erases", inside))));
        Button accept = new Button(texts.text("withdrawal.held.accept"));
        accept.setId("accept-" + waiting.record());
        accept.getStyleClass().addAll("danger", "button-outlined");
        accept.setDisable(!waiting.canBeAccepted() || model.busyProperty().get());
        accept.setOnAction(event -> ask(waiting));
        HBox buttons = new HBox(8, accept);
        buttons.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(buttons);
        return card;
    }

    private String trust(Trust trust) {
        return switch (trust) {
            case TRUSTED -> texts.text("devices.trust.trusted");
            case UNKNOWN -> texts.text("devices.trust.unknown");
            case BLOCKED -> texts.text("devices.trust.blocked");
        };
    }

    private void ask(Waiting waiting) {
        prompts.ask(
                texts.text("withdrawal.held.ask-title", name(waiting)),
                texts.text("withdrawal.held.ask", words.who(waiting.from())),
                List.of(
                        new Answer(texts.text("withdrawal.held.yes"), Prompts.Kind.DANGER, () -> model.accept(waiting)),
                        new Answer(texts.text("withdrawal.held.leave"), Prompts.Kind.OTHER, () -> {})));
    }
}
