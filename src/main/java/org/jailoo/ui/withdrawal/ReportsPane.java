package org.jailoo.ui.withdrawal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jailoo.app.WithdrawalReport.Reached;
import org.jailoo.app.WithdrawalReport.Standing;
import org.jailoo.app.WithdrawalReport.Withdrawn;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.withdrawal.WithdrawalsScreen.Asking;
import org.kordamp.ikonli.feather.Feather;

/** How far each withdrawal has come: a card a record, with what is still out there, to be saved as a text. */
final class ReportsPane {
    private final WithdrawalsModel model;
    private final Texts texts;
    private final Asking asking;

    ReportsPane(WithdrawalsModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
    }

    List<Node> of(List<Withdrawn> all) {
        if (all.isEmpty()) {
            return List.of(Parts.line(Feather.CHECK_CIRCLE, Parts.words(texts.text("withdrawal.report.none"))));
        }
        List<Node> nodes = new ArrayList<>(List.of(Parts.words(texts.text("withdrawal.report.text"))));
        if (all.stream().anyMatch(each -> !each.everywhere())) {
            Button export = new Button(texts.text("withdrawal.action.export"));
            export.setId("reports-export");
            export.getStyleClass().add("accent");
            export.setOnAction(event -> asking.navigator().openExchange());
            nodes.add(new HBox(export));
        }
        List<Node> cards = new ArrayList<>();
        all.stream().limit(WithdrawalsModel.PAGE).forEach(each -> cards.add(card(each)));
        nodes.addAll(Parts.first(texts, cards, WithdrawalsModel.PAGE, all.size() - (long) cards.size()));
        return nodes;
    }

    private Node card(Withdrawn one) {
        ReportText text = new ReportText(texts);
        VBox card = Parts.card("report-" + one.record(), text.title(one), Parts.words(text.here(one)));
        if (one.standings().isEmpty()) {
            card.getChildren().add(Parts.line(Feather.CHECK, Parts.words(texts.text("withdrawal.told.nobody"))));
        }
        for (Standing standing : one.standings()) {
            String next = standing.reached() == Reached.CONFIRMED
                    ? ""
                    : standing.receiver().who().trust() == Trust.BLOCKED
                            ? texts.text("withdrawal.told.blocked")
                            : standing.reached() == Reached.ANSWERED || one.asks()
                                    ? texts.text("withdrawal.told.asks")
                                    : "";
            card.getChildren().add(Parts.line(sign(standing.reached()), Parts.two(text.of(standing), next)));
        }
        card.getChildren().addAll(OutLines.of(texts, one.out()));
        Button save = new Button(texts.text("withdrawal.report.save"));
        save.setId("report-save-" + one.record());
        save.getStyleClass().add("small");
        save.setOnAction(event -> save(one, text));
        HBox buttons = new HBox(save);
        buttons.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(buttons);
        return card;
    }

    private static Feather sign(Reached reached) {
        return switch (reached) {
            case NOT_SENT -> Feather.CLOCK;
            case SENT -> Feather.SEND;
            case ANSWERED -> Feather.HELP_CIRCLE;
            case CONFIRMED -> Feather.CHECK_CIRCLE;
        };
    }

    private void save(Withdrawn one, ReportText text) {
        String name = String.format(Locale.ROOT, "%s.txt", one.shortId());
        Path file = asking.files().save(texts.text("withdrawal.report.save"), name);
        if (file != null) {
            model.save(
                    file,
                    text.whole(one),
                    saved -> asking.prompts().tell(texts.text("withdrawal.report.saved", saved.toString())),
                    refused -> asking.prompts().warn(refused.in(texts.messages())));
        }
    }
}
