package org.jailoo.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** RFC 8785 within the subset of the format; vectors of its sections 3.2.2 to 3.2.4 where they have no fractions. */
class CanonicalJsonTest {
    @Test
    void stringOfTheRfcIsEscapedAsTheRfcSays() throws JsonException {
        // RFC 8785, 3.2.2 (string) and 3.2.4 (its bytes).
        String input =
                "{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", \"literals\": [null, true,"
                        + " false]}";
        String expected =
                "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c22737472696e67223a22e282ac245c753030"
                        + "30665c6e412742" + "5c225c5c5c5c5c222f227d";

        assertThat(HexFormat.of().formatHex(CanonicalJson.bytes(read(input)))).isEqualTo(expected);
    }

    @Test
    void membersOfTheRfcAreSortedByUtf16Units() throws JsonException {
        // RFC 8785, 3.2.3. U+1F600 is D83D DE00 and stands before U+FB33, though its code point is greater.
        String input = "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With"
                + " Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";

        assertThat(((Json.Obj) read(input)).members().values())
                .extracting(v -> ((Json.Text) v).value())
                .containsExactly(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
        assertThat(CanonicalJson.text(read(input)))
                .startsWith("{\"\\r\":")
                .contains("\"\uD83D\uDE00\":\"Emoji: Grinning Face\",\"\uFB33\"");
    }

    @Test
    void foreignOrderOfAMapDoesNotReachTheBytes() {
        TreeMap<String, Json> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.put("a", Json.of(1));
        backwards.put("b", Json.of(2));

        assertThat(CanonicalJson.text(new Json.Obj(backwards))).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(CanonicalJson.text(Json.object(backwards))).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(CanonicalJson.text(new Json.Obj(backwards).with("A", Json.NULL)))
                .isEqualTo("{\"A\":null,\"a\":1,\"b\":2}");
    }

    @Test
    void controlCharactersTakeTheirShortestEscapeAndNothingElseIsEscaped() {
        assertThat(CanonicalJson.text(Json.of("\b\t\n\f\r\"\\/\u0000\u001f\u007f\u0080\u2028\uFFFF")))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0000\\u001f\u007f\u0080\u2028\uFFFF\"");
        assertThat(CanonicalJson.text(Json.of("\u0001".repeat(1000)))).isEqualTo('"' + "\\u0001".repeat(1000) + '"');
        assertThat(CanonicalJson.text(Json.of("\u0001\uFFFF".repeat(1000))))
                .isEqualTo('"' + "\\u0001\uFFFF".repeat(1000) + '"');
    }

    @Test
    void everyCodePointIsWrittenAsTheJdkWritesItAndReadBack() throws JsonException {
        for (int point = 0x20; point <= Character.MAX_CODE_POINT; point++) {
            if (point == '"' || point == '\\' || (point >= 0xD800 && point <= 0xDFFF)) {
                continue;
            }
            String text = Character.toString(point);
            byte[] bytes = CanonicalJson.bytes(Json.of(text));
            if (!new String(bytes, StandardCharsets.UTF_8).equals('"' + text + '"')
                    || !JsonReader.parse(bytes, 0).equals(Json.of(text))) {
                throw new AssertionError("U+" + Integer.toHexString(point));
            }
        }
    }

    @Test
    void integersAreWrittenPlainly() throws JsonException {
        assertThat(CanonicalJson.text(read("[0,-1,9007199254740991,-9007199254740991,100000000000000]")))
                .isEqualTo("[0,-1,9007199254740991,-9007199254740991,100000000000000]");
        assertThatThrownBy(() -> Json.of(1L << 53)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.of(-(1L << 53))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whiteSpaceAndTheOrderOfMembersLeaveNoTrace() throws JsonException {
        assertThat(CanonicalJson.text(read(" { \"b\" :\t[ 1 , { } , [ ] ] ,\r\n \"a\" : \"\" } ")))
                .isEqualTo("{\"a\":\"\",\"b\":[1,{},[]]}");
    }

    @Test
    void loneSurrogateHasNoBytes() {
        for (String text : new String[] {"\uD83D", "\uDE00", "\uD83Dx", "\uDE00\uD83D", "x\uD83D\uD83D\uDE00"}) {
            assertThatThrownBy(() -> CanonicalJson.bytes(Json.of(text))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CanonicalJson.bytes(Json.object().with(text, Json.NULL)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Json read(String text) throws JsonException {
        return JsonReader.parse(text.getBytes(StandardCharsets.UTF_8), 8);
    }
}
