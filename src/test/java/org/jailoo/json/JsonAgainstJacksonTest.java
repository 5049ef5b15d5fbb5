package org.jailoo.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader held against Jackson, an independent one, on mutilated documents. */
class JsonAgainstJacksonTest {
    private static final int RUNS = "long".equals(System.getProperty("jailoo.size")) ? 2_000_000 : 20_000;

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            " ",
            "\n",
            "0",
            "1",
            "-",
            "-0",
            ".5",
            "e1",
            "9007199254740991",
            "9007199254740992",
            "true",
            "null",
            "\\u0041",
            "\\ud83d",
            "\\ude00",
            "\"a\":",
            "\uD83D\uDE00",
            "\u04a3",
            "\\/",
            "\u007f",
            "\t",
            "/*",
            "NaN",
            "\u2028");

    @Test
    void whatBothReadIsEqualAndWhatJacksonRefusesIsRefused() {
        int both = 0;
        int refused = 0;
        int deliberate = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = mutilate(random, document(random, 4).getBytes(StandardCharsets.UTF_8));
            String about = "seed " + seed + ": " + HexFormat.of().formatHex(bytes);
            switch (AgainstJackson.read(bytes, about)) {
                case BOTH -> both++;
                case NEITHER -> refused++;
                case JACKSON_ALONE -> deliberate++;
            }
        }
        // The proof is empty unless each outcome is met often.
        assertThat(List.of(both, refused, deliberate))
                .allMatch(n -> n > RUNS / 200, "both, refused, deliberate of " + RUNS);
    }

    private static String document(Random random, int depth) {
        String space = random.nextInt(6) == 0 ? " \n\t\r".substring(random.nextInt(4)) : "";
        StringBuilder out = new StringBuilder(space);
        int size = random.nextInt(4);
        switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> out.append(string(random));
            case 1 -> out.append(random.nextLong() >> (11 + random.nextInt(53)));
            case 2 -> out.append(random.nextBoolean());
            case 3 -> out.append(random.nextBoolean() ? "null" : string(random));
            case 4 -> {
                out.append('[');
                for (int i = 0; i < size; i++) {
                    out.append(i == 0 ? "" : ",").append(document(random, depth - 1));
                }
                out.append(']');
            }
            default -> {
                out.append('{');
                for (int i = 0; i < size; i++) {
                    out.append(i == 0 ? "" : ",")
                            .append(string(random))
                            .append(':')
                            .append(document(random, depth - 1));
                }
                out.append('}');
            }
        }
        return out.append(space).toString();
    }

    private static String string(Random random) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 ->
                    out.append(
                            List.of("\\n", "\\\"", "\\\\", "\\/", "\\b", "\\t").get(random.nextInt(6)));
                case 1 -> out.append(String.format("\\u%04x", random.nextInt(0xD800)));
                case 2 -> out.appendCodePoint(0x10000 + random.nextInt(0x100000));
                case 3 -> out.append("\\ud83d\\ude0" + random.nextInt(10));
                case 4 -> out.append((char) ('\u0400' + random.nextInt(0x200)));
                default -> out.append((char) ('a' + random.nextInt(3)));
            }
        }
        return out.append('"').toString();
    }

    private static byte[] mutilate(Random random, byte[] bytes) {
        byte[] result = bytes;
        for (int i = random.nextInt(4); i > 0 && result.length > 0; i--) {
            int at = random.nextInt(result.length);
            switch (random.nextInt(5)) {
                case 0 -> result[at] = (byte) random.nextInt(256);
                case 1 -> result[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> result = splice(result, at, at + 1, new byte[0]);
                case 3 -> result = Arrays.copyOf(result, at);
                default ->
                    result = splice(
                            result,
                            at,
                            at,
                            PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            }
        }
        return result;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + middle.length);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
