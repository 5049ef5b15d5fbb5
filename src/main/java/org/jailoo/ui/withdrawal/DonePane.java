package org.jailoo.ui.withdrawal;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was done, and what a person has to do next. */
final class DonePane {
    private final Texts texts;
    private final Navigator navigator;
    private final WithdrawModel.Done done;

    DonePane(Texts texts, Navigator navigator, WithdrawModel.Done done) {
        this.texts = texts;
        this.navigator = navigator;
        this.done = done;
    }

    /** With the way to where everything is encrypted anew, where there is one. */
    Node view(@Nullable Runnable encryptAnew) {
        boolean erased = done.way() == WithdrawModel.Way.ERASE;
        VBox card = Parts.card(
                "withdraw-done",
                texts.text(erased ? "withdrawal.done.erased" : "withdrawal.done.stopped"),
                Parts.words(
                        erased
                                ? texts.plural("withdrawal.done.erased-count", done.records())
                                : texts.plural("withdrawal.done.stopped-count", done.records())));
        if (erased) {
            card.getChildren()
                    .addAll(
                            Parts.line(Feather.SEND, Parts.words(texts.text("withdrawal.done.send"))),
                            Parts.line(Feather.ARCHIVE, Parts.words(texts.text("withdrawal.done.backups"))));
            if (encryptAnew != null) {
                card.getChildren()
                        .add(Parts.line(
                                Feather.KEY,
                                Parts.words(texts.text("withdrawal.done.anew")),
                                Parts.link(texts.text("withdrawal.action.anew"), encryptAnew)));
            }
            if (done.mentions() > 0) {
                card.getChildren()
                        .add(Parts.line(
                                Feather.EDIT_3,
                                Parts.words(texts.plural("withdrawal.done.mentions", done.mentions()))));
            }
        }
        FlowPane buttons = new FlowPane(8, 8);
        Button far = new Button(texts.text("withdrawal.action.how-far"));
        far.setId("withdraw-how-far");
        far.getStyleClass().add("accent");
        far.setOnAction(event -> navigator.openWithdrawals());
        Button exchange = new Button(texts.text("withdrawal.action.export"));
        exchange.setId("withdraw-export");
        exchange.setOnAction(event -> navigator.openExchange());
        Button back = new Button(texts.text("withdrawal.action.back"));
        back.setOnAction(event -> navigator.back());
        buttons.getChildren().addAll(exchange, back);
        if (erased) {
            buttons.getChildren().add(0, far);
        }
        card.getChildren().add(buttons);
        return card;
    }
}
