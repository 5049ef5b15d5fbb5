package org.jailoo.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jailoo.history.FormatException.Fault;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a revision may look like, member by member (bundle.md §3). */
class RevisionFormatTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final Json.Obj EDIT = Story.json("{'v':1,'kind':'edit','record':'" + Story.RECORD
            + "','type':'interview','parents':['" + A + "','" + B + "'],'device':'" + Story.DEVICE + "','instance':'"
            + "0f".repeat(16) + "','seq':7,'body':'" + A + "'}");
    private static final Json.Obj PURGE =
            EDIT.without("body").with("kind", Json.of("purge")).with("parents", Json.texts(List.of()));
    /** The id of the revision written out in {@link #idAndBodyHashAreThoseOfTheFormat}, for other programs to meet. */
    private static final String VECTOR = "8a467f0093acd8c7601f9baded0a235fcf62b0b938c99f219c8926ce3fbc1971";

    private static final String TIME = "2026-05-01T10:00:00Z";

    @Test
    void goodHeadersAreRead() throws FormatException {
        Header edit = Header.of(EDIT);
        assertThat(edit.isEdit()).isTrue();
        assertThat(edit.record()).isEqualTo(Story.RECORD);
        assertThat(edit.type()).isEqualTo("interview");
        assertThat(edit.parents()).containsExactly(A, B);
        assertThat(edit.writer()).isEqualTo(Writer.parse(Story.DEVICE + "/" + "0f".repeat(16)));
        assertThat(edit.seq()).isEqualTo(7);
        assertThat(edit.bodyHash()).isEqualTo(A);
        assertThat(edit.canonical()).isEqualTo(CanonicalJson.bytes(EDIT));
        assertThat(edit.id())
                .isEqualTo(Header.edit(edit.record(), edit.type(), edit.parents(), edit.writer(), 7, A)
                        .id());

        Header purge = Header.of(PURGE);
        assertThat(purge.isEdit()).isFalse();
        assertThat(purge.bodyHash()).isNull();
        assertThat(purge.id())
                .isEqualTo(Header.purge(purge.record(), purge.type(), purge.writer(), 7)
                        .id());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void headersThatAreNotOfTheFormatAreRefused(Fault fault, String why, Json.Obj header) {
        assertThat(fault(() -> Header.of(header))).isEqualTo(fault);
    }

    static Stream<Arguments> headersThatAreNotOfTheFormatAreRefused() {
        List<Arguments> rows = new ArrayList<>();
        for (String name : EDIT.members().keySet()) {
            rows.add(Arguments.of(Fault.MALFORMED, "no " + name, EDIT.without(name)));
            for (String wrong : List.of("null", "true", "-1", "{}", "[1]", "''", "'é'")) {
                rows.add(bad(name, wrong));
            }
        }
        rows.removeIf(row -> row.get()[1].toString().matches("kind '.*'"));
        rows.add(Arguments.of(Fault.NEWER_VERSION, "v 2", EDIT.with("v", Json.of(2))));
        rows.add(Arguments.of(Fault.NEWER_VERSION, "kind", EDIT.with("kind", Json.of("merge"))));
        rows.add(bad("v", "0"));
        rows.add(bad("v", "'1'"));
        rows.add(bad("record", "'11111111-1111-1111-8111-111111111111'"));
        rows.add(bad("record", "'11111111-1111-4111-c111-111111111111'"));
        rows.add(bad("record", "'AAAAAAAA-1111-4111-8111-111111111111'"));
        rows.add(bad("record", "'1111111111114111811111111111111111'"));
        rows.add(bad("type", "'Interview'"));
        rows.add(bad("type", "'inter_view'"));
        rows.add(bad("type", "'1'"));
        rows.add(bad("type", "'" + "a".repeat(65) + "'"));
        rows.add(bad("device", "'" + "D".repeat(32) + "'"));
        rows.add(bad("device", "'" + "d".repeat(31) + "'"));
        rows.add(bad("device", "'" + "d".repeat(33) + "'"));
        rows.add(bad("instance", "'" + "g".repeat(32) + "'"));
        rows.add(bad("seq", "0"));
        rows.add(bad("seq", "'7'"));
        rows.add(bad("body", "'" + "a".repeat(63) + "'"));
        rows.add(bad("body", "'" + "A".repeat(64) + "'"));
        rows.add(bad("parents", "['" + B + "','" + A + "']"));
        rows.add(bad("parents", "['" + A + "','" + A + "']"));
        rows.add(bad("parents", "['" + "a".repeat(63) + "']"));
        rows.add(bad("parents", "['" + "A".repeat(64) + "']"));
        rows.add(bad("parents", "[null]"));
        rows.add(Arguments.of(Fault.MALFORMED, "65 parents", EDIT.with("parents", Json.texts(ids(65)))));
        rows.add(Arguments.of(Fault.MALFORMED, "purge with parents", PURGE.with("parents", Json.texts(List.of(A)))));
        rows.add(Arguments.of(Fault.MALFORMED, "purge with a body", PURGE.with("body", Json.of(A))));
        rows.add(Arguments.of(Fault.MALFORMED, "purge with a null body", PURGE.with("body", Json.NULL)));
        rows.add(Arguments.of(Fault.TOO_LARGE, "16 KiB and a byte", ofSize(Header.MAX_BYTES + 1)));
        return rows.stream();
    }

    private static Arguments bad(String name, String value) {
        Json wrong = Story.json("{'x':" + value + "}").members().get("x");
        return Arguments.of(Fault.MALFORMED, name + " " + value, EDIT.with(name, wrong == null ? Json.NULL : wrong));
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format("%064x", i))
                .toList();
    }

    /** A good header of so many bytes, by an unknown member. */
    private static Json.Obj ofSize(int bytes) {
        int bare = CanonicalJson.bytes(EDIT.with("later", Json.of(""))).length;
        return EDIT.with("later", Json.of("x".repeat(bytes - bare)));
    }

    @Test
    void theLargestHeadersAreRead() throws FormatException {
        assertThat(Header.of(ofSize(Header.MAX_BYTES)).canonical()).hasSize(16 * 1024);
        assertThat(Header.of(EDIT.with("parents", Json.texts(ids(64)))).parents())
                .hasSize(64);
        assertThat(Header.of(EDIT.with("parents", Json.texts(List.of()))).parents())
                .isEmpty();
        assertThat(Header.of(EDIT.with("seq", Json.of(Json.Int.MAX))).seq()).isEqualTo(Json.Int.MAX);
    }

    @Test
    void unknownMembersOfAHeaderAreKeptAndHashed() throws FormatException {
        Header plain = Header.of(EDIT);
        Header later = Header.of(EDIT.with("later", Story.json("{'b':[1,null],'a':'ң'}")));
        assertThat(new String(later.canonical(), UTF_8)).contains("\"later\":{\"a\":\"ң\",\"b\":[1,null]}");
        assertThat(later.id()).isNotEqualTo(plain.id());
    }

    /** Once more from the text of the format, with another JSON library and the JDK's digest. */
    @Test
    void idAndBodyHashAreThoseOfTheFormat() throws Exception {
        JsonMapper mapper = JsonMapper.builder()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        Map<String, Object> body = Map.of(
                "code",
                "KG-Ош-17",
                "journeys/33333333-3333-4333-8333-333333333333",
                Map.of("sector", "construction", "from", "2019-04"),
                "languages/ky",
                true,
                "narrative",
                "Ал «кечирип коюңуз» деди \uD83D\uDE00");
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        hashed.write(salt);
        hashed.write(
                mapper.writeValueAsString(Map.of("body", body, "time", TIME)).getBytes(UTF_8));
        String bodyHash = sha256(hashed.toByteArray());
        Map<String, Object> header = Map.of(
                "v",
                1,
                "kind",
                "edit",
                "record",
                Story.RECORD,
                "type",
                "interview",
                "parents",
                List.of(A, B),
                "device",
                Story.DEVICE,
                "instance",
                "0f".repeat(16),
                "seq",
                7,
                "body",
                bodyHash);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.write("jailoo revision 1\n".getBytes(UTF_8));
        signed.write(mapper.writeValueAsString(header).getBytes(UTF_8));
        String id = sha256(signed.toByteArray());

        Content content = Content.of(salt, TIME, Story.json(mapper.writeValueAsString(body)));
        Header ours = Header.edit(
                Story.RECORD, "interview", List.of(A, B), new Writer(Story.DEVICE, "0f".repeat(16)), 7, content.hash());
        assertThat(content.hash()).isEqualTo(bodyHash);
        assertThat(ours.signedBytes()).isEqualTo(signed.toByteArray());
        assertThat(ours.id()).isEqualTo(id).isEqualTo(VECTOR);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void contentsThatAreNotOfTheFormatAreRefused(Fault fault, String why, int salt, String time, Json.Obj body) {
        assertThat(fault(() -> Content.of(new byte[salt], time, body))).isEqualTo(fault);
    }

    static Stream<Arguments> contentsThatAreNotOfTheFormatAreRefused() {
        List<Arguments> rows = new ArrayList<>();
        Json.Obj good = Story.json("{'code':'A'}");
        rows.add(Arguments.of(Fault.MALFORMED, "short salt", 15, TIME, good));
        rows.add(Arguments.of(Fault.MALFORMED, "long salt", 17, TIME, good));
        rows.add(Arguments.of(Fault.MALFORMED, "empty body", 16, TIME, Json.object()));
        for (String time : List.of(
                "",
                "2026-02-29T10:00:00Z",
                "2100-02-29T10:00:00Z",
                "2026-04-31T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-00-01T10:00:00Z",
                "2026-01-00T10:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T10:60:00Z",
                "2026-01-01T10:00:60Z",
                "2026-01-01t10:00:00z",
                "2026-01-01 10:00:00Z",
                "2026-01-01T10:00:00",
                "2026-01-01T10:00:00.0Z",
                "2026-01-01T10:00:00+0",
                "-026-01-01T10:00:00Z",
                "202６-01-01T10:00:00Z")) {
            rows.add(Arguments.of(Fault.MALFORMED, "time " + time, 16, time, good));
        }
        for (String body : List.of(
                "{'Code':'A'}",
                "{'':'A'}",
                "{'code':['A']}",
                "{'code/':true}",
                "{'/x':true}",
                "{'a/b/c':true}",
                "{'languages/ky':false}",
                "{'languages/ky':'ky'}",
                "{'languages/ky':{}}",
                "{'languages/кы':true}",
                "{'deleted':false}",
                "{'deleted':{}}",
                "{'deleted/x':true}",
                "{'code':'A','x y':1}",
                "{'" + "a".repeat(65) + "':1}",
                "{'a/" + "b".repeat(65) + "':true}")) {
            rows.add(Arguments.of(Fault.MALFORMED, "body " + body, 16, TIME, Story.json(body)));
        }
        rows.add(Arguments.of(Fault.TOO_LARGE, "4,097 paths", 16, TIME, paths(4097)));
        rows.add(Arguments.of(Fault.TOO_LARGE, "8 MiB and a byte", 16, TIME, ofBytes(8 * 1024 * 1024 + 1)));
        rows.add(Arguments.of(Fault.TOO_LARGE, "33 deep", 16, TIME, deep(33)));
        return rows.stream();
    }

    private static Json.Obj paths(int count) {
        TreeMap<String, Json> paths = new TreeMap<>();
        IntStream.range(0, count).forEach(i -> paths.put("p" + i, Json.of(i)));
        return Json.object(paths);
    }

    private static Json.Obj ofBytes(int bytes) {
        return Story.json("{}").with("n", Json.of("x".repeat(bytes - "{\"n\":\"\"}".length())));
    }

    /** A body with so many containers below it, arrays and objects in turn. */
    private static Json.Obj deep(int levels) {
        Json value = Json.of("bottom");
        for (int i = levels; i > 0; i--) {
            value = i % 2 == 0 ? new Json.Array(List.of(value)) : Json.object(Map.of("x", value));
        }
        return Json.object(Map.of("group", value));
    }

    @Test
    void theLargestContentsAreRead() throws FormatException {
        byte[] salt = new byte[16];
        assertThat(Content.of(salt, TIME, paths(4096)).body().members()).hasSize(4096);
        assertThat(Content.of(salt, TIME, ofBytes(8 * 1024 * 1024)).canonicalBody())
                .hasSize(8 * 1024 * 1024);
        assertThat(Content.of(salt, TIME, deep(32)).body()).isEqualTo(deep(32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2106-02-07T06:28:15Z",
                "2024-02-29T23:59:59Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void noClockIsRefused(String time) throws FormatException {
        assertThat(Content.of(new byte[16], time, Story.json("{'code':'A'}")).time())
                .isEqualTo(time);
        assertThat(Content.timeText(java.time.Instant.parse(time))).isEqualTo(time);
    }

    @Test
    void clockBeyondTheFormatIsWrittenAsTheNearestTime() {
        assertThat(Content.timeText(java.time.Instant.MAX)).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(Content.timeText(java.time.Instant.MIN)).isEqualTo("0000-01-01T00:00:00Z");
        assertThat(Content.timeText(java.time.Instant.parse("2026-05-01T10:00:00.999Z")))
                .isEqualTo(TIME);
    }

    @Test
    void saltTimeAndBodyAllEnterTheHash() throws FormatException {
        Json.Obj body = Story.json("{'code':'A'}");
        byte[] salt = new byte[16];
        byte[] otherSalt = new byte[16];
        otherSalt[15] = 1;
        assertThat(Stream.of(
                        Content.of(salt, TIME, body).hash(),
                        Content.of(otherSalt, TIME, body).hash(),
                        Content.of(salt, "2026-05-01T10:00:01Z", body).hash(),
                        Content.of(salt, TIME, Story.json("{'code':'B'}")).hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void revisionWhoseBodyIsNotTheOneItNamesIsAltered() throws FormatException {
        Content content = Content.of(new byte[16], TIME, Story.json("{'code':'A'}"));
        Content other = Content.of(new byte[16], TIME, Story.json("{'code':'B'}"));
        Header edit = Header.of(EDIT.with("body", Json.of(content.hash())));
        assertThat(new Revision(edit, "", content).checked().id()).isEqualTo(edit.id());
        assertThat(new Revision(edit, "", null).checked().content()).isNull();
        assertThat(fault(() -> new Revision(edit, "", other).checked())).isEqualTo(Fault.ALTERED);
        assertThat(fault(() -> new Revision(Header.of(PURGE), "", content).checked()))
                .isEqualTo(Fault.MALFORMED);
        assertThat(new Revision(Header.of(PURGE), "", null).checked().content()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "ab/cd", "D/e", "x"})
    void otherTextsAreNoWriter(String text) {
        String padded = text.equals("D/e") ? "D".repeat(32) + "/" + "e".repeat(32) : text;
        assertThat(fault(() -> Writer.parse(padded))).isEqualTo(Fault.MALFORMED);
    }

    private static Fault fault(ThrowingCallable call) {
        FormatException refused = catchThrowableOfType(FormatException.class, call);
        assertThat(refused).as("refused").isNotNull();
        return refused.fault();
    }
}
