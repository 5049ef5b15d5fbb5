package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** The limits of the format, at the limit and over it. */
class LimitsTest {
    private static final String TOO_LARGE = Reason.TOO_LARGE.code();

    private static Json nested(int containers) {
        Json value = Json.of(1);
        for (int i = 0; i < containers; i++) {
            value = i % 2 == 0 ? new Json.Array(List.of(value)) : Json.object(Map.of("a", value));
        }
        return value;
    }

    private static String body(Json value) throws IOException {
        BundleBuilder builder = new BundleBuilder(1);
        return Attempt.of(builder.edit(Devices.AIDA, builder.uuid(), Map.of("group", value))
                .bytes());
    }

    /** A body that the program itself would not make. */
    private static String raw(Json value) throws IOException {
        BundleBuilder builder = new BundleBuilder(1);
        builder.edit(Devices.AIDA, builder.uuid(), Map.of("group", Json.of("MARK")));
        String text = BundleBuilder.render(builder.parts());
        return Attempt.of(text.replace("\"MARK\"", CanonicalJson.text(value)));
    }

    @Test
    void aBodyNestsThirtyTwoDeepBelowItself() throws IOException {
        assertThat(body(nested(32))).isEqualTo(Attempt.ACCEPTED);
        assertThat(raw(nested(32))).isEqualTo(Reason.ALTERED.code());
        assertThat(raw(nested(34))).isEqualTo(TOO_LARGE);
        assertThat(raw(Json.object(Map.of("a", nested(32))))).isEqualTo(TOO_LARGE);
    }

    private static String header(Json value) throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        Json.Obj purge = builder.revisions.get(3);
        Json.Obj header = (Json.Obj) Objects.requireNonNull(purge.get("header"));
        builder.revisions.set(3, BundleBuilder.sign(Devices.BEK, header.with("note", value)));
        return Attempt.of(builder.bytes());
    }

    @Test
    void aHeaderNestsEightDeepItselfIncluded() throws IOException {
        assertThat(header(nested(7))).isEqualTo(Attempt.ACCEPTED);
        assertThat(header(nested(8))).isEqualTo(TOO_LARGE);
    }

    @Test
    void aManifestNestsEightDeepItselfIncluded() throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        builder.manifest = m -> m.with("note", nested(7));
        assertThat(Attempt.of(builder.bytes())).isEqualTo(Attempt.ACCEPTED);
        builder.manifest = m -> m.with("note", nested(8));
        assertThat(Attempt.of(builder.bytes())).isEqualTo(TOO_LARGE);
    }

    @Test
    void aHeaderOfMoreThanSixteenKibibytes() throws IOException {
        assertThat(header(Json.of("x".repeat(15_900)))).isEqualTo(Attempt.ACCEPTED);
        assertThat(header(Json.of("x".repeat(16_384)))).isEqualTo(TOO_LARGE);
    }

    @Test
    void aBodyOfMoreThanEightMebibytesOrTooManyPaths() throws IOException {
        int limit = 8 * 1024 * 1024;
        assertThat(body(Json.of("x".repeat(limit - "{\"group\":\"\"}".length()))))
                .isEqualTo(Attempt.ACCEPTED);
        BundleBuilder over = new BundleBuilder(1);
        over.edit(Devices.AIDA, over.uuid(), Map.of("group", Json.of("MARK")));
        String text = BundleBuilder.render(over.parts());
        assertThat(Attempt.of(text.replace("MARK", "x".repeat(limit - "{\"group\":\"\"}".length() + 1))))
                .isEqualTo(TOO_LARGE);
        Map<String, Json> paths = new TreeMap<>();
        for (int i = 0; i < 4096; i++) {
            paths.put("tags/t" + i, Json.TRUE);
        }
        BundleBuilder full = new BundleBuilder(1);
        full.edit(Devices.AIDA, full.uuid(), paths);
        assertThat(Attempt.of(full.bytes())).isEqualTo(Attempt.ACCEPTED);
        Map<String, String> parts = full.parts();
        parts.computeIfPresent("revisions", (k, v) -> v.replace("\"tags/t0\":", "\"tags/x\":true,\"tags/t0\":"));
        assertThat(Attempt.of(BundleBuilder.render(parts))).isEqualTo(TOO_LARGE);
    }

    @Test
    void anAttachmentThatClaimsMoreThan64Mebibytes() throws IOException {
        String text = BundleBuilder.render(BundleBuilder.sample().parts());
        assertThat(Attempt.of(text.replace("\"size\":1000", "\"size\":67108865")))
                .isEqualTo(TOO_LARGE);
        assertThat(Attempt.of(text.replace("\"size\":1000", "\"size\":67108864")))
                .isEqualTo(Reason.MALFORMED.code());
    }

    @Test
    void cardsOfMoreThanSixteenMebibytesTogether() throws IOException {
        BundleBuilder builder = new BundleBuilder(1);
        Map<String, String> parts = builder.parts();
        List<String> cards = new ArrayList<>();
        Map<String, Json> sorted = new TreeMap<>();
        for (int i = 0; i < 1_100; i++) {
            DeviceKeys device = Devices.device(1_000 + i);
            // Sixteen KiB each with a member that nobody knows: together over what is kept in memory.
            Json.Obj card = Json.object(Map.of(
                    "v", Json.of(1),
                    "serial", Json.of(1),
                    "name", Json.of("x"),
                    "signingKey", BundleBuilder.text(device.verifyingKey().bytes()),
                    "recipient", Json.of(device.recipient()),
                    "note", Json.of("n".repeat(15_800))));
            byte[] signature = device.sign(BundleBuilder.labelled("jailoo card 1\n", card));
            sorted.put(device.deviceId(), card.with("signature", BundleBuilder.text(signature)));
        }
        sorted.put(Devices.AIDA.deviceId(), builder.cards.get(0).json());
        sorted.values().forEach(c -> cards.add(CanonicalJson.text(c)));
        parts.put("cards", BundleBuilder.array(cards));
        assertThat(Attempt.of(BundleBuilder.render(parts))).isEqualTo(TOO_LARGE);
    }

    /** So many revisions, which nobody comes to write. */
    private static BundleSource source(int revisions, IOException afterwards) {
        return new BundleSource() {
            @Override
            public void ids(IdTaker taker) throws IOException {
                for (int i = 0; i < revisions; i++) {
                    taker.take("0".repeat(64), true);
                }
            }

            @Override
            public void revisions(RevisionTaker taker) throws IOException {
                throw afterwards;
            }

            @Override
            public void attachments(AttachmentTaker taker) throws IOException {
                throw afterwards;
            }
        };
    }

    @Test
    void moreRevisionsThanABundleHoldsAreToldBeforeAnythingIsWritten() {
        Randoms content = new Randoms(3);
        IOException counted = new IOException("all were counted");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> BundleWriter.write(
                        content.draft(), Devices.AIDA, content.cards, source(Manifest.MAX_REVISIONS, counted), out))
                .isSameAs(counted);
        assertThatThrownBy(() -> BundleWriter.write(
                        content.draft(), Devices.AIDA, content.cards, source(Manifest.MAX_REVISIONS + 1, counted), out))
                .isInstanceOf(TooManyRevisions.class);
        assertThat(out.size()).isZero();
    }
}
