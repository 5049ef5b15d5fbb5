package org.jailoo.ui.devices;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.Contact;
import org.jailoo.app.Contact.Instance;
import org.jailoo.app.DeviceContacts.Overview;
import org.jailoo.app.TeamFile;
import org.jailoo.identity.Card;
import org.jailoo.json.CanonicalJson;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.Prompts.Answer;
import org.jailoo.ui.common.Prompts.Kind;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.devices.DevicesModel.Ears;
import org.jailoo.ui.devices.DevicesScreen.Asking;
import org.kordamp.ikonli.feather.Feather;

/** This device's card to give away, and all others. */
final class AllPane implements ContactCard.Hands {
    private final DevicesModel model;
    private final Texts texts;
    private final Asking asking;
    private final Ears ears;

    AllPane(DevicesModel model, Texts texts, Asking asking, Ears ears) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.ears = ears;
    }

    List<Node> nodes(Overview overview) {
        List<Node> nodes = new ArrayList<>(List.of(summary(overview), own(overview), others()));
        for (Contact contact : overview.contacts()) {
            nodes.add(new ContactCard(contact, texts, this));
        }
        if (overview.contacts().isEmpty()) {
            nodes.add(Parts.quiet(texts.text("devices.others.none")));
        }
        return nodes;
    }

    /** What a lead wants to know before anything else. */
    private Node summary(Overview overview) {
        long silent = overview.contacts().stream().filter(Contact::silent).count();
        List<String> needs = new ArrayList<>();
        if (overview.missing() > 0) {
            needs.add(texts.plural("devices.state.missing", overview.missing()));
        }
        if (silent > 0) {
            needs.add(texts.plural("devices.state.silent", silent));
        }
        if (overview.filesLost() > 0) {
            needs.add(texts.plural("devices.state.files", overview.filesLost()));
        }
        VBox summary = new VBox(4);
        summary.setId("devices-summary");
        needs.forEach(need -> summary.getChildren().add(Parts.line(Feather.ALERT_CIRCLE, Parts.head(need))));
        if (needs.isEmpty()) {
            summary.getChildren().add(Parts.line(Feather.CHECK_CIRCLE, Parts.words(texts.text("devices.state.well"))));
        }
        if (overview.ownMissing() > 0) {
            summary.getChildren()
                    .add(Parts.banner(
                            "warning",
                            Feather.DOWNLOAD_CLOUD,
                            Parts.words(texts.plural("devices.own.gap", overview.ownMissing()))));
        }
        if (overview.ownForks() > 0) {
            summary.getChildren()
                    .add(Parts.banner("warning", Feather.COPY, Parts.words(texts.text("devices.own.forks"))));
        }
        return summary;
    }

    private Node own(Overview overview) {
        Card card = overview.own();
        Label title = Parts.head(texts.text("devices.own.title", card.shownName()));
        Button save =
                Parts.button("save-card", texts.text("devices.own.save-card"), Feather.SAVE, () -> saveCard(card));
        Button copy = Parts.button("copy-card", texts.text("devices.own.copy-card"), Feather.COPY, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(CanonicalJson.text(card.json()));
            Clipboard.getSystemClipboard().setContent(content);
            asking.prompts().tell(texts.text("devices.own.copied"));
        });
        Button team =
                Parts.button("write-team", texts.text("devices.team.write"), Feather.USERS, () -> writeTeam(overview));
        Label digits = new Label(card.fingerprint().digits());
        digits.getStyleClass().addAll("own-digits", "mono");
        digits.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        HBox head = new HBox(22, title, digits);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox own = new VBox(
                8,
                head,
                Parts.words(texts.text("devices.own.read-out")),
                Parts.quiet(texts.text(
                        "devices.own.key", card.recipientFingerprint().digits())),
                new FlowPane(8, 8, save, copy, team));
        own.getStyleClass().add("card");
        own.setId("own-device");
        return own;
    }

    private void saveCard(Card card) {
        var file = asking.files().save(texts.text("devices.own.save-card"), "card.json");
        if (file != null) {
            model.save(card, file, ears);
        }
    }

    private void writeTeam(Overview overview) {
        if (overview.contacts().stream().allMatch(c -> c.device().trust() == Trust.UNKNOWN)) {
            asking.prompts().warn(texts.text("devices.team.nobody"));
            return;
        }
        var file = asking.files().save(texts.text("devices.team.write"), "team" + TeamFile.ENDING);
        if (file != null) {
            model.writeTeam(
                    file,
                    members -> asking.prompts().tell(texts.plural("devices.team.written", members, file.toString())),
                    ears);
        }
    }

    private Node others() {
        Label title = Parts.head(texts.text("devices.others.title"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        Button add = Parts.button("add-card", texts.text("devices.add.file"), Feather.USER_PLUS, () -> {
            var files = asking.files().openMany(texts.text("devices.add.file"));
            model.read(files, ears);
        });
        Button paste = Parts.button("paste-card", texts.text("devices.add.paste"), Feather.CLIPBOARD, this::paste);
        Button team = Parts.button("read-team", texts.text("devices.team.read"), Feather.USERS, () -> {
            var file = asking.files().open(texts.text("devices.team.read"));
            if (file != null) {
                model.readTeam(file, ears);
            }
        });
        HBox head = new HBox(8, title, new Spacer(), add, paste, team);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox others = new VBox(4, head, Parts.quiet(texts.text("devices.others.drop")));
        others.setId("other-devices");
        return others;
    }

    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        model.paste(text == null ? "" : text, ears);
    }

    @Override
    public void compare(Device device) {
        model.compare(device);
    }

    @Override
    public void look(Device device) {
        model.look(device);
    }

    @Override
    public void block(Device device) {
        model.askToBlock(device);
    }

    @Override
    public void receipt(Device device) {
        var file = asking.files().save(texts.text("devices.action.receipt"), model.receiptName(device.card()));
        if (file != null) {
            model.receipt(device.card(), file, ears);
        }
    }

    @Override
    public void retire(Contact contact, Instance instance) {
        asking.prompts()
                .ask(
                        texts.text("devices.retire.title", Parts.name(texts, contact.device())),
                        texts.text(
                                "devices.retire.text",
                                instance.writer().instance().substring(0, 6),
                                ContactCard.lastOf(texts, instance)),
                        List.of(
                                new Answer(
                                        texts.text("devices.retire.yes"),
                                        Kind.DANGER,
                                        () -> model.retire(instance.writer())),
                                new Answer(texts.text("devices.action.cancel"), Kind.OTHER, () -> {})));
    }
}
