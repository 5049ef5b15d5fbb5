package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.bundle.Reason;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    @TempDir
    Path folder;

    private Laptop a;
    private Laptop lead;

    @BeforeEach
    void strangers() {
        a = Laptop.create(folder, "A");
        lead = Laptop.create(folder, "lead");
    }

    @AfterEach
    void close() {
        a.close();
        lead.close();
    }

    @Test
    void unknownSenderIsTakenOnlyOnceAPersonTrustsIt() throws Exception {
        String record = a.interview("x");
        Path bundle = a.plain(Choice.ALL);
        assertThat(lead.refuses(bundle)).isEqualTo(Reason.UNTRUSTED);
        assertThat(lead.notebook.devices().trust(a.device())).isEqualTo(Trust.UNKNOWN);
        lead.previews(bundle, Laptop.TRUST);
        assertThat(lead.notebook.devices().trust(a.device())).isEqualTo(Trust.UNKNOWN);
        ImportResult result = lead.takes(bundle, Laptop.TRUST);
        assertThat(result.relayed()).isEmpty();
        assertThat(lead.notebook.devices().trust(a.device())).isEqualTo(Trust.TRUSTED);
        a.edits(record, "summary", "y");
        assertThat(lead.takes(a.plain(Choice.ALL)).changed()).isEqualTo(1);
        lead.notebook.devices().block(a.device());
        assertThat(lead.refuses(a.plain(Choice.ALL), Laptop.TRUST)).isEqualTo(Reason.UNTRUSTED);
    }

    @Test
    void whatOthersSignedIsTakenAndToldByDevice() throws Exception {
        try (Laptop c = Laptop.create(folder, "C");
                Laptop lost = Laptop.create(folder, "lost")) {
            List.of(c, lost).forEach(a::trusts);
            lead.trusts(a);
            lead.notebook.devices().note(lost.card());
            lead.notebook.devices().block(lost.device());
            String ofC = c.interview("C's");
            c.edits(ofC, "summary", "more");
            lost.interview("of a lost laptop");
            a.takes(c.plain(Choice.ALL));
            a.takes(lost.plain(Choice.ALL));
            Path bundle = a.plain(Choice.ALL);
            ImportResult result = lead.takes(bundle);
            assertThat(result.relayed()).isEqualTo(Map.of(c.device(), 2L));
            assertThat(result.blocked()).isEqualTo(Map.of(lost.device(), 1L));
            assertThat(lead.lines()).isEqualTo(a.lines());
            // Cards travelled; being seen is not being trusted.
            assertThat(lead.notebook.devices().find(c.device())).extracting("trust", "recipient").containsExactly(Trust.UNKNOWN, null);
            ImportResult again = lead.takes(bundle);
            assertThat(again.relayed()).isEmpty();
            assertThat(again.blocked()).isEmpty();
            // What is relayed on carries all cards.
            try (Laptop far = Laptop.create(folder, "far")) {
                far.trusts(lead);
                assertThat(far.takes(lead.plain(Choice.ALL)).relayed()).containsOnlyKeys(a.device().isEmpty() ? "" : c.device(), lost.device());
                assertThat(far.lines()).isEqualTo(a.lines());
            }
        }
    }

    @Test
    void changedRecipientIsUsedOnlyAfterAPersonConfirmedIt() throws Exception {
        a.interview("x");
        a.trusts(lead);
        Card moved = moved(lead, 2);
        a.notebook.devices().note(moved);
        assertThat(refused(moved)).isEqualTo(ReceiverRefused.Why.RECIPIENT_NOT_CONFIRMED);
        // The confirmed one still serves.
        Path out = a.export(folder.resolve("old"), Choice.ALL, List.of(lead.card()));
        assertThat(lead.refuses(out)).isEqualTo(Reason.UNTRUSTED);
        a.notebook.devices().trust(moved);
        a.export(folder.resolve("new"), Choice.ALL, List.of(moved));
        assertThat(lead.refuses(folder.resolve("new"))).isEqualTo(Reason.WRONG_RECIPIENT);
    }

    @Test
    void changedRecipientOfADeviceThatNobodyConfirmedIsNotUsedEither() throws Exception {
        a.interview("x");
        a.export(folder.resolve("first"), Choice.ALL, List.of(lead.card()));
        assertThat(refused(moved(lead, 2))).isEqualTo(ReceiverRefused.Why.RECIPIENT_NOT_CONFIRMED);
        a.export(folder.resolve("again"), Choice.ALL, List.of(lead.card()));
    }

    @Test
    void twoCardsOfOneSerialMakeADeviceDisputedUntilAGreaterOneIsConfirmed() throws Exception {
        a.interview("x");
        a.trusts(lead);
        Card second = moved(lead, 1);
        assertThat(refused(second)).isEqualTo(ReceiverRefused.Why.RECIPIENT_NOT_CONFIRMED);
        a.notebook.devices().note(second);
        assertThat(a.notebook.devices().find(lead.device())).extracting("disputed", "name").containsExactly(true, null);
        assertThat(refused(lead.card())).isEqualTo(ReceiverRefused.Why.RECIPIENT_NOT_CONFIRMED);
        // Its key is fixed by its id: what it signs still holds.
        lead.trusts(a);
        lead.interview("y");
        assertThat(a.takes(lead.plain(Choice.ALL)).fresh()).isEqualTo(1);
        assertThat(a.manifest(a.plain(Choice.ALL)).from()).isEqualTo(a.device());
        Card third = Card.sign(lead.notebook.device(), 2, "lead");
        a.notebook.devices().trust(third);
        a.export(folder.resolve("out"), Choice.ALL, List.of(third));
        assertThat(lead.takes(folder.resolve("out")).fresh()).isEqualTo(1);
    }

    @Test
    void nothingIsSentToABlockedDevice() {
        a.trusts(lead);
        a.notebook.devices().block(lead.device());
        assertThat(refused(lead.card())).isEqualTo(ReceiverRefused.Why.BLOCKED);
    }

    @Test
    void bundleForOthersIsTakenAndSaysSo() throws Exception {
        lead.trusts(a);
        a.interview("x");
        try (Laptop c = Laptop.create(folder, "C")) {
            Path forC = a.export(folder.resolve("forC"), Choice.ALL, List.of(c.card(), lead.card()));
            assertThat(lead.takes(forC).forwarded()).isFalse();
            // Opened by who may, handed on as it is.
            byte[] json;
            try (var in = new java.util.zip.GZIPInputStream(org.jailoo.identity.AgeEnvelope.decrypt(
                    java.nio.file.Files.newInputStream(a.export(folder.resolve("onlyC"), Choice.ALL, List.of(c.card()))),
                    List.of(c.notebook.device().identity()),
                    null))) {
                json = in.readAllBytes();
            }
            Path opened = java.nio.file.Files.write(folder.resolve("opened.json"), json);
            assertThat(lead.takes(opened).forwarded()).isTrue();
        }
    }

    private ReceiverRefused.Why refused(Card card) {
        Path out = folder.resolve("refused");
        var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(
                ReceiverRefused.class, () -> a.export(out, Choice.ALL, List.of(card)));
        assertThat(out).doesNotExist();
        return thrown.why();
    }

    /** A card of this device that names another recipient, as it is after its keys were changed. */
    static Card moved(Laptop laptop, long serial) throws Exception {
        DeviceKeys old = laptop.notebook.device();
        DeviceKeys other = DeviceKeys.generate(new SecureRandom());
        Json.Obj mine = old.json();
        Json.Obj mixed = other.json();
        for (String member : mine.members().keySet()) {
            if (member.toLowerCase(java.util.Locale.ROOT).contains("sign")) {
                mixed = mixed.with(member, java.util.Objects.requireNonNull(mine.get(member)));
            }
        }
        Card card = Card.sign(DeviceKeys.parse(mixed), serial, "moved");
        assertThat(card.deviceId()).isEqualTo(laptop.device());
        assertThat(card.recipient()).isNotEqualTo(laptop.card().recipient());
        return card;
    }

    @Test
    void refusedExportsAreNotWritten() {
        assertThatThrownBy(() -> a.export(folder.resolve("no such folder/x"), Choice.ALL, List.of(lead.card())))
                .isInstanceOf(java.io.IOException.class);
    }
}
