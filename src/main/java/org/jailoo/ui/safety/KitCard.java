package org.jailoo.ui.safety;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jailoo.app.RecoveryKits;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.safety.SafetyModel.Open;
import org.jailoo.ui.safety.SafetyModel.State;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recovery kit: whether there is one, making one on paper, or for the lead. */
final class KitCard {
    private final SafetyModel model;
    private final Texts texts;
    private final SafetyScreen.Asking asking;
    private final Cards cards;

    KitCard(SafetyModel model, Texts texts, SafetyScreen.Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.cards = new Cards(model, texts);
    }

    Node of(State state) {
        VBox card =
                Cards.card("safety-kit", Feather.KEY, texts.text("safety.kit.title"), texts.text("safety.kit.words"));
        if (!state.kit().there()) {
            HBox none = new HBox(10, new FontIcon(Feather.ALERT_TRIANGLE), Cards.words(texts.text("safety.kit.none")));
            none.setId("kit-none");
            none.getStyleClass().add("warning");
            card.getChildren().add(none);
        }
        if (state.kit().printed() != null) {
            card.getChildren()
                    .add(fact(
                            "kit-printed",
                            texts.text("safety.kit.printed", day(state.kit().printed()))));
        }
        if (state.kit().sealed() != null) {
            card.getChildren()
                    .add(fact(
                            "kit-sealed",
                            texts.text(
                                    "safety.kit.sealed",
                                    Objects.requireNonNullElse(state.kit().sealedTo(), ""),
                                    day(state.kit().sealed()))));
        }
        card.getChildren().add(below(state));
        return card;
    }

    private static Node fact(String id, String text) {
        Label label = Cards.words(text);
        label.setGraphic(new FontIcon(Feather.CHECK_CIRCLE));
        label.setGraphicTextGap(10);
        label.setId(id);
        return label;
    }

    private String day(String time) {
        return Cards.day(texts, time);
    }

    private Node below(State state) {
        return switch (model.openProperty().get()) {
            case KIT_ASK -> askForPaper(state.kit());
            case KIT_PAGE -> page();
            case KIT_BACK -> back();
            case LEAD_ASK -> askForLead(state);
            default -> buttons(state);
        };
    }

    private Node buttons(State state) {
        Button make = cards.main("kit-make", texts.text(state.kit().there() ? "safety.kit.anew" : "safety.kit.make"));
        make.setOnAction(e -> model.turn(Open.KIT_ASK));
        Button lead = cards.button("kit-lead", texts.text("safety.kit.lead"));
        lead.disableProperty().unbind();
        lead.setDisable(state.lead() == null);
        lead.setOnAction(e -> model.turn(Open.LEAD_ASK));
        VBox box = new VBox(8, Cards.row(make, lead));
        if (state.lead() == null) {
            box.getChildren().add(Cards.quiet(texts.text("safety.kit.lead-none")));
        }
        return box;
    }

    private Node askForPaper(RecoveryKits.State kit) {
        VBox form = cards.ask("kit", texts.text("safety.kit.begin"), model::drawKit);
        if (kit.there()) {
            form.getChildren().add(0, Cards.words(texts.text("safety.kit.replaces")));
        }
        return form;
    }

    private Node askForLead(State state) {
        String name = state.lead() == null ? "" : state.lead().shownName();
        VBox form = cards.ask("kit-lead", texts.text("safety.kit.save"), secrets -> {
            Path out = asking.files().save(texts.text("safety.kit.lead"), "kit" + RecoveryKits.ENDING);
            if (out != null) {
                model.sealKit(
                        out, secrets, () -> asking.prompts().tell(texts.text("safety.kit.lead-done", out.toString())));
            }
        });
        form.getChildren().add(0, Cards.words(texts.text("safety.kit.lead-words", name)));
        return form;
    }

    private Node page() {
        RecoveryKit kit = model.kit();
        if (kit == null) {
            return new VBox();
        }
        Label told = Cards.words("");
        told.setId("kit-print-told");
        told.visibleProperty().bind(told.textProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        Button print = cards.button("kit-print", texts.text("safety.kit.print"));
        print.setGraphic(new FontIcon(Feather.PRINTER));
        print.setOnAction(e -> told.setText(
                switch (KitPage.print(kit, print.getScene())) {
                    case DONE, LEFT -> "";
                    case NO_PRINTER -> texts.text("safety.kit.no-printer");
                    case FAILED -> texts.text("safety.kit.print-failed");
                }));
        Button have = cards.main("kit-have", texts.text("safety.kit.have"));
        have.setOnAction(e -> model.turn(Open.KIT_BACK));
        return new VBox(
                12,
                Cards.words(texts.text("safety.kit.copy")),
                new KitPage(kit, LocalDate.now(ZoneId.systemDefault()).toString()),
                told,
                Cards.row(have, print, cards.cancel()));
    }

    private Node back() {
        List<Integer> wanted = model.back();
        TextField one = typed(wanted.get(0));
        TextField other = typed(wanted.get(1));
        Button keep = cards.main("kit-keep", texts.text("safety.kit.keep"));
        keep.setDefaultButton(true);
        keep.setOnAction(e -> model.keepKit(
                one.getText(), other.getText(), () -> asking.prompts().tell(texts.text("safety.kit.done"))));
        Button again = cards.button("kit-again", texts.text("safety.kit.again"));
        again.setOnAction(e -> model.turn(Open.KIT_PAGE));
        VBox form = new VBox(
                10,
                Cards.words(texts.text("safety.kit.back")),
                named(wanted.get(0), one),
                named(wanted.get(1), other),
                cards.failure(model.failureProperty()),
                Cards.row(keep, again, cards.cancel(), cards.busy()));
        form.getStyleClass().add("safety-form");
        return form;
    }

    private Node named(int number, TextField field) {
        Label label = new Label(texts.text("safety.kit.line", number));
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return new VBox(4, label, field);
    }

    private static TextField typed(int number) {
        TextField field = new TextField();
        field.setId("kit-back-" + number);
        field.setMaxWidth(420);
        field.getStyleClass().add("mono");
        return field;
    }
}
