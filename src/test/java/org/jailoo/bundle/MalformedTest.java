package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jailoo.identity.Card;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** Bundles against the grammar, or against a rule of the format. */
class MalformedTest {
    private static final String MALFORMED = Reason.MALFORMED.code();
    private static final String ATTACHMENT_END = "\"}]";

    private static String reason(BundleBuilder builder) throws IOException {
        return Attempt.of(builder.bytes());
    }

    private static String text(UnaryOperator<String> damage) throws IOException {
        String whole = BundleBuilder.render(BundleBuilder.sample().parts());
        String damaged = damage.apply(whole);
        assertThat(damaged).isNotEqualTo(whole);
        return Attempt.of(damaged);
    }

    private static String part(String name, UnaryOperator<String> damage) throws IOException {
        Map<String, String> parts = BundleBuilder.sample().parts();
        String whole = parts.get(name);
        parts.computeIfPresent(name, (k, v) -> damage.apply(v));
        assertThat(parts.get(name)).isNotEqualTo(whole);
        return Attempt.of(BundleBuilder.render(parts));
    }

    @Test
    void bytesAfterTheBrace() throws IOException {
        assertThat(text(t -> t + "x")).isEqualTo(MALFORMED);
        assertThat(text(t -> t + t)).isEqualTo(MALFORMED);
        assertThat(text(t -> t + "\0")).isEqualTo(MALFORMED);
        assertThat(text(t -> t + " \r\n\t")).isEqualTo(Attempt.ACCEPTED);
    }

    @Test
    void aSyntaxError() throws IOException {
        assertThat(text(t -> t.replace(",\n\"cards\"", "\n\"cards\""))).isEqualTo(MALFORMED);
        assertThat(text(t -> t.replace("\"serial\":3", "\"serial\":3.0"))).isEqualTo(MALFORMED);
        assertThat(text(t -> t.replace("\"version\":1", "\"version\":01"))).isEqualTo(MALFORMED);
        assertThat(text(t -> t.replace("\"version\":1", "\"version\":\"1\""))).isEqualTo(MALFORMED);
        assertThat(text(t -> t.replace("\"version\":1", "\"version\":0"))).isEqualTo(MALFORMED);
    }

    @Test
    void topLevelMembersInAnotherOrderMissingTwiceOrUnknown() throws IOException {
        List<Map.Entry<String, String>> parts =
                new ArrayList<>(BundleBuilder.sample().parts().entrySet());
        // The first two decide on other reasons, see EnvelopeTest.
        for (int i = 1; i < parts.size(); i++) {
            List<Map.Entry<String, String>> missing = new ArrayList<>(parts);
            missing.remove(i);
            assertThat(render(missing)).as("without %s", parts.get(i)).isEqualTo(MALFORMED);
            List<Map.Entry<String, String>> twice = new ArrayList<>(parts);
            twice.add(i, parts.get(i));
            assertThat(render(twice)).as("twice %s", parts.get(i)).isEqualTo(MALFORMED);
            List<Map.Entry<String, String>> more = new ArrayList<>(parts);
            more.add(i, Map.entry("note", "1"));
            assertThat(render(more)).as("unknown before %s", parts.get(i)).isEqualTo(MALFORMED);
            if (i > 1) {
                List<Map.Entry<String, String>> swapped = new ArrayList<>(parts);
                Collections.swap(swapped, i - 1, i);
                assertThat(render(swapped)).as("swapped %s", parts.get(i)).isEqualTo(MALFORMED);
            }
        }
        parts.add(Map.entry("note", "1"));
        assertThat(render(parts)).isEqualTo(MALFORMED);
    }

    private static String render(List<Map.Entry<String, String>> parts) throws IOException {
        List<String> members = parts.stream()
                .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                .toList();
        return Attempt.of("{" + String.join(",", members) + "}");
    }

    @Test
    void mistypedTopLevelMembers() throws IOException {
        for (String name : List.of("manifest", "signature", "cards", "revisions", "attachments")) {
            for (String value : List.of("1", "\"x\"", "null", "[[[[[[[[[[[]]]]]]]]]]]", "{\"a\":{}}", "[1]")) {
                assertThat(part(name, v -> value)).as("%s: %s", name, value).isEqualTo(MALFORMED);
            }
        }
    }

    @Test
    void unknownMembersAreMalformedInARevisionAndInAnAttachment() throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        builder.revisions.set(0, builder.revisions.get(0).with("note", Json.of("n")));
        assertThat(reason(builder)).isEqualTo(MALFORMED);
        assertThat(part("attachments", v -> v.replace("\"size\":", "\"note\":1,\"size\":")))
                .isEqualTo(MALFORMED);
        assertThat(part("attachments", v -> v.replace(ATTACHMENT_END, "\",\"note\":1}]")))
                .isEqualTo(MALFORMED);
    }

    @Test
    void unknownMembersAreKeptInAHeaderABodyValueAManifestAndACard() throws IOException {
        BundleBuilder builder = new BundleBuilder(1);
        builder.edit(Devices.AIDA, builder.uuid(), Map.of("place", Json.object(Map.of("altitude", Json.of(3016)))));
        Json.Obj revision = builder.revisions.get(0);
        Json.Obj header = (Json.Obj) java.util.Objects.requireNonNull(revision.get("header"));
        builder.revisions.set(
                0,
                BundleBuilder.sign(Devices.AIDA, header.with("note", Json.of("n")))
                        .with("salt", java.util.Objects.requireNonNull(revision.get("salt")))
                        .with("time", java.util.Objects.requireNonNull(revision.get("time")))
                        .with("body", java.util.Objects.requireNonNull(revision.get("body"))));
        builder.manifest = m -> m.with("note", Json.object(Map.of("deep", Json.of(1))));
        Map<String, String> parts = builder.parts();
        Json.Obj card = builder.cards.get(0).json().with("note", Json.of("n"));
        Json.Obj unsigned = card.without("signature");
        card = card.with(
                "signature",
                BundleBuilder.text(Devices.AIDA.sign(BundleBuilder.labelled("jailoo card 1\n", unsigned))));
        parts.put("cards", "[" + CanonicalJson.text(card) + "]");
        Attempt attempt = new Attempt();
        assertThat(attempt.read(BundleBuilder.utf8(BundleBuilder.render(parts))))
                .isEqualTo(Attempt.ACCEPTED);
        Bundle bundle = java.util.Objects.requireNonNull(attempt.bundle);
        assertThat(bundle.manifest().json().get("note")).isNotNull();
        assertThat(bundle.cards().values()).allMatch(c -> c.json().get("note") != null);
    }

    @Test
    void membersOfARevisionMissingTwiceOrMistyped() throws IOException {
        for (String member : List.of("header", "signature", "salt", "time", "body")) {
            BundleBuilder missing = BundleBuilder.sample();
            missing.revisions.set(0, missing.revisions.get(0).without(member));
            // The test's own digest needs a header.
            String reason = member.equals("header")
                    ? part("revisions", v -> v.replaceFirst("\"header\":\\{[^}]*},", ""))
                    : reason(missing);
            assertThat(reason).as("without %s", member).isEqualTo(MALFORMED);
            assertThat(part("revisions", v -> v.replaceFirst("\\{", "{\"" + member + "\":1,")))
                    .as("%s twice or mistyped", member)
                    .isEqualTo(MALFORMED);
        }
        assertThat(part("revisions", v -> v.replaceFirst("\"time\":\"[^\"]*\"", "$0,$0")))
                .isEqualTo(MALFORMED);
        assertThat(part("revisions", v -> v.replaceFirst("\"salt\":\"..", "\"salt\":\"")))
                .isEqualTo(MALFORMED);
        assertThat(part("revisions", v -> v.replaceFirst("2026-05-04", "2026-02-30")))
                .isEqualTo(MALFORMED);
        assertThat(part("revisions", v -> v.replaceFirst("\"narrative\"", "\"Narrative\"")))
                .isEqualTo(MALFORMED);
        assertThat(part("revisions", v -> v.replaceFirst("\"body\":\\{[^}]*}", "\"body\":{}")))
                .isEqualTo(MALFORMED);
        assertThat(part("revisions", v -> v.replaceFirst("==\"", "\""))).isEqualTo(MALFORMED);
    }

    @Test
    void aPurgeWithASaltATimeOrABody() throws IOException {
        for (String member : List.of("salt", "time", "body")) {
            BundleBuilder builder = BundleBuilder.sample();
            Json value =
                    java.util.Objects.requireNonNull(builder.revisions.get(0).get(member));
            builder.revisions.set(3, builder.revisions.get(3).with(member, value));
            assertThat(reason(builder)).as(member).isEqualTo(MALFORMED);
        }
        BundleBuilder builder = BundleBuilder.sample();
        Json.Obj edit = builder.revisions.get(0);
        Json.Obj purge = builder.revisions.get(3);
        for (String member : List.of("salt", "time", "body")) {
            purge = purge.with(member, java.util.Objects.requireNonNull(edit.get(member)));
        }
        builder.revisions.set(3, purge);
        assertThat(reason(builder)).isEqualTo(MALFORMED);
    }

    @Test
    void theSameRevisionTwice() throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        builder.revisions.add(builder.revisions.get(0));
        assertThat(reason(builder)).isEqualTo(MALFORMED);
    }

    @Test
    void attachmentsTwiceUnnamedOrOfAnotherSize() throws IOException {
        BundleBuilder twice = BundleBuilder.sample();
        twice.attachments.add(twice.attachments.get(0));
        assertThat(reason(twice)).isEqualTo(MALFORMED);
        BundleBuilder unnamed = BundleBuilder.sample();
        unnamed.attachments.add(new byte[10]);
        assertThat(reason(unnamed)).isEqualTo(MALFORMED);
        assertThat(part("attachments", v -> v.replace("\"size\":1000", "\"size\":999")))
                .isEqualTo(MALFORMED);
        assertThat(part("attachments", v -> v.replace("\"size\":1000", "\"size\":1001")))
                .isEqualTo(MALFORMED);
        assertThat(part("attachments", v -> v.replace("\"size\":1000", "\"size\":-1")))
                .isEqualTo(MALFORMED);
        assertThat(part("attachments", v -> v.replace("\"size\":1000,", ""))).isEqualTo(MALFORMED);
        assertThat(part("attachments", v -> v.replace(ATTACHMENT_END, " \"}]"))).isEqualTo(MALFORMED);
        assertThat(part("attachments", v -> v.replaceFirst("(\"sha256\":\"[^\"]*\"),(\"size\":1000)", "$2,$1")))
                .isEqualTo(MALFORMED);
    }

    @Test
    void anAttachmentNamedOnlyByARecordOfAnotherBundleIsUnnamed() throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        builder.revisions.remove(1);
        builder.cards.removeIf(c -> false);
        assertThat(reason(builder)).isEqualTo(MALFORMED);
    }

    @Test
    void wrongCounts() throws IOException {
        for (String member : List.of("revisions", "attachments")) {
            for (int difference : new int[] {-1, 1}) {
                BundleBuilder builder = BundleBuilder.sample();
                builder.manifest =
                        m -> m.with(member, Json.of(java.util.Objects.requireNonNull(m.integer(member)) + difference));
                assertThat(reason(builder)).as("%s %d", member, difference).isEqualTo(MALFORMED);
            }
        }
    }

    @Test
    void cardsSurplusMissingTwiceOrUnsorted() throws IOException {
        BundleBuilder surplus = BundleBuilder.sample();
        surplus.card(Devices.CHYNARA);
        assertThat(reason(surplus)).isEqualTo(MALFORMED);
        for (int i = 0; i < 2; i++) {
            BundleBuilder missing = BundleBuilder.sample();
            missing.cards.remove(i);
            assertThat(reason(missing)).isEqualTo(MALFORMED);
        }
        BundleBuilder twice = BundleBuilder.sample();
        twice.cards.add(Card.sign(Devices.BEK, 2, "newer"));
        assertThat(reason(twice)).isEqualTo(MALFORMED);
        List<String> cards = new ArrayList<>(BundleBuilder.sample().cards.stream()
                .sorted(java.util.Comparator.comparing(Card::deviceId).reversed())
                .map(c -> CanonicalJson.text(c.json()))
                .toList());
        assertThat(part("cards", v -> BundleBuilder.array(cards))).isEqualTo(MALFORMED);
    }

    @Test
    void theSenderNeedsACardEvenWhereItSignedNothing() throws IOException {
        BundleBuilder builder = new BundleBuilder(1);
        assertThat(reason(builder)).isEqualTo(Attempt.ACCEPTED);
        builder.cards.clear();
        assertThat(reason(builder)).isEqualTo(MALFORMED);
    }

    @Test
    void membersOfARevisionComeInAnyOrder() throws IOException {
        BundleBuilder builder = new BundleBuilder(1);
        builder.edit(Devices.AIDA, builder.uuid(), Map.of("narrative", Json.of("text")));
        Map<String, Json> members = new LinkedHashMap<>(builder.revisions.get(0).members());
        List<String> names = new ArrayList<>(members.keySet());
        for (int turn = 0; turn < names.size(); turn++) {
            Collections.rotate(names, 1);
            Map<String, String> parts = builder.parts();
            parts.put(
                    "revisions",
                    "[{"
                            + String.join(
                                    ",",
                                    names.stream()
                                            .map(n -> "\"" + n + "\":"
                                                    + CanonicalJson.text(
                                                            java.util.Objects.requireNonNull(members.get(n))))
                                            .toList())
                            + "}]");
            assertThat(Attempt.of(BundleBuilder.render(parts))).isEqualTo(Attempt.ACCEPTED);
        }
    }
}
