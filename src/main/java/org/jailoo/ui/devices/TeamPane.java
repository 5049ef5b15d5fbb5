package org.jailoo.ui.devices;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jailoo.app.JoinTeam.Offer;
import org.jailoo.app.JoinTeam.Plan;
import org.jailoo.app.JoinTeam.Row;
import org.jailoo.identity.Card;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.devices.DevicesModel.Ears;
import org.kordamp.ikonli.feather.Feather;

/** What a team list proposes, with a tick for each thing that would change. */
final class TeamPane {
    private final DevicesModel model;
    private final Texts texts;
    private final Ears ears;
    private final Set<String> ticked = new TreeSet<>();

    TeamPane(DevicesModel model, Texts texts, Ears ears) {
        this.model = model;
        this.texts = texts;
        this.ears = ears;
    }

    List<Node> nodes(Plan plan) {
        Card signer = plan.list().signer();
        Label title = Parts.words(texts.text("devices.team.title", signer.shownName()));
        title.getStyleClass().add("page-title");
        Label signed = Parts.words(texts.text(
                "devices.team.signed",
                signer.shownName(),
                signer.fingerprint().digits(),
                Parts.day(texts, plan.list().created())));
        List<Node> nodes = new ArrayList<>(List.of(title, signed));
        if (plan.older()) {
            nodes.add(Parts.banner("warning", Feather.CLOCK, Parts.words(texts.text("devices.team.older"))));
        }
        for (Row row : plan.rows()) {
            if (row.offer().canBeTicked() && !plan.older()) {
                ticked.add(row.card().deviceId());
            }
        }
        part(nodes, texts.text("devices.team.trust"), plan, Offer.TRUST);
        part(nodes, texts.text("devices.team.block"), plan, Offer.BLOCK);
        List<Row> stays =
                plan.rows().stream().filter(row -> !row.offer().canBeTicked()).toList();
        if (!stays.isEmpty()) {
            VBox part = card("team-stays", texts.text("devices.team.stays"));
            stays.forEach(row -> part.getChildren().add(staying(row)));
            nodes.add(part);
        }
        Button apply = Parts.button(
                "team-apply",
                texts.text("devices.team.apply"),
                Feather.CHECK,
                () -> model.apply(plan.list(), ticked, ears));
        apply.getStyleClass().add(Styles.ACCENT);
        apply.disableProperty().bind(model.busyProperty());
        Button no = Parts.button("team-cancel", texts.text("devices.action.cancel"), Feather.X, model::leave);
        no.setCancelButton(true);
        nodes.add(new FlowPane(10, 8, apply, no));
        return nodes;
    }

    private void part(List<Node> nodes, String title, Plan plan, Offer offer) {
        List<Row> rows =
                plan.rows().stream().filter(row -> row.offer() == offer).toList();
        if (!rows.isEmpty()) {
            VBox part = card(offer == Offer.TRUST ? "team-trust" : "team-block", title);
            rows.forEach(row -> part.getChildren().add(tick(row)));
            nodes.add(part);
        }
    }

    private static VBox card(String id, String title) {
        VBox card = new VBox(8, Parts.head(title));
        card.setId(id);
        card.getStyleClass().add("card");
        return card;
    }

    private Node tick(Row row) {
        String device = row.card().deviceId();
        CheckBox box = new CheckBox(row.card().shownName());
        box.setId("tick-" + device);
        box.setSelected(ticked.contains(device));
        box.selectedProperty().addListener((p, was, is) -> {
            if (is) {
                ticked.add(device);
            } else {
                ticked.remove(device);
            }
        });
        box.setMinWidth(190);
        return line(box, row, "");
    }

    private Node staying(Row row) {
        Label name = new Label(row.card().shownName());
        name.setMinWidth(190);
        return line(name, row, why(row.offer()));
    }

    private Node line(Node name, Row row, String why) {
        Label digits = new Label(row.card().fingerprint().digits());
        digits.getStyleClass().addAll("quiet", "mono");
        digits.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        String said = row.namesake()
                ? why.isEmpty() ? texts.text("devices.team.namesake") : why + "; " + texts.text("devices.team.namesake")
                : why;
        HBox line = new HBox(16, name, digits, Parts.words(said));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String why(Offer offer) {
        return switch (offer) {
            case TRUST, BLOCK -> "";
            case SAME -> texts.text("devices.team.offer.same");
            case STAYS_BLOCKED -> texts.text("devices.team.offer.stays-blocked");
            case STAYS_TRUSTED -> texts.text("devices.team.offer.stays-trusted");
            case KEY_WAITS -> texts.text("devices.team.offer.key-waits");
            case DISPUTED -> texts.text("devices.team.offer.disputed");
            case OWN -> texts.text("devices.team.offer.own");
            case OWN_BLOCKED -> texts.text("devices.team.offer.own-blocked");
        };
    }
}
