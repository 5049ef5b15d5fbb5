package org.jailoo.ui.devices;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.devices.DevicesModel.Ears;
import org.kordamp.ikonli.feather.Feather;

/** What blocking a lost laptop does and what it does not, before it is done. */
final class BlockPane {
    private final DevicesModel model;
    private final Texts texts;
    private final Ears ears;

    BlockPane(DevicesModel model, Texts texts, Ears ears) {
        this.model = model;
        this.texts = texts;
        this.ears = ears;
    }

    List<Node> nodes(Step.Block step) {
        Label title = Parts.words(texts.text("devices.block.title", Parts.name(texts, step.device())));
        title.getStyleClass().add("page-title");
        Label digits = Parts.quiet(step.device().card().fingerprint().digits());
        digits.getStyleClass().add("mono");
        VBox facts = new VBox(
                8,
                fact(Feather.SLASH, texts.text("devices.block.refused")),
                fact(Feather.LOCK, texts.text("devices.block.not-sent")),
                fact(Feather.CLOCK, texts.text("devices.block.purges")),
                fact(Feather.FILE_TEXT, texts.text("devices.block.stays")),
                fact(Feather.ALERT_TRIANGLE, texts.text("devices.block.not")),
                fact(Feather.USERS, texts.text("devices.block.others")));
        facts.getStyleClass().add("card");
        Button yes = Parts.button(
                "block-yes", texts.text("devices.block.yes"), Feather.SLASH, () -> model.block(step.device(), ears));
        yes.getStyleClass().add(Styles.DANGER);
        yes.disableProperty().bind(model.busyProperty());
        Button no = Parts.button("block-no", texts.text("devices.action.cancel"), Feather.X, model::leave);
        no.setCancelButton(true);
        return new ArrayList<>(List.of(
                title, digits, Parts.words(texts.text("devices.block.for")), facts, new FlowPane(10, 8, yes, no)));
    }

    private static Node fact(Feather sign, String text) {
        return Parts.line(sign, Parts.words(text));
    }
}
