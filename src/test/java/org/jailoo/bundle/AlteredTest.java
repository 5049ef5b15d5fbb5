package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** What a courier, or the sender itself, may do to the content of a bundle. */
class AlteredTest {
    private static final String ALTERED = Reason.ALTERED.code();

    @Test
    void theSampleItselfIsAccepted() throws IOException {
        Attempt attempt = new Attempt();
        assertThat(attempt.read(BundleBuilder.sample().bytes())).isEqualTo(Attempt.ACCEPTED);
        MemoryStaging staged = (MemoryStaging) attempt.staging;
        assertThat(staged.revisions).hasSize(4);
        assertThat(staged.attachments).hasSize(1);
        Bundle bundle = java.util.Objects.requireNonNull(attempt.bundle);
        assertThat(bundle.counts()).isEqualTo(new Bundle.Counts(4, 1, 1, 1000));
        assertThat(bundle.cards()).containsOnlyKeys(Devices.AIDA.deviceId(), Devices.BEK.deviceId());
    }

    /** Damages the first revision; the digest and the manifest are those of the damaged one: a dishonest sender. */
    private static String sender(UnaryOperator<Json.Obj> damage) throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        builder.revisions.set(0, damage.apply(builder.revisions.get(0)));
        return Attempt.of(builder.bytes());
    }

    /** Damages the first revision after the manifest was signed: a courier. */
    private static String courier(UnaryOperator<Json.Obj> damage) throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        Map<String, String> honest = builder.parts();
        builder.revisions.set(0, damage.apply(builder.revisions.get(0)));
        honest.put("revisions", builder.parts().get("revisions"));
        return Attempt.of(BundleBuilder.render(honest));
    }

    private static String both(UnaryOperator<Json.Obj> damage) throws IOException {
        String reason = sender(damage);
        assertThat(courier(damage)).isEqualTo(reason);
        return reason;
    }

    private static Json.Obj header(Json.Obj revision) {
        return (Json.Obj) java.util.Objects.requireNonNull(revision.get("header"));
    }

    @Test
    void alteredHeader() throws IOException {
        assertThat(both(r -> r.with("header", header(r).with("seq", Json.of(99)))))
                .isEqualTo(ALTERED);
        assertThat(both(r -> r.with("header", header(r).with("note", Json.of("new")))))
                .isEqualTo(ALTERED);
        assertThat(both(r -> r.with("header", header(r).with("device", Json.of(Devices.BEK.deviceId())))))
                .isEqualTo(ALTERED);
    }

    @Test
    void alteredBodySaltOrTime() throws IOException {
        assertThat(both(r -> r.with("body", Json.object(Map.of("narrative", Json.of("another"))))))
                .isEqualTo(ALTERED);
        assertThat(both(r -> r.with("salt", BundleBuilder.text(new byte[16])))).isEqualTo(ALTERED);
        assertThat(both(r -> r.with("time", Json.of("2026-05-04T10:20:31Z")))).isEqualTo(ALTERED);
    }

    @Test
    void alteredSignature() throws IOException {
        assertThat(both(r -> r.with("signature", BundleBuilder.text(new byte[64]))))
                .isEqualTo(ALTERED);
    }

    @Test
    void aSignatureOfAnotherDevice() throws IOException {
        assertThat(both(r -> r.with(
                        "signature",
                        java.util.Objects.requireNonNull(
                                BundleBuilder.sign(Devices.BEK, header(r)).get("signature")))))
                .isEqualTo(ALTERED);
    }

    @Test
    void strippedBody() throws IOException {
        UnaryOperator<Json.Obj> strip = r -> r.without("salt").without("time").without("body");
        Attempt attempt = new Attempt();
        BundleBuilder builder = BundleBuilder.sample();
        builder.revisions.set(0, strip.apply(builder.revisions.get(0)));
        assertThat(attempt.read(builder.bytes())).isEqualTo(ALTERED);
        assertThat(attempt.detail).contains("without its body");
        assertThat(courier(strip)).isEqualTo(ALTERED);
    }

    @Test
    void aCourierStripsTheBodyOfARecordThatThePurgeInTheBundleMayStrip() throws IOException {
        BundleBuilder builder = new BundleBuilder(1);
        String record = builder.uuid();
        builder.edit(Devices.AIDA, record, Map.of("narrative", Json.of("text")));
        builder.purge(Devices.AIDA, record);
        Map<String, String> honest = builder.parts();
        assertThat(Attempt.of(BundleBuilder.render(honest))).isEqualTo(Attempt.ACCEPTED);
        builder.revisions.set(
                0, builder.revisions.get(0).without("salt").without("time").without("body"));
        Map<String, String> stripped = builder.parts();
        // The sender may: the purge is there.
        assertThat(Attempt.of(BundleBuilder.render(stripped))).isEqualTo(Attempt.ACCEPTED);
        honest.put("revisions", java.util.Objects.requireNonNull(stripped.get("revisions")));
        assertThat(Attempt.of(BundleBuilder.render(honest))).isEqualTo(ALTERED);
    }

    @Test
    void alteredManifest() throws IOException {
        Map<String, String> parts = BundleBuilder.sample().parts();
        parts.computeIfPresent("manifest", (k, v) -> v.replace("\"serial\":3", "\"serial\":4"));
        assertThat(Attempt.of(BundleBuilder.render(parts))).isEqualTo(ALTERED);
    }

    @Test
    void alteredManifestSignature() throws IOException {
        Map<String, String> parts = BundleBuilder.sample().parts();
        parts.put("signature", "\"" + "A".repeat(86) + "==\"");
        assertThat(Attempt.of(BundleBuilder.render(parts))).isEqualTo(ALTERED);
    }

    @Test
    void aManifestSignedByAnotherThanItsSender() throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        builder.manifest = m -> m.with("from", Json.of(Devices.BEK.deviceId()));
        Attempt attempt = new Attempt();
        attempt.trustSender = true;
        assertThat(attempt.read(builder.bytes())).isEqualTo(ALTERED);
    }

    @Test
    void alteredDigest() throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        builder.manifest = m -> m.with("digest", Json.of("0".repeat(64)));
        Attempt attempt = new Attempt();
        assertThat(attempt.read(builder.bytes())).isEqualTo(ALTERED);
        assertThat(attempt.detail).contains("digest");
    }

    @Test
    void revisionsInAnotherOrder() throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        Map<String, String> honest = builder.parts();
        java.util.Collections.swap(builder.revisions, 0, 2);
        honest.put("revisions", builder.parts().get("revisions"));
        assertThat(Attempt.of(BundleBuilder.render(honest))).isEqualTo(ALTERED);
    }

    @Test
    void alteredAttachment() throws IOException {
        Map<String, String> parts = BundleBuilder.sample().parts();
        parts.computeIfPresent("attachments", (k, v) -> v.replaceFirst("\"data\":\"....", "\"data\":\"AAAA"));
        assertThat(Attempt.of(BundleBuilder.render(parts))).isEqualTo(ALTERED);
    }

    @Test
    void alteredCard() throws IOException {
        for (DeviceKeys device : new DeviceKeys[] {Devices.AIDA, Devices.BEK}) {
            Map<String, String> parts = BundleBuilder.sample().parts();
            String name = "J-" + device.deviceId().substring(0, 3);
            parts.computeIfPresent("cards", (k, v) -> v.replace(name, "J-xyz"));
            assertThat(Attempt.of(BundleBuilder.render(parts))).isEqualTo(ALTERED);
        }
    }
}
