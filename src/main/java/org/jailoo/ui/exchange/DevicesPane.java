package org.jailoo.ui.exchange;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.Prompts.Answer;
import org.jailoo.ui.common.Prompts.Kind;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.exchange.ExchangeScreen.Asking;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** This device's card to give away, and the others with what the person thinks of them. */
final class DevicesPane implements ExchangeScreen.Pane {
    private final DevicesModel model;
    private final Texts texts;
    private final Asking asking;
    private final VBox list = new VBox(8);
    private final ListChangeListener<Device> onDevices = change -> fill();

    DevicesPane(DevicesModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
    }

    @Override
    public Node view() {
        model.others().addListener(onDevices);
        fill();
        Label title = new Label(texts.text("exchange.devices.others"));
        title.getStyleClass().add("section-title");
        Button add = new Button(texts.text("exchange.action.add-card"), new FontIcon(Feather.USER_PLUS));
        add.setId("add-card");
        add.setOnAction(e -> addCard());
        HBox head = new HBox(10, title, new Spacer(), add);
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(14, own(), head, list);
    }

    @Override
    public void hidden() {
        model.others().removeListener(onDevices);
    }

    private Node own() {
        Label title = new Label(texts.text("exchange.devices.own", model.own().shownName()));
        title.getStyleClass().add("section-title");
        Label digits = new Label(model.own().fingerprint().digits());
        digits.getStyleClass().add("fingerprint");
        Label words = new Label(texts.text("exchange.devices.read-out"));
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        Button save = new Button(texts.text("exchange.action.save-card"), new FontIcon(Feather.SAVE));
        save.setId("save-card");
        save.setOnAction(e -> {
            Path file = asking.files().save(texts.text("exchange.action.save-card"), "card.json");
            if (file != null) {
                model.save(
                        file,
                        () -> asking.prompts().tell(texts.text("exchange.devices.saved", file.toString())),
                        failure -> asking.prompts().warn(failure.in(texts.messages())));
            }
        });
        VBox card = new VBox(8, title, digits, words, save);
        card.getStyleClass().add("card");
        return card;
    }

    private void fill() {
        list.getChildren().setAll(model.others().stream().map(this::row).toList());
        if (model.others().isEmpty()) {
            Label none = new Label(texts.text("exchange.devices.none"));
            none.getStyleClass().add("quiet");
            none.setWrapText(true);
            list.getChildren().add(none);
        }
    }

    private Node row(Device device) {
        Card card = device.card();
        Label name = new Label(device.disputed() ? texts.text("exchange.devices.disputed") : card.shownName());
        name.setMinWidth(190);
        Label fingerprint = new Label(card.fingerprint().digits());
        fingerprint.getStyleClass().add("quiet");
        Label trust = new Label(label(device.trust()), icon(device.trust()));
        trust.setMinWidth(150);
        HBox row = new HBox(14, name, trust, fingerprint, new Spacer());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("card");
        if (device.trust() != Trust.TRUSTED || device.recipientWaits()) {
            Button trustIt = new Button(texts.text("exchange.action.trust"));
            trustIt.setOnAction(e -> compare(card));
            row.getChildren().add(trustIt);
        }
        if (device.trust() != Trust.BLOCKED) {
            Button block = new Button(texts.text("exchange.action.block"));
            block.getStyleClass().add(Styles.FLAT);
            block.setOnAction(e -> askBlock(card));
            row.getChildren().add(block);
        }
        return row;
    }

    private void addCard() {
        Path file = asking.files().open(texts.text("exchange.action.add-card"));
        if (file != null) {
            model.read(file, this::compare, failure -> asking.prompts().warn(failure.in(texts.messages())));
        }
    }

    /** Trust begins with two people who read the same digits. */
    private void compare(Card card) {
        asking.prompts()
                .ask(
                        texts.text("exchange.compare.title", card.shownName()),
                        texts.text("exchange.compare.text", card.fingerprint().digits()),
                        List.of(
                                new Answer(texts.text("exchange.compare.same"), Kind.MAIN, () -> model.trust(card)),
                                new Answer(texts.text("exchange.compare.cancel"), Kind.OTHER, () -> {})));
    }

    private void askBlock(Card card) {
        asking.prompts()
                .ask(
                        texts.text("exchange.block.title", card.shownName()),
                        texts.text("exchange.block.text"),
                        List.of(
                                new Answer(texts.text("exchange.block.yes"), Kind.DANGER, () -> model.block(card)),
                                new Answer(texts.text("exchange.compare.cancel"), Kind.OTHER, () -> {})));
    }

    private String label(Trust trust) {
        return switch (trust) {
            case TRUSTED -> texts.text("exchange.trust.trusted");
            case UNKNOWN -> texts.text("exchange.trust.unknown");
            case BLOCKED -> texts.text("exchange.trust.blocked");
        };
    }

    private static Node icon(Trust trust) {
        return new FontIcon(
                switch (trust) {
                    case TRUSTED -> Feather.CHECK_CIRCLE;
                    case UNKNOWN -> Feather.HELP_CIRCLE;
                    case BLOCKED -> Feather.SLASH;
                });
    }
}
