package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jailoo.history.Claim;
import org.jailoo.history.FormatException;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** What a manifest may say. */
class ManifestTest {
    private static final String MALFORMED = Reason.MALFORMED.code();
    private static final String WRITER = BundleBuilder.writer(Devices.AIDA).toString();
    private static final String OTHER = BundleBuilder.writer(Devices.BEK).toString();

    private static String reason(UnaryOperator<Json.Obj> change) throws IOException {
        BundleBuilder builder = BundleBuilder.sample();
        builder.manifest = change;
        return Attempt.of(builder.bytes());
    }

    private static Json.Obj claim(String ranges) {
        return Json.object(Map.of("ranges", Json.of(ranges), "ids", Json.of("a".repeat(64))));
    }

    private static String has(Map<String, Json> has, Map<String, Json> withheld) throws IOException {
        return reason(m -> m.with("has", Json.object(has)).with("withheld", Json.object(withheld)));
    }

    @Test
    void everyMemberIsWantedAndOfItsKind() throws IOException {
        Json.Obj whole = (Json.Obj) org.jailoo.json.JsonReader.parse(
                BundleBuilder.utf8(
                        Objects.requireNonNull(BundleBuilder.sample().parts().get("manifest"))),
                8);
        for (String member : whole.members().keySet()) {
            // Without a sender to ask about it is malformed as well.
            assertThat(reason(m -> m.without(member))).as("without %s", member).isEqualTo(MALFORMED);
            for (Json value : List.of(Json.NULL, Json.TRUE, Json.of(-1), Json.texts(List.of("x")))) {
                assertThat(reason(m -> m.with(member, value)))
                        .as("%s: %s", member, value)
                        .isEqualTo(MALFORMED);
            }
            if (!member.equals("kind")) {
                assertThat(reason(m -> m.with(member, Json.of("X")))).as(member).isEqualTo(MALFORMED);
            }
        }
    }

    @Test
    void textsKeepTheirGrammar() throws IOException {
        assertThat(reason(m -> m.with("bundle", Json.of("6F1C2D34-5e6f-4a7b-8c9d-0e1f2a3b4c5d"))))
                .isEqualTo(MALFORMED);
        assertThat(reason(m -> m.with("created", Json.of("2026-13-04T10:20:30Z"))))
                .isEqualTo(MALFORMED);
        assertThat(reason(m -> m.with("instance", Json.of("A".repeat(32))))).isEqualTo(MALFORMED);
        assertThat(reason(m -> m.with("digest", Json.of("a".repeat(63))))).isEqualTo(MALFORMED);
        assertThat(reason(m -> m.with("serial", Json.of(0)))).isEqualTo(MALFORMED);
        assertThat(reason(m -> m.with("lacks", Json.texts(List.of("a".repeat(64))))))
                .isEqualTo(Attempt.ACCEPTED);
        assertThat(reason(m -> m.with("scope", Json.of("codes")).with("since", Json.of("changes"))))
                .isEqualTo(Attempt.ACCEPTED);
    }

    @Test
    void withheldLiesWithinHas() throws IOException {
        Map<String, Json> has = Map.of(WRITER, claim("1-40,42"));
        assertThat(has(has, Map.of(WRITER, Json.of("3-5,40,42")))).isEqualTo(Attempt.ACCEPTED);
        assertThat(has(has, Map.of(WRITER, Json.of("1-40,42")))).isEqualTo(Attempt.ACCEPTED);
        assertThat(has(has, Map.of(WRITER, Json.of("40-41")))).isEqualTo(MALFORMED);
        assertThat(has(has, Map.of(WRITER, Json.of("43")))).isEqualTo(MALFORMED);
        assertThat(has(has, Map.of(OTHER, Json.of("1")))).isEqualTo(MALFORMED);
    }

    @Test
    void rangesAndWritersKeepTheirGrammar() throws IOException {
        for (String ranges : List.of("0-4", "4-3", "1-3,4", "5,1", "01", "1-", "x", "1,,2", "2147483649")) {
            assertThat(has(Map.of(WRITER, claim(ranges)), Map.of())).as(ranges).isEqualTo(MALFORMED);
        }
        assertThat(has(Map.of(WRITER, claim("2147483648")), Map.of())).isEqualTo(Attempt.ACCEPTED);
        assertThat(has(Map.of(WRITER + "0", claim("1")), Map.of())).isEqualTo(MALFORMED);
        assertThat(has(Map.of(WRITER, claim("1").without("ids")), Map.of())).isEqualTo(MALFORMED);
        assertThat(has(Map.of(WRITER, claim("1").with("note", Json.of(1))), Map.of()))
                .isEqualTo(Attempt.ACCEPTED);
    }

    private static String ranges(int count, int from) {
        SeqRanges.Builder builder = new SeqRanges.Builder();
        for (int i = 0; i < count; i++) {
            builder.add(from + 2L * i);
        }
        return builder.build().text();
    }

    @Test
    void tenThousandRangesInAll() throws IOException {
        Map<String, Json> full = Map.of(WRITER, claim(ranges(6_000, 1)), OTHER, claim(ranges(4_000, 1)));
        assertThat(has(full, Map.of())).isEqualTo(Attempt.ACCEPTED);
        Map<String, Json> over = Map.of(WRITER, claim(ranges(6_000, 1)), OTHER, claim(ranges(4_001, 1)));
        assertThat(has(over, Map.of())).isEqualTo(Reason.TOO_LARGE.code());
        Map<String, Json> wide = Map.of(WRITER, claim("1-20002"));
        assertThat(has(wide, Map.of(WRITER, Json.of(ranges(10_001, 1))))).isEqualTo(Reason.TOO_LARGE.code());
    }

    @Test
    void aManifestOfMoreThanOneMebibyte() throws IOException {
        assertThat(reason(m -> m.with("note", Json.of("x".repeat(1 << 20))))).isEqualTo(Reason.TOO_LARGE.code());
        assertThat(reason(m -> m.with("note", Json.of("x".repeat(1_047_000))))).isEqualTo(Attempt.ACCEPTED);
    }

    @Test
    void moreThanAMillionRevisions() throws IOException {
        assertThat(reason(m -> m.with("revisions", Json.of(1_000_001)))).isEqualTo(Reason.TOO_LARGE.code());
        assertThat(reason(m -> m.with("revisions", Json.of(1_000_000)))).isEqualTo(MALFORMED);
    }

    @Test
    void aReceiptHasNoContent() throws IOException {
        assertThat(reason(m -> m.with("kind", Json.of("receipt")))).isEqualTo(MALFORMED);
        BundleBuilder receipt = new BundleBuilder(1);
        receipt.manifest = m -> m.with("kind", Json.of("receipt"));
        assertThat(Attempt.of(receipt.bytes())).isEqualTo(Attempt.ACCEPTED);
        receipt.manifest = m -> m.with("kind", Json.of("receipt")).with("attachments", Json.of(1));
        assertThat(Attempt.of(receipt.bytes())).isEqualTo(MALFORMED);
    }

    @Test
    void whatIsBuiltIsWhatIsRead() throws FormatException {
        Writer writer = Writer.parse(WRITER);
        Knowledge knowledge = new Knowledge(
                new TreeMap<>(Map.of(writer, new Claim(SeqRanges.parse("1-4,6", 9), "b".repeat(64)))),
                new TreeMap<>(Map.of(writer, SeqRanges.parse("2", 9))),
                new TreeSet<>(List.of("c".repeat(64))));
        Manifest.Draft draft = draft(knowledge);
        Manifest manifest = draft.with(new Manifest.Inside(5, 2, "d".repeat(64)));
        Manifest read = Manifest.of(manifest.json());
        assertThat(read.json()).isEqualTo(manifest.json());
        assertThat(read.knowledge()).isEqualTo(knowledge);
        assertThat(read.from()).isEqualTo(writer.device());
        assertThat(read.instance()).isEqualTo(writer.instance());
        assertThat(read.to()).containsExactly(Devices.CHYNARA.deviceId());
        assertThat(read.serial()).isEqualTo(12);
        assertThat(read.scope()).isEqualTo(Manifest.Scope.CODES);
        assertThat(read.since()).isEqualTo(Manifest.Since.CHANGES);
        assertThat(read.revisions()).isEqualTo(5);
        assertThat(read.attachments()).isEqualTo(2);
    }

    @Test
    void aWriterCountsRangesOfBothTogether() throws FormatException {
        Writer writer = Writer.parse(WRITER);
        Knowledge knowledge = new Knowledge(
                new TreeMap<>(Map.of(writer, new Claim(SeqRanges.parse(ranges(6_000, 1), 9_999), "b".repeat(64)))),
                new TreeMap<>(Map.of(writer, SeqRanges.parse(ranges(4_001, 1), 9_999))),
                new TreeSet<>());
        Manifest.Draft draft = draft(knowledge);
        assertThatThrownBy(() -> draft.with(new Manifest.Inside(0, 0, "d".repeat(64))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aManifestOfMoreThanOneMebibyteIsNotBuilt() {
        TreeSet<String> lacks = new TreeSet<>();
        for (int i = 0; i < 16_000; i++) {
            lacks.add(BundleBuilder.sha256(BundleBuilder.utf8("file " + i)));
        }
        Manifest.Draft draft = draft(new Knowledge(new TreeMap<>(), new TreeMap<>(), lacks));
        assertThatThrownBy(() -> draft.with(new Manifest.Inside(0, 0, "d".repeat(64))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Manifest.Draft draft(Knowledge knowledge) {
        return new Manifest.Draft(
                "6f1c2d34-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
                Manifest.Kind.RECORDS,
                BundleBuilder.writer(Devices.AIDA),
                12,
                BundleBuilder.TIME,
                List.of(Devices.CHYNARA.deviceId()),
                Manifest.Scope.CODES,
                Manifest.Since.CHANGES,
                knowledge);
    }
}
