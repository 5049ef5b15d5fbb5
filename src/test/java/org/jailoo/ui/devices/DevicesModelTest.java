package org.jailoo.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.app.DeviceContacts;
import org.jailoo.app.JoinTeam;
import org.jailoo.app.SendReceipt;
import org.jailoo.app.TrustDevice;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of cards that come in; nobody is trusted by a press alone. */
class DevicesModelTest {
    private final DeviceKeys keys = DeviceKeys.generate(new SecureRandom());
    private final List<String> told = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private final DevicesModel.Ears ears =
            new DevicesModel.Ears(said -> told.add(said.key()), said -> warned.add(said.key()));

    @TempDir
    Path folder;

    private Notebook notebook;
    private DevicesModel model;

    @BeforeEach
    void open() {
        notebook = TestDoor.create(folder.resolve("notebook"), "BISHKEK-01");
        Clock clock = Clock.systemUTC();
        model = new DevicesModel(
                Tasks.direct(),
                new DevicesModel.Uses(
                        new DeviceContacts(notebook, clock),
                        new TrustDevice(notebook, clock),
                        new SendReceipt(notebook, clock),
                        new JoinTeam(notebook, clock),
                        new Random(3)),
                () -> {});
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private static String text(Card card) {
        return new String(card.canonicalBytes(), StandardCharsets.UTF_8);
    }

    private Device device() {
        return Objects.requireNonNull(notebook.devices().find(keys.deviceId()));
    }

    private Step.Compare comparing() {
        return (Step.Compare) model.stepProperty().get();
    }

    private static String right(Step.Compare step) {
        return step.heard().groups().get(step.heard().place());
    }

    @Test
    void severalCardsAreComparedOneAfterTheOther() {
        Card one = Card.sign(keys, 1, "A7");
        Card two = Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "B2");
        model.paste(text(one) + text(two) + text(notebook.card()), ears);
        assertThat(told).containsExactly("devices.add.own");
        assertThat(comparing().came().card()).isEqualTo(one);
        assertThat(model.left()).isOne();
        model.trust(comparing(), "1234", ears);
        model.trust(comparing(), "", ears);
        assertThat(notebook.devices().trust(one.deviceId())).isEqualTo(Trust.UNKNOWN);
        assertThat(comparing().came().card()).isEqualTo(one);
        model.trust(
                comparing(),
                right(comparing()).substring(0, 2) + " " + right(comparing()).substring(2),
                ears);
        assertThat(notebook.devices().trust(one.deviceId())).isEqualTo(Trust.TRUSTED);
        assertThat(comparing().came().card()).isEqualTo(two);
        model.leave();
        assertThat(model.stepProperty().get()).isEqualTo(new Step.All());
        assertThat(notebook.devices().find(two.deviceId()))
                .as("not trusted, not kept")
                .isNull();
    }

    @Test
    void aLaterCardIsTakenAndOneWithAnotherKeyWaitsToBeHeard() throws Exception {
        model.paste(text(Card.sign(keys, 1, "A7")), ears);
        model.trust(comparing(), right(comparing()), ears);
        model.paste(text(Card.sign(keys, 1, "A7")), ears);
        model.paste(text(Card.sign(keys, 2, "A7 new")), ears);
        assertThat(told).containsExactly("devices.compare.done", "devices.add.known", "devices.add.renewed");
        Json.Obj other = DeviceKeys.generate(new SecureRandom()).json();
        Card moved = Card.sign(
                DeviceKeys.parse(other.with(
                        "signingSeed", Objects.requireNonNull(keys.json().get("signingSeed")))),
                3,
                "A7");
        model.paste(text(moved), ears);
        assertThat(device().recipientWaits()).isTrue();
        model.look(device());
        Step.Key key = (Step.Key) model.stepProperty().get();
        model.confirm(key, "00000", ears);
        assertThat(device().recipientWaits()).isTrue();
        model.confirm(key, key.heard().groups().get(key.heard().place()), ears);
        assertThat(device().recipient()).isEqualTo(moved.recipient());
        // A second card of one number.
        model.paste(text(Card.sign(keys, 3, "somebody")), ears);
        assertThat(warned).containsExactly("devices.add.disputed");
        assertThat(device().recipient()).isNull();
        model.paste(text(moved), ears);
        assertThat(device().disputed()).isTrue();
    }

    @Test
    void aBlockedLaptopIsTrustedAgainOnlyByItsDigits() throws Exception {
        Card card = Card.sign(keys, 1, "A7");
        Path file = Files.writeString(folder.resolve("card.json"), text(card));
        model.read(List.of(file), ears);
        model.trust(comparing(), right(comparing()), ears);
        model.askToBlock(device());
        model.leave();
        assertThat(device().trust()).isEqualTo(Trust.TRUSTED);
        model.block(device(), ears);
        assertThat(device().trust()).isEqualTo(Trust.BLOCKED);
        model.read(List.of(file), ears);
        assertThat(comparing().blocked()).isTrue();
        model.trust(comparing(), "99999", ears);
        assertThat(device().trust()).isEqualTo(Trust.BLOCKED);
        model.trust(comparing(), right(comparing()), ears);
        assertThat(device().trust()).isEqualTo(Trust.TRUSTED);
        model.read(List.of(folder.resolve("no such file"), Files.writeString(folder.resolve("x"), "Салам")), ears);
        assertThat(warned).containsExactly("failure.file.missing", "devices.add.not-a-card");
    }

    @Test
    void anotherGroupIsLeftOutEachTime() {
        Card card = Card.sign(keys, 1, "A7");
        Set<Integer> places = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            model.reset();
            model.paste(text(card), ears);
            places.add(comparing().heard().place());
        }
        assertThat(places).containsExactly(0, 1, 2, 3, 4, 5);
    }
}
