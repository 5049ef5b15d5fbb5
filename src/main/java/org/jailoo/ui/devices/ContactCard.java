package org.jailoo.ui.devices;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.Contact;
import org.jailoo.app.Contact.Gap;
import org.jailoo.app.Contact.Instance;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One device: first what needs a person, then what came and what went. */
final class ContactCard extends VBox {
    /** What can be pressed on it. */
    interface Hands {
        void compare(Device device);

        void look(Device device);

        void block(Device device);

        void receipt(Device device);

        void retire(Contact contact, Instance instance);
    }

    private final Contact contact;
    private final Device device;
    private final Texts texts;
    private final Hands hands;
    private final String name;

    ContactCard(Contact contact, Texts texts, Hands hands) {
        super(7);
        this.contact = contact;
        this.device = contact.device();
        this.texts = texts;
        this.hands = hands;
        this.name = Parts.name(texts, device);
        getStyleClass().addAll("card", "contact");
        setId(id("contact"));
        getChildren().add(heading());
        keys();
        gaps();
        states();
        instances();
    }

    private String id(String what) {
        return what + "-" + device.card().deviceId();
    }

    private Node heading() {
        Card card = device.card();
        Label title = new Label(name);
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        Label trust = new Label(Parts.label(texts, device.trust()), new FontIcon(Parts.sign(device.trust())));
        trust.setId(id("trust"));
        trust.getStyleClass().add("trust-" + device.trust().name().toLowerCase(java.util.Locale.ROOT));
        trust.setMinWidth(Region.USE_PREF_SIZE);
        Label digits = new Label(card.fingerprint().digits().substring(0, 11) + " …");
        digits.getStyleClass().addAll("quiet", "mono");
        digits.setMinWidth(Region.USE_PREF_SIZE);
        HBox heading = new HBox(16, title, trust, digits, new Spacer());
        heading.setAlignment(Pos.CENTER_LEFT);
        if (device.trust() == Trust.TRUSTED) {
            heading.getChildren()
                    .add(button(
                            "receipt", "devices.action.receipt", Feather.CORNER_UP_LEFT, () -> hands.receipt(device)));
        } else if (!device.disputed()) {
            heading.getChildren()
                    .add(button(
                            "compare",
                            device.trust() == Trust.BLOCKED ? "devices.action.unblock" : "devices.action.trust",
                            Feather.USER_CHECK,
                            () -> hands.compare(device)));
        }
        if (device.trust() != Trust.BLOCKED) {
            Button block = button("block", "devices.action.block", Feather.SLASH, () -> hands.block(device));
            block.getStyleClass().add(Styles.FLAT);
            heading.getChildren().add(block);
        }
        return heading;
    }

    private Button button(String what, String key, Feather sign, Runnable pressed) {
        Button button = Parts.button(id(what), texts.text(key), sign, pressed);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private void keys() {
        if (device.disputed()) {
            getChildren()
                    .add(Parts.banner(
                            "warning",
                            Feather.ALERT_TRIANGLE,
                            Parts.words(texts.text(
                                    "devices.add.disputed",
                                    device.card().fingerprint().digits()))));
        } else if (device.recipientWaits() && device.trust() == Trust.TRUSTED) {
            getChildren()
                    .add(Parts.banner(
                            "warning",
                            Feather.KEY,
                            Parts.words(texts.text("devices.contact.key-waits")),
                            button("key", "devices.action.key", Feather.EYE, () -> hands.look(device))));
        }
        if (contact.namesake()) {
            getChildren()
                    .add(Parts.banner("notice", Feather.USERS, Parts.words(texts.text("devices.contact.namesake"))));
        }
    }

    private void gaps() {
        if (contact.gaps().isEmpty()) {
            return;
        }
        Label told = Parts.words(texts.plural("devices.contact.gap", contact.missing(), name));
        told.setId(id("gap"));
        VBox words = Parts.column(2, told);
        String own = device.card().deviceId();
        if (contact.gaps().stream().anyMatch(gap -> !gap.writer().device().equals(own))) {
            String whose = contact.gaps().stream().map(this::of).distinct().collect(Collectors.joining(", "));
            words.getChildren().add(Parts.words(texts.text("devices.contact.gap-whose", whose)));
        }
        Label ask = Parts.words(
                device.trust() == Trust.BLOCKED
                        ? texts.text("devices.contact.gap-blocked")
                        : texts.text("devices.contact.gap-ask", name));
        words.getChildren().add(ask);
        getChildren().add(Parts.banner("warning", Feather.DOWNLOAD_CLOUD, words));
    }

    private String of(Gap gap) {
        long ofWriter = contact.gaps().stream()
                .filter(each -> each.writer().device().equals(gap.writer().device()))
                .mapToLong(Gap::revisions)
                .sum();
        return texts.text("devices.contact.gap-of", texts.labels().number(ofWriter), Parts.name(texts, gap.writer()));
    }

    private void states() {
        if (contact.silent()) {
            Label silent = Parts.words(texts.plural("devices.contact.silent", contact.silentDays()));
            silent.setId(id("silent"));
            getChildren().add(Parts.banner("warning", Feather.PHONE_OFF, silent));
        }
        if (contact.forks() > 0) {
            getChildren().add(Parts.banner("warning", Feather.COPY, Parts.words(texts.text("devices.contact.forks"))));
        }
        Contact.Heard heard = contact.heard();
        getChildren()
                .add(Parts.line(
                        Feather.INBOX,
                        Parts.words(
                                heard == null
                                        ? texts.text("devices.contact.never")
                                        : texts.text(
                                                "devices.contact.heard",
                                                Parts.day(texts, heard.imported()),
                                                Parts.day(texts, heard.created())))));
        Contact.Written written = contact.written();
        if (written.revisions() > 0) {
            line(
                    Feather.FILE_TEXT,
                    texts.text(
                            "devices.contact.written",
                            texts.labels().number(written.records()),
                            texts.labels().number(written.revisions()),
                            written.latest() == null ? "–" : Parts.day(texts, written.latest())));
        } else if (heard != null) {
            line(Feather.FILE_TEXT, texts.text("devices.contact.written-nothing"));
        }
        if (contact.filesThere() > 0) {
            line(Feather.IMAGE, texts.plural("devices.contact.files-there", contact.filesThere()));
        }
        if (device.trust() != Trust.TRUSTED) {
            return;
        }
        if (contact.filesHere() > 0) {
            line(Feather.IMAGE, texts.plural("devices.contact.files-here", contact.filesHere()));
        }
        Contact.Ahead ahead = contact.ahead();
        if (ahead == null || ahead.handedOver() == null) {
            line(Feather.SEND, texts.text("devices.contact.never-handed"));
            return;
        }
        String handed = texts.text("devices.contact.handed-over", Parts.day(texts, ahead.handedOver()));
        String has = ahead.records() == 0
                ? texts.text("devices.contact.ahead-none")
                : texts.plural(
                        "devices.contact.ahead",
                        ahead.records(),
                        ahead.oldest() == null ? "–" : Parts.day(texts, ahead.oldest()));
        getChildren().add(Parts.line(Feather.SEND, Parts.column(1, Parts.words(has), Parts.quiet(handed))));
    }

    private void line(Feather sign, String text) {
        getChildren().add(Parts.line(sign, Parts.words(text)));
    }

    /** Several notebooks of one device; of a blocked one a single one too, which nobody waits for any more. */
    private void instances() {
        boolean several = contact.counted() > 1;
        if (several) {
            line(Feather.LAYERS, texts.text("devices.contact.instances"));
        }
        if (several || device.trust() == Trust.BLOCKED) {
            for (Instance instance : contact.instances()) {
                if (!instance.retired()) {
                    String start = instance.writer().instance().substring(0, 6);
                    Label said = Parts.quiet(texts.text("devices.contact.instance", start, lastOf(texts, instance)));
                    Button retire = Parts.button(
                            "retire-" + instance.writer().instance(),
                            texts.text("devices.action.retire"),
                            Feather.ARCHIVE,
                            () -> hands.retire(contact, instance));
                    retire.getStyleClass().add(Styles.SMALL);
                    HBox line = new HBox(12, said, retire);
                    line.setAlignment(Pos.CENTER_LEFT);
                    line.getStyleClass().add("instance");
                    getChildren().add(line);
                }
            }
        }
    }

    static String lastOf(Texts texts, Instance instance) {
        return Parts.day(texts, instance.imported() == null ? instance.created() : instance.imported());
    }
}
