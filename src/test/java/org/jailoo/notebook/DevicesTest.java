package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Notebook notebook;

    private final DeviceKeys keys = DeviceKeys.generate(RANDOM);

    @BeforeEach
    void create() {
        notebook = TestDoor.create(folder.resolve("n"), "A1");
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private Devices.Device known() {
        return Objects.requireNonNull(notebook.devices().find(keys.deviceId()));
    }

    /** A card of the same signing key that names another recipient. */
    private Card movedCard(long serial, String name) throws Exception {
        Json.Obj other = DeviceKeys.generate(RANDOM).json();
        DeviceKeys moved = DeviceKeys.parse(Json.object(Map.of(
                "v", Json.of(1),
                "signingSeed", Json.of(Objects.requireNonNull(keys.json().text("signingSeed"))),
                "identity", Json.of(Objects.requireNonNull(other.text("identity"))))));
        assertThat(moved.deviceId()).isEqualTo(keys.deviceId());
        assertThat(Base64Text.encode(moved.verifyingKey().bytes()))
                .isEqualTo(Base64Text.encode(keys.verifyingKey().bytes()));
        return Card.sign(moved, serial, name);
    }

    @Test
    void theGreaterSerialWinsInAnyOrder() {
        notebook.devices().note(Card.sign(keys, 2, "жаңы"));
        notebook.devices().note(Card.sign(keys, 1, "эски"));
        assertThat(known().name()).isEqualTo("жаңы");
        notebook.devices().note(Card.sign(keys, 3, "эң жаңы"));
        assertThat(known().name()).isEqualTo("эң жаңы");
        assertThat(known().card().serial()).isEqualTo(3);
        assertThat(notebook.devices().all()).hasSize(2);
    }

    @Test
    void twoCardsOfOneSerialHideNameAndRecipientUntilAGreaterOneComes() {
        Card one = Card.sign(keys, 1, "B2");
        Card other = Card.sign(keys, 1, "C3");
        notebook.devices().trust(one);
        assertThat(known().recipient()).isEqualTo(keys.recipient());
        notebook.devices().note(other);
        for (int again = 0; again < 3; again++) {
            assertThat(known().disputed()).isTrue();
            assertThat(known().name()).isNull();
            assertThat(known().recipient()).isNull();
            assertThat(known().card()).isEqualTo(Card.carried(one, other));
            notebook.devices().note(one);
            notebook.devices().trust(other);
        }
        assertThat(known().trust()).isEqualTo(Devices.Trust.TRUSTED);
        notebook.devices().note(Card.sign(keys, 2, "B2"));
        assertThat(known().disputed()).isFalse();
        assertThat(known().name()).isEqualTo("B2");
        assertThat(known().recipient()).isEqualTo(keys.recipient());
    }

    @Test
    void aChangedRecipientWaitsForAPerson() throws Exception {
        notebook.devices().note(Card.sign(keys, 1, "B2"));
        assertThat(known().recipient()).isNull();
        assertThat(known().trust()).isEqualTo(Devices.Trust.UNKNOWN);
        notebook.devices().trust(Card.sign(keys, 1, "B2"));
        assertThat(known().recipientWaits()).isFalse();

        Card moved = movedCard(2, "B2");
        notebook.devices().note(moved);
        assertThat(known().recipient()).isEqualTo(keys.recipient());
        assertThat(known().recipientWaits()).isTrue();

        // Somebody who compares the older card has not seen the new recipient.
        notebook.devices().trust(Card.sign(keys, 1, "B2"));
        assertThat(known().recipient()).isEqualTo(keys.recipient());

        notebook.devices().trust(moved);
        assertThat(known().recipient()).isEqualTo(moved.recipient());
        assertThat(known().recipientWaits()).isFalse();

        // An older card that turns up again does not bring its recipient back.
        notebook.devices().trust(Card.sign(keys, 1, "B2"));
        assertThat(known().recipient()).isEqualTo(moved.recipient());
    }

    @Test
    void aLostLaptopIsBlockedUntilAPersonTrustsItAgain() {
        Card card = Card.sign(keys, 1, "B2");
        assertThat(notebook.devices().trust(keys.deviceId())).isEqualTo(Devices.Trust.UNKNOWN);
        notebook.devices().trust(card);
        notebook.devices().block(keys.deviceId());
        notebook.devices().note(Card.sign(keys, 2, "B2"));
        assertThat(notebook.devices().trust(keys.deviceId())).isEqualTo(Devices.Trust.BLOCKED);
        notebook.devices().trust(card);
        assertThat(notebook.devices().trust(keys.deviceId())).isEqualTo(Devices.Trust.TRUSTED);
    }

    @Test
    void theWidestScopeIsRemembered() {
        notebook.devices().trust(Card.sign(keys, 1, "B2"));
        assertThat(known().scope()).isNull();
        notebook.devices().rememberScope(keys.deviceId(), "codes");
        assertThat(known().scope()).isEqualTo("codes");
    }

    @Test
    void theNotebooksOwnCardIsTrusted() {
        assertThat(notebook.card().name()).isEqualTo("A1");
        assertThat(notebook.card().deviceId()).isEqualTo(notebook.device().deviceId());
        assertThat(notebook.devices().trust(notebook.device().deviceId())).isEqualTo(Devices.Trust.TRUSTED);
    }
}
