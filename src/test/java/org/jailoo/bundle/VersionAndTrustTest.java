package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jailoo.bundle.Trust.Standing;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** Bundles of a newer version in each of the places, and of senders that are not trusted. */
class VersionAndTrustTest {
    private static final String NEWER = Reason.NEWER_VERSION.code();
    private static final String UNTRUSTED = Reason.UNTRUSTED.code();

    private static String part(String name, UnaryOperator<String> change) throws IOException {
        Map<String, String> parts = BundleBuilder.sample().parts();
        parts.computeIfPresent(name, (k, v) -> change.apply(v));
        return Attempt.of(BundleBuilder.render(parts));
    }

    @Test
    void newerVersionOfTheBundle() throws IOException {
        assertThat(part("version", v -> "2")).isEqualTo(NEWER);
        assertThat(part("version", v -> "9007199254740991")).isEqualTo(NEWER);
        assertThat(Attempt.of("{\"format\":\"jailoo-bundle\",\"version\":2,\"whatever\":[]}"))
                .isEqualTo(NEWER);
    }

    @Test
    void newerKindOfBundle() throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        builder.manifest = m -> m.with("kind", Json.of("question")).with("digest", Json.of("other"));
        assertThat(Attempt.of(builder.bytes())).isEqualTo(NEWER);
    }

    @Test
    void newerCard() throws IOException {
        assertThat(part("cards", v -> v.replaceFirst("\"v\":1", "\"v\":2"))).isEqualTo(NEWER);
    }

    private static String header(String member, Json value) throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        Json.Obj header =
                (Json.Obj) Objects.requireNonNull(builder.revisions.get(0).get("header"));
        Json.Obj signed = BundleBuilder.sign(Devices.AIDA, header.with(member, value));
        builder.revisions.set(
                0,
                builder.revisions
                        .get(0)
                        .with("header", Objects.requireNonNull(signed.get("header")))
                        .with("signature", Objects.requireNonNull(signed.get("signature"))));
        return Attempt.of(builder.bytes());
    }

    @Test
    void newerHeaderOrKindOfRevision() throws IOException {
        assertThat(header("v", Json.of(2))).isEqualTo(NEWER);
        assertThat(header("kind", Json.of("merge"))).isEqualTo(NEWER);
        assertThat(header("v", Json.of(0))).isEqualTo(Reason.MALFORMED.code());
    }

    @Test
    void unknownSenderUnlessItIsTrustedNow() throws IOException {
        byte[] file = BundleBuilder.sample().bytes();
        Attempt stranger = new Attempt();
        stranger.trust = device -> Standing.UNKNOWN;
        assertThat(stranger.read(file)).isEqualTo(UNTRUSTED);
        stranger.trustSender = true;
        assertThat(stranger.read(file)).isEqualTo(Attempt.ACCEPTED);
    }

    @Test
    void blockedSenderWhateverIsSaid() throws IOException {
        Attempt blocked = new Attempt();
        blocked.trust = device -> Standing.BLOCKED;
        blocked.trustSender = true;
        assertThat(blocked.read(BundleBuilder.sample().bytes())).isEqualTo(UNTRUSTED);
        assertThat(((MemoryStaging) blocked.staging).revisions).isEmpty();
    }

    @Test
    void trustComesBehindTheManifestAndBeforeAllElse() throws IOException {
        Attempt stranger = new Attempt();
        stranger.trust = device -> Standing.UNKNOWN;
        Map<String, String> parts = BundleBuilder.sample().parts();
        String manifest = Objects.requireNonNull(parts.get("manifest"));
        String begun = "{\"format\":\"jailoo-bundle\",\"version\":1,\"manifest\":" + manifest;
        assertThat(stranger.read(BundleBuilder.utf8(begun))).isEqualTo(UNTRUSTED);
        assertThat(stranger.read(BundleBuilder.utf8(begun.substring(0, begun.length() - 1))))
                .isEqualTo(Reason.TRUNCATED.code());
        assertThat(stranger.read(BundleBuilder.utf8(begun.replace("\"serial\":3", "\"serial\":0"))))
                .isEqualTo(Reason.MALFORMED.code());
    }

    @Test
    void aRevisionOfABlockedOrUnknownDeviceIsTakenFromATrustedSender() throws IOException {
        Attempt attempt = new Attempt();
        attempt.trust = device -> device.equals(Devices.AIDA.deviceId()) ? Standing.TRUSTED : Standing.BLOCKED;
        assertThat(attempt.read(BundleBuilder.sample().bytes())).isEqualTo(Attempt.ACCEPTED);
    }

    @Test
    void theManifestCanBeAskedAboutBeforeAnythingIsBelieved() throws Exception {
        byte[] file = BundleBuilder.sample().bytes();
        try (UnverifiedBundle opened = UnverifiedBundle.open(
                new java.io.ByteArrayInputStream(file), java.util.List.of(), null, Progress.NONE)) {
            assertThat(opened.manifest().from()).isEqualTo(Devices.AIDA.deviceId());
            assertThat(CanonicalJson.text(opened.manifest().json())).contains("\"revisions\":4");
        }
    }
}
