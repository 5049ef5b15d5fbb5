package org.jailoo.ui.home;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jailoo.app.HomeCounts.Counts;
import org.jailoo.app.NotReceived.Answer;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the lead has not received yet; or, while nobody is named, the question who the lead is. */
final class LeadPane {
    private final HomeModel model;
    private final Texts texts;
    private final Navigator navigator;

    LeadPane(HomeModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
    }

    Node of(Answer answer, @Nullable Counts counts) {
        Pane pane = new Pane("home-lead", texts.text("home.lead.title"));
        if (answer.lead() == null) {
            pane.with(Pane.words(texts.text("home.lead.none")), choice(answer.choice()));
        } else {
            told(pane, answer, answer.lead());
        }
        if (counts != null) {
            pane.with(Pane.quiet(
                    counts.imported() == null
                            ? texts.text("home.exchange.never-in")
                            : texts.text("home.exchange.in", When.day(texts, counts.imported()))));
            if (answer.lead() == null) {
                pane.with(Pane.quiet(
                        counts.exported() == null
                                ? texts.text("home.exchange.never-out")
                                : texts.text("home.exchange.out", When.day(texts, counts.exported()))));
            }
        }
        return pane;
    }

    private void told(Pane pane, Answer answer, Card lead) {
        String name = lead.shownName();
        long never = answer.records() - answer.unconfirmed();
        if (answer.records() == 0) {
            Label all = Pane.words(texts.text("home.lead.all", name));
            all.setId("lead-all");
            pane.with(Pane.line(Feather.CHECK_CIRCLE, all.getText()));
        }
        if (never > 0) {
            Label number = Actions.strong(texts.plural("home.lead.waiting", never, name));
            number.setId("lead-waiting");
            pane.with(number);
            if (answer.oldest() != null) {
                pane.with(Pane.quiet(texts.text("home.lead.oldest", When.day(texts, answer.oldest()))));
            }
        }
        if (answer.unconfirmed() > 0 && answer.handedOver() != null) {
            Node line = Pane.line(
                    Feather.CLOCK,
                    texts.plural("home.lead.unconfirmed", answer.unconfirmed(), When.day(texts, answer.handedOver())));
            line.setId("lead-unconfirmed");
            pane.with(line);
        }
        Button hand = new Button(texts.text("home.lead.hand-over"));
        hand.setId("hand-over");
        hand.setOnAction(e -> navigator.openHandOver());
        FlowPane foot = new FlowPane(10, 4);
        foot.setAlignment(Pos.CENTER_LEFT);
        if (answer.records() > 0) {
            foot.getChildren().add(hand);
        }
        if (answer.choice().size() > 1) {
            Hyperlink other = new Hyperlink(texts.text("home.lead.change"));
            other.setOnAction(e -> foot.getChildren().setAll(choice(answer.choice())));
            foot.getChildren().add(other);
        }
        if (!foot.getChildren().isEmpty()) {
            pane.with(foot);
        }
    }

    private Node choice(List<Device> devices) {
        if (devices.isEmpty()) {
            // By itself: what wraps its children is never narrower than the whole sentence.
            Hyperlink link = new Hyperlink(texts.text("home.lead.no-device"));
            link.setWrapText(true);
            link.setMinHeight(Region.USE_PREF_SIZE);
            link.setMinWidth(0);
            link.setOnAction(e -> navigator.openDevices());
            return link;
        }
        FlowPane choice = new FlowPane(8, 6);
        choice.setAlignment(Pos.CENTER_LEFT);
        for (Device device : devices) {
            Button name = new Button(device.card().shownName());
            name.setId("lead-" + device.card().deviceId());
            name.getStyleClass().add(Styles.SMALL);
            name.setAccessibleText(texts.text("home.lead.name", device.card().shownName()));
            name.setOnAction(e -> model.nameLead(device.card().deviceId()));
            choice.getChildren().add(name);
        }
        return choice;
    }
}
