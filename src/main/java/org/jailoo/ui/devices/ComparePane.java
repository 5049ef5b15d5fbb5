package org.jailoo.ui.devices;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.identity.Card;
import org.jailoo.identity.Fingerprint;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.ui.common.HeardGroup;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.DigitGroups;
import org.jailoo.ui.devices.DevicesModel.Ears;
import org.kordamp.ikonli.feather.Feather;

/** Two people read digits to each other before a device is trusted, or before a changed key of it is used. */
final class ComparePane {
    private final DevicesModel model;
    private final Texts texts;
    private final Ears ears;

    ComparePane(DevicesModel model, Texts texts, Ears ears) {
        this.model = model;
        this.texts = texts;
        this.ears = ears;
    }

    List<Node> nodes(Step.Compare step, Card own) {
        Card card = step.came().card();
        String name = card.shownName();
        List<Node> nodes = new ArrayList<>(List.of(title(texts.text("devices.compare.title", name))));
        if (step.blocked()) {
            nodes.add(warning(texts.text("devices.compare.blocked")));
        }
        for (Device other : step.came().namesakes()) {
            nodes.add(warning(texts.text(
                    "devices.compare.namesake",
                    other.card().shownName(),
                    other.card().fingerprint().digits())));
        }
        nodes.add(Parts.words(texts.text("devices.compare.how")));
        DigitGroups heard = DigitGroups.heard(step.heard(), texts.text("devices.compare.field"));
        nodes.add(pair(
                box(
                        texts.text("devices.compare.yours", own.shownName()),
                        texts.text("devices.compare.read", name),
                        DigitGroups.shown(own.fingerprint()),
                        ""),
                box(
                        texts.text("devices.compare.theirs", name),
                        texts.text("devices.compare.type"),
                        heard,
                        "heard-box")));
        Button trust = Parts.button(
                "compare-trust",
                texts.text("devices.compare.trust"),
                Feather.USER_CHECK,
                () -> model.trust(step, heard.typedProperty().get(), ears));
        nodes.addAll(foot(step.heard(), heard, trust, texts.text("devices.compare.skip")));
        if (model.left() > 0) {
            nodes.add(Parts.quiet(texts.plural("devices.compare.more", model.left())));
        }
        return nodes;
    }

    List<Node> nodes(Step.Key step) {
        Device device = step.device();
        List<Node> nodes = new ArrayList<>(
                List.of(title(texts.text("devices.key.title", device.card().shownName()))));
        nodes.add(Parts.words(texts.text("devices.key.text")));
        DigitGroups heard = DigitGroups.heard(step.heard(), texts.text("devices.compare.field"));
        String confirmed = device.recipient();
        Fingerprint before = confirmed == null ? device.card().recipientFingerprint() : Card.fingerprintOf(confirmed);
        nodes.add(pair(
                box(texts.text("devices.key.old"), texts.text("devices.key.until"), DigitGroups.shown(before), ""),
                box(texts.text("devices.key.new"), texts.text("devices.compare.type"), heard, "heard-box")));
        Button confirm = Parts.button(
                "key-confirm",
                texts.text("devices.key.confirm"),
                Feather.KEY,
                () -> model.confirm(step, heard.typedProperty().get(), ears));
        nodes.addAll(foot(step.heard(), heard, confirm, texts.text("devices.key.keep")));
        return nodes;
    }

    private static Label title(String text) {
        Label title = Parts.words(text);
        title.getStyleClass().add("page-title");
        return title;
    }

    private static Node warning(String text) {
        return Parts.banner("warning", Feather.ALERT_TRIANGLE, Parts.words(text));
    }

    private static Node pair(Node left, Node right) {
        HBox pair = new HBox(16, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return pair;
    }

    private static Node box(String title, String hint, DigitGroups digits, String style) {
        VBox box = new VBox(10, Parts.head(title), Parts.quiet(hint), digits);
        box.getStyleClass().addAll("card", "digit-box");
        if (!style.isEmpty()) {
            box.getStyleClass().add(style);
        }
        box.setPrefWidth(100);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    /** What the typed digits mean, and what can be done. */
    private List<Node> foot(HeardGroup heard, DigitGroups digits, Button yes, String no) {
        var typed = digits.typedProperty();
        Label wrong = Parts.words(texts.text("devices.compare.wrong"));
        wrong.setId("heard-wrong");
        Label right = Parts.words(texts.text("devices.compare.right"));
        right.setId("heard-right");
        HBox isWrong = Parts.banner("warning", Feather.X_OCTAGON, wrong);
        isWrong.visibleProperty().bind(Bindings.createBooleanBinding(() -> heard.isOther(typed.get()), typed));
        isWrong.managedProperty().bind(isWrong.visibleProperty());
        HBox isRight = Parts.banner("notice", Feather.CHECK_CIRCLE, right);
        isRight.visibleProperty().bind(Bindings.createBooleanBinding(() -> heard.isHeard(typed.get()), typed));
        isRight.managedProperty().bind(isRight.visibleProperty());
        yes.getStyleClass().add(Styles.ACCENT);
        yes.setDefaultButton(true);
        yes.disableProperty()
                .bind(model.busyProperty().or(isRight.visibleProperty().not()));
        Button leave = Parts.button("compare-skip", no, Feather.X, model::leave);
        leave.setCancelButton(true);
        FlowPane buttons = new FlowPane(10, 8, yes, leave);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return List.of(isWrong, isRight, buttons);
    }
}
