package org.jailoo.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jailoo.json.JsonException.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Input that ends too early, and input that is too deep or too large. */
class JsonReaderLimitsTest {
    private static final List<String> VALID = List.of(
            "{\"format\":\"jailoo-bundle\",\"version\":1,\"manifest\":{\"to\":[],\"since\":\"everything\"},\"cards\":[{}]}",
            "[true,false,null,0,-1,9007199254740991,\"\",[],{},[[[]]]]",
            " { \"a\" : [ 1 , -20 , \"x\" ] , \"b\" : { \"c\" : null } }",
            "\"\\u20ac\\ud83d\\ude00\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
            "{\"\u04a3\u04e9\u04af\":\"\u20ac \uD83D\uDE00 \uFB33 \u007f\"}",
            "true",
            "false",
            "null",
            "-9007199254740991");

    @Test
    void everyPrefixOfAValidDocumentIsTruncatedAndNeverMalformed() throws JsonException {
        for (String document : VALID) {
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            JsonReader.parse(bytes, 8);
            for (int n = 0; n < bytes.length; n++) {
                byte[] prefix = Arrays.copyOf(bytes, n);
                if (document.startsWith("-") && n > 1) {
                    assertThat(JsonReader.parse(prefix, 8)).isInstanceOf(Json.Int.class);
                    continue;
                }
                assertKind(Kind.TRUNCATED, document + " cut at " + n, () -> JsonReader.parse(prefix, 8));
            }
        }
    }

    @Test
    void everyPrefixOfBase64IsTruncated() {
        byte[] bytes = "\"AAECAwQFBgcICQ==\"".getBytes(StandardCharsets.UTF_8);
        for (int n = 0; n < bytes.length; n++) {
            byte[] prefix = Arrays.copyOf(bytes, n);
            assertKind(
                    Kind.TRUNCATED,
                    "cut at " + n,
                    () -> new JsonReader(new ByteArrayInputStream(prefix))
                            .readBase64(OutputStream.nullOutputStream(), 99));
        }
    }

    @Test
    void whatIsWrongBeforeTheCutIsMalformed() {
        for (String text : List.of("{\"a\":1,\"a\"", "[1.", "[01", "\"\\udc00", "[-0 ", "{\"a\" x")) {
            assertKind(Kind.MALFORMED, text, () -> JsonReader.parse(text.getBytes(StandardCharsets.UTF_8), 8));
        }
        assertKind(
                Kind.MALFORMED, "raw surrogate", () -> JsonReader.parse(new byte[] {'"', (byte) 0xED, (byte) 0xA0}, 8));
    }

    /** Bytes reach the reader in whatever pieces a stream gives them. */
    @Test
    void bufferBoundariesLeaveNoTrace() throws IOException {
        String document =
                "[" + "{\"\u04a3\":[-12,true,\"\u20ac\uD83D\uDE00\\ud83d\\ude00\"]} , ".repeat(4000) + "null]";
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        Json whole = JsonReader.parse(bytes, 8);
        for (int piece = 1; piece <= 7; piece++) {
            JsonReader reader = new JsonReader(pieces(bytes, piece));
            assertThat(reader.readValue(8, Long.MAX_VALUE)).isEqualTo(whole);
            reader.endDocument();
        }
        for (int shift = 0; shift < 64; shift++) {
            byte[] shifted = (" ".repeat(shift) + document).getBytes(StandardCharsets.UTF_8);
            assertThat(new JsonReader(new ByteArrayInputStream(shifted)).readValue(8, Long.MAX_VALUE))
                    .isEqualTo(whole);
        }
    }

    @Test
    void nesting200000DeepIsTooLargeInASmallStack() throws InterruptedException {
        for (String open : List.of("[", "{\"a\":")) {
            byte[] deep = open.repeat(200_000).getBytes(StandardCharsets.US_ASCII);
            AtomicReference<@Nullable Throwable> seen = new AtomicReference<>();
            Thread small = new Thread(
                    null,
                    () -> {
                        try {
                            JsonReader.parse(deep, 32);
                        } catch (JsonException | StackOverflowError e) {
                            seen.set(e);
                        }
                    },
                    "small stack",
                    192 * 1024);
            small.start();
            small.join();
            assertThat(seen.get())
                    .isInstanceOfSatisfying(
                            JsonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
        }
    }

    @Test
    void nestingIsCountedInContainers() throws JsonException {
        assertThat(JsonReader.parse("1".getBytes(StandardCharsets.UTF_8), 0)).isEqualTo(Json.of(1));
        assertThat(JsonReader.parse("[{},[],{\"a\":1},[1]]".getBytes(StandardCharsets.UTF_8), 2))
                .isInstanceOf(Json.Array.class);
        assertKind(Kind.TOO_LARGE, "[] at 0", () -> JsonReader.parse("[]".getBytes(StandardCharsets.UTF_8), 0));
        assertKind(Kind.TOO_LARGE, "[[[]]] at 2", () -> JsonReader.parse("[[[]]]".getBytes(StandardCharsets.UTF_8), 2));
    }

    @Test
    void sizeIsCountedInCanonicalBytesExactly() throws IOException {
        for (String document : VALID) {
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            int size = CanonicalJson.bytes(JsonReader.parse(bytes, 8)).length;
            assertThat(new JsonReader(new ByteArrayInputStream(bytes)).readValue(8, size))
                    .isEqualTo(JsonReader.parse(bytes, 8));
            assertKind(
                    Kind.TOO_LARGE,
                    document,
                    () -> new JsonReader(new ByteArrayInputStream(bytes)).readValue(8, size - 1));
        }
        byte[] controls = "\"\\u0000\\u0008\\u000b\\u001f\\u007f\\u0022\"".getBytes(StandardCharsets.UTF_8);
        int size = CanonicalJson.bytes(JsonReader.parse(controls, 0)).length;
        assertThat(new JsonReader(new ByteArrayInputStream(controls)).readValue(0, size))
                .isInstanceOf(Json.Text.class);
        assertKind(
                Kind.TOO_LARGE,
                "controls",
                () -> new JsonReader(new ByteArrayInputStream(controls)).readValue(0, size - 1));
    }

    @Test
    void string300MegabytesLongIsRefusedBeforeItIsHeld() {
        String open = "\"";
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> new JsonReader(endless(open, 'x', 300L << 20)).readValue(8, 8 << 20),
                () -> walkName(new JsonReader(endless("{\"", 'x', 300L << 20))),
                () -> new JsonReader(endless(open, 'A', 300L << 20))
                        .readBase64(OutputStream.nullOutputStream(), 64 << 20))) {
            long before = allocated();
            assertKind(Kind.TOO_LARGE, "300 MB", call);
            assertThat(allocated() - before).as("bytes allocated").isLessThan(40L << 20);
        }
    }

    @Test
    void attachmentOf64MegabytesIsReadInConstantMemory() throws IOException {
        long size = 64L << 20;
        long letters = (size + 2) / 3 * 4;
        JsonReader reader = new JsonReader(endless("\"", 'A', letters - 2));
        long before = allocated();
        JsonException cut = catchThrowableOfType(
                JsonException.class, () -> reader.readBase64(OutputStream.nullOutputStream(), size));
        // The generated stream ends without its quote, just before a length that is allowed.
        assertThat(cut.kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(allocated() - before).as("bytes allocated").isLessThan(1L << 20);
    }

    @Test
    void base64OfEveryLengthComesBack() throws IOException {
        Random random = new Random(1);
        for (int size = 0; size < 200; size++) {
            byte[] data = new byte[size];
            random.nextBytes(data);
            assertThat(base64(Base64.getEncoder().encodeToString(data))).isEqualTo(data);
        }
        byte[] large = new byte[200_001];
        random.nextBytes(large);
        assertThat(base64(Base64.getEncoder().encodeToString(large))).isEqualTo(large);
    }

    @Test
    void escapesWithinBase64AreTheirLetters() throws IOException {
        byte[] data = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        assertThat(base64("////")).isEqualTo(data);
        assertThat(base64("\\/\\u002f\\u002F/")).isEqualTo(data);
        assertThat(base64("\\u0041A\\u003d=")).isEqualTo(new byte[1]);
    }

    @Test
    void base64ThatIsNotCanonicalIsMalformed() {
        for (String text : List.of(
                "A",
                "AA",
                "AAA",
                "AA=",
                "AAA==",
                "A===",
                "====",
                "=AAA",
                "AA=A",
                "AAAA=",
                "AAAA====",
                "AA==AAAA",
                "AAA=AAAA",
                "AB==",
                "AP==",
                "AAB=",
                "AAD=",
                "AA AA",
                "AAAA ",
                " AAAA",
                "AAAA\\n",
                "AA\\r\\nAA",
                "AA-_",
                "AA.A",
                "AA\u00e9A",
                "AAA\uD83D\uDE00",
                "AAA\\u0000",
                "\u0410AAA")) {
            assertKind(Kind.MALFORMED, text, () -> base64(text));
        }
        assertKind(
                Kind.MALFORMED,
                "no string",
                () -> new JsonReader(stream("1")).readBase64(OutputStream.nullOutputStream(), 9));
    }

    @Test
    void base64IsBoundedInDecodedBytes() throws IOException {
        assertThat(new JsonReader(stream("\"AAAAAA==\"")).readBase64(OutputStream.nullOutputStream(), 4))
                .isEqualTo(4);
        assertKind(
                Kind.TOO_LARGE,
                "5 of 4",
                () -> new JsonReader(stream("\"AAAAAAA=\"")).readBase64(OutputStream.nullOutputStream(), 4));
    }

    private static void walkName(JsonReader reader) throws IOException {
        reader.beginObject();
        var unused = reader.nextName(64);
    }

    private static byte[] base64(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReader reader = new JsonReader(stream("\"" + text + "\""));
        long size = reader.readBase64(out, Long.MAX_VALUE);
        reader.endDocument();
        assertThat(size).isEqualTo(out.size());
        return out.toByteArray();
    }

    private static void assertKind(Kind kind, String what, ThrowingCallable call) {
        JsonException e = catchThrowableOfType(JsonException.class, call);
        assertThat(e).as("%s is let through", what).isNotNull();
        assertThat(e.kind()).as(what).isEqualTo(kind);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream pieces(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(piece, len));
            }
        };
    }

    /** A head, then one letter so many times, made while it is read. */
    private static InputStream endless(String head, char letter, long times) {
        return new InputStream() {
            private int given;
            private long left = times;

            @Override
            public int read() {
                throw new AssertionError("read in blocks");
            }

            @Override
            public int read(byte[] b, int off, int len) {
                if (given < head.length()) {
                    b[off] = (byte) head.charAt(given++);
                    return 1;
                }
                int n = (int) Math.min(left, len);
                Arrays.fill(b, off, off + n, (byte) letter);
                left -= n;
                return n == 0 ? -1 : n;
            }
        };
    }
}
