package org.jailoo.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jailoo.json.JsonException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal of section 1 of the bundle format, each at the top, in an array and as a member. */
class JsonReaderRefusalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1.",
                "0.5",
                "1e3",
                "1E3",
                "1e-1",
                "0e0",
                "-0",
                "-0.0",
                "-01",
                "00",
                "01",
                "+1",
                ".5",
                "- 1",
                "--1",
                "9007199254740992",
                "-9007199254740992",
                "99999999999999999999999999",
                "0x10",
                "1_000",
                "NaN",
                "Infinity",
                "-Infinity"
            })
    void numberThatIsNoIntegerOfTheFormatIsMalformed(String number) {
        refusedEverywhere(number.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a':1}",
                "{a:1}",
                "{\"a\" 1}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1;\"b\":2}",
                "{\"a\"}",
                "{\"a\":}",
                "{1:2}",
                "{null:2}",
                "{\"a\":1]",
                "[1,]",
                "[,1]",
                "[,]",
                "[1 2]",
                "[1}",
                "[1,,2]",
                "]",
                "}",
                ",",
                ":",
                "True",
                "nul1",
                "trux",
                "NULL",
                "undefined",
                "//x\n1",
                "/*x*/1",
                "#x\n1",
                "\u00A01",
                "\u000B1",
                "'a'"
            })
    void brokenSyntaxIsMalformed(String text) {
        refusedEverywhere(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"b\":{\"x\":[{\"a\":1,\"c\":{},\"a\":2}]}}",
                "{\"\":1,\"\":1}",
                "{\"\\ud83d\\ude00\":1,\"\uD83D\uDE00\":2}"
            })
    void memberThatStandsTwiceIsMalformed(String text) {
        refusedEverywhere(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800x\"",
                "\"\\ud800\\n\"",
                "\"\\ud800\\ud800\\udc00\"",
                "\"\\udc00\\ud800\"",
                "\"\\uDBFF\\u0041\"",
                "\"\\a\"",
                "\"\\'\"",
                "\"\\x41\"",
                "\"\\U0041\"",
                "\"\\u00g0\"",
                "\"\\u 041\"",
                "\"\\u+041\"",
                "\"\\0\"",
                "\"\\\n\""
            })
    void wrongEscapeIsMalformed(String text) {
        refusedEverywhere(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Half a pair written as an escape and half as bytes is no pair. */
    @Test
    void escapedHighSurrogateBeforeRawLowSurrogateIsMalformed() {
        refusedEverywhere(HexFormat.of().parseHex("22" + "5c7564383364" + "edb880" + "22"));
    }

    @ParameterizedTest
    @CsvSource({
        "overlong slash,c0af",
        "overlong NUL,c080",
        "overlong in two bytes,c1bf",
        "overlong in three bytes,e080af",
        "overlong in three bytes just below,e09fbf",
        "overlong in four bytes,f08080af",
        "overlong in four bytes just below,f08fbfbf",
        "first surrogate,eda080",
        "last surrogate,edbfbf",
        "a pair as two surrogates,eda0bdedb880",
        "beyond U+10FFFF,f4908080",
        "far beyond,f7bfbfbf",
        "five bytes,f888808080",
        "six bytes,fc8480808080",
        "continuation alone,80",
        "last continuation alone,bf",
        "lead without continuation,c361",
        "three without the last,e28261",
        "four without the last,f09f9861",
        "lead before lead,c3c3a9",
        "fe,fe",
        "ff,ff"
    })
    void invalidUtf8IsMalformed(String what, String hex) {
        refusedEverywhere(HexFormat.of().parseHex("22" + hex + "22"));
        refusedEverywhere(HexFormat.of().parseHex("2261" + hex + "6222"));
        refusedEverywhere(HexFormat.of().parseHex("7b22" + hex + "223a317d"));
    }

    @Test
    void byteOrderMarkIsMalformed() {
        refusedEverywhere(HexFormat.of().parseHex("efbbbf31"));
        refused(HexFormat.of().parseHex("feff0031"));
        refused(HexFormat.of().parseHex("fffe3100"));
        refused(HexFormat.of().parseHex("31000000"));
    }

    @Test
    void controlCharacterInAStringIsMalformed() {
        for (char c = 0; c < 0x20; c++) {
            refusedEverywhere(("\"" + c + "\"").getBytes(StandardCharsets.UTF_8));
            refusedEverywhere(("{\"" + c + "\":1}").getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 1", "{}{}", "[]]", "{}}", "null,", "\"\"\"\"", "true\u0000", "truex", "1x", "{} #", "1-"})
    void bytesAfterTheValueAreMalformed(String text) {
        refused(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same refusals where a reader walks the members itself, as it does in a bundle. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,}",
                "{,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":1}",
                "{\"a\" 1}",
                "{1:1}",
                "[",
                "\"a\"",
                "{\"a\":[1,]}",
                "{\"a\":[,1]}",
                "{\"a\":[1 1]}",
                "{\"a\":[1}}",
                "{\"\\ud800\":1}"
            })
    void brokenSyntaxIsMalformedWhileStreamingToo(String text) {
        JsonReader reader = new JsonReader(stream(text));
        JsonException e = catchThrowableOfType(JsonException.class, () -> walk(reader));
        assertThat(e).as(text).isNotNull();
        assertThat(e.kind()).as(text).isEqualTo(Kind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " { } ", "{\"a\":[]}", "{\"a\":[1],\"b\":[1,[2],{\"c\":3}] , \"d\":[ ] }\n"})
    void wellFormedDocumentIsWalkedToItsEnd(String text) throws IOException {
        JsonReader reader = new JsonReader(stream(text));
        walk(reader);
        reader.endDocument();
    }

    private static void walk(JsonReader reader) throws IOException {
        reader.beginObject();
        for (String name = reader.nextName(64); name != null; name = reader.nextName(64)) {
            if (name.equals("a") || name.equals("b") || name.equals("d")) {
                reader.beginArray();
                while (reader.nextItem()) {
                    var unused = reader.readValue(4, 1000);
                }
            }
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refusedEverywhere(byte[] value) {
        refused(value);
        refused(around("[", value, "]"));
        refused(around("[1, ", value, " ,2]"));
        refused(around("{\"m\":", value, "}"));
        refused(around("{\"m\":{\"n\":[", value, "]},\"o\":1}"));
    }

    private static void refused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        JsonException e = catchThrowableOfType(JsonException.class, () -> JsonReader.parse(bytes, 16));
        assertThat(e).as("%s is let through", text).isNotNull();
        assertThat(e.kind()).as(text).isEqualTo(Kind.MALFORMED);
    }

    private static byte[] around(String before, byte[] value, String after) {
        byte[] head = before.getBytes(StandardCharsets.US_ASCII);
        byte[] tail = after.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + value.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(value, 0, all, head.length, value.length);
        System.arraycopy(tail, 0, all, head.length + value.length, tail.length);
        return all;
    }
}
