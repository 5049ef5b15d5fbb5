package org.jailoo.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jailoo.json.JsonException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 JSON from a stream, strictly and in constant memory.
 *
 * <p>Refuses what the format refuses: a byte order mark, invalid UTF-8, lone surrogates, duplicate keys, fractions,
 * exponents, {@code -0}, integers beyond 2^53−1. Input that ends too early is told apart from input that is wrong, and
 * a caller says how deep and how large a value may be before it is held in memory. Why not a library: see
 * {@code src/doc/decisions/json-reader.md}.
 */
public final class JsonReader {
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private int depth;

    /** True where the next member or item of the innermost open container would be its first. */
    private boolean first;

    private char[] chars = new char[1024];
    private int pendingLow = -1;

    public JsonReader(InputStream in) {
        this.in = in;
    }

    /** The one value in these bytes, at most {@code maxDepth} containers deep. */
    public static Json parse(byte[] bytes, int maxDepth) throws JsonException {
        JsonReader reader = new JsonReader(new ByteArrayInputStream(bytes));
        try {
            Json value = reader.readValue(maxDepth, Long.MAX_VALUE);
            reader.endDocument();
            return value;
        } catch (JsonException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }

    /** Enters an object, whose members {@link #nextName} then gives. */
    public void beginObject() throws IOException {
        expect('{');
        first = true;
    }

    /** The name of the next member, or null at the end of the object, which is then left. */
    public @Nullable String nextName(int maxLength) throws IOException {
        int c = skipSpace();
        if (c == '}') {
            first = false;
            return null;
        }
        if (!first) {
            if (c != ',') {
                throw malformed("',' or '}' expected");
            }
            c = skipSpace();
        }
        first = false;
        if (c != '"') {
            throw malformed("a member name expected");
        }
        String name = string(new Budget(maxLength));
        expect(':');
        return name;
    }

    /** Enters an array, whose items {@link #nextItem()} then announces. */
    public void beginArray() throws IOException {
        expect('[');
        first = true;
    }

    /** Whether another item follows; at the end of the array it is left. */
    public boolean nextItem() throws IOException {
        int c = skipSpace();
        if (c == ']') {
            first = false;
            return false;
        }
        if (first) {
            at--;
        } else if (c != ',') {
            throw malformed("',' or ']' expected");
        }
        first = false;
        return true;
    }

    /**
     * Reads a whole value into memory.
     *
     * @param maxDepth how many containers deep it may be; 0 allows scalars alone
     * @param maxBytes a bound on its canonical bytes, checked roughly while reading: what is longer may be let
     *     through, what is shorter never is refused
     */
    public Json readValue(int maxDepth, long maxBytes) throws IOException {
        depth = maxDepth;
        return value(new Budget(maxBytes));
    }

    /** Streams the bytes that a string holds as padded canonical Base64; returns how many. */
    public long readBase64(OutputStream out, long maxBytes) throws IOException {
        if (skipSpace() != '"') {
            throw malformed("a string expected");
        }
        byte[] block = new byte[48 * 1024];
        int n = 0;
        long total = 0;
        int[] quad = new int[4];
        int q = 0;
        boolean closed = false;
        for (int c = stringChar(); c >= 0; c = stringChar()) {
            if (closed) {
                throw malformed("Base64 after its padding");
            }
            quad[q++] = c;
            if (q < 4) {
                continue;
            }
            q = 0;
            int bytes = quad[3] != '=' ? 3 : quad[2] != '=' ? 2 : 1;
            closed = bytes < 3;
            int bits = sextet(quad[0]) << 18 | sextet(quad[1]) << 12;
            bits |= bytes > 1 ? sextet(quad[2]) << 6 : 0;
            bits |= bytes > 2 ? sextet(quad[3]) : 0;
            if ((bits & (1 << (24 - 8 * bytes)) - 1) != 0) {
                throw malformed("Base64 that is not canonical");
            }
            total += bytes;
            if (total > maxBytes) {
                throw new JsonException(Kind.TOO_LARGE, "more than " + maxBytes + " bytes of Base64");
            }
            for (int i = 0, shift = 16; i < bytes; i++, shift -= 8) {
                block[n++] = (byte) (bits >> shift);
            }
            if (n > block.length - 3) {
                out.write(block, 0, n);
                n = 0;
            }
        }
        if (q != 0) {
            throw malformed("Base64 without its padding");
        }
        out.write(block, 0, n);
        return total;
    }

    private int sextet(int c) throws JsonException {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        if (c == '+') {
            return 62;
        }
        if (c == '/') {
            return 63;
        }
        throw malformed("not Base64");
    }

    /** Demands that nothing but white space follows. */
    public void endDocument() throws IOException {
        for (int c = read(); c >= 0; c = read()) {
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                throw malformed("something after the end");
            }
        }
    }

    private Json value(Budget budget) throws IOException {
        int c = skipSpace();
        budget.spend(1);
        return switch (c) {
            case '"' -> new Json.Text(string(budget));
            case '{' -> object(budget);
            case '[' -> array(budget);
            case 't' -> literal("true", Json.TRUE);
            case 'f' -> literal("false", Json.FALSE);
            case 'n' -> literal("null", Json.NULL);
            default -> integer(c);
        };
    }

    private Json object(Budget budget) throws IOException {
        enter();
        TreeMap<String, Json> members = new TreeMap<>();
        int c = skipSpace();
        while (c != '}') {
            if (c != '"') {
                throw malformed("a member name expected");
            }
            String name = string(budget);
            expect(':');
            if (members.put(name, value(budget)) != null) {
                throw malformed("a member stands twice");
            }
            c = skipSpace();
            if (c == ',') {
                c = skipSpace();
                if (c == '}') {
                    throw malformed("a member expected");
                }
            } else if (c != '}') {
                throw malformed("',' or '}' expected");
            }
        }
        depth++;
        return new Json.Obj(members);
    }

    private Json array(Budget budget) throws IOException {
        enter();
        List<Json> items = new ArrayList<>();
        int c = skipSpace();
        if (c != ']') {
            at--;
            do {
                items.add(value(budget));
                c = skipSpace();
            } while (c == ',');
            if (c != ']') {
                throw malformed("',' or ']' expected");
            }
        }
        depth++;
        return new Json.Array(items);
    }

    private void enter() throws JsonException {
        if (--depth < 0) {
            throw new JsonException(Kind.TOO_LARGE, "nested too deep");
        }
    }

    private Json literal(String word, Json value) throws IOException {
        for (int i = 1; i < word.length(); i++) {
            if (must() != word.charAt(i)) {
                throw malformed("not a value");
            }
        }
        return value;
    }

    private Json integer(int firstByte) throws IOException {
        int c = firstByte;
        boolean negative = c == '-';
        if (negative) {
            c = must();
        }
        if (c < '0' || c > '9') {
            throw malformed("not a value");
        }
        boolean zero = c == '0';
        long number = 0;
        while (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            if (number > Json.Int.MAX) {
                throw malformed("an integer beyond 2^53-1");
            }
            c = read();
            if (zero && c >= '0' && c <= '9') {
                throw malformed("a leading zero");
            }
        }
        if (c == '.' || c == 'e' || c == 'E') {
            throw malformed("not an integer");
        }
        if (negative && number == 0) {
            throw malformed("-0");
        }
        if (c >= 0) {
            at--;
        }
        return new Json.Int(negative ? -number : number);
    }

    /** The rest of a string whose opening quote has been read. */
    private String string(Budget budget) throws IOException {
        int n = 0;
        for (int c = stringChar(); c >= 0; c = stringChar()) {
            budget.spend(c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate((char) c) ? 2 : 3);
            if (n == chars.length) {
                chars = Arrays.copyOf(chars, n * 2);
            }
            chars[n++] = (char) c;
        }
        String text = new String(chars, 0, n);
        if (chars.length > 1 << 20) {
            chars = new char[1024];
        }
        return text;
    }

    /** The next UTF-16 unit of a string, or -1 at its closing quote. */
    private int stringChar() throws IOException {
        if (pendingLow >= 0) {
            int low = pendingLow;
            pendingLow = -1;
            return low;
        }
        int c = must();
        if (c == '"') {
            return -1;
        }
        if (c == '\\') {
            return escape();
        }
        if (c < 0x20) {
            throw malformed("a control character");
        }
        return c < 0x80 ? c : multiByte(c);
    }

    private int escape() throws IOException {
        int c = must();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                char unit = hex4();
                if (Character.isLowSurrogate(unit)) {
                    throw malformed("a lone surrogate");
                }
                if (Character.isHighSurrogate(unit)) {
                    if (must() != '\\' || must() != 'u') {
                        throw malformed("a lone surrogate");
                    }
                    char low = hex4();
                    if (!Character.isLowSurrogate(low)) {
                        throw malformed("a lone surrogate");
                    }
                    pendingLow = low;
                }
                yield unit;
            }
            default -> throw malformed("an unknown escape");
        };
    }

    private char hex4() throws IOException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int c = must();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw malformed("not four hex digits");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private int multiByte(int lead) throws IOException {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return (lead & 0x1F) << 6 | continuation();
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            int point = (lead & 0x0F) << 12 | continuation() << 6;
            point |= continuation();
            if (point < 0x800 || (point >= 0xD800 && point <= 0xDFFF)) {
                throw malformed("invalid UTF-8");
            }
            return point;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            int point = (lead & 0x07) << 18 | continuation() << 12;
            point |= continuation() << 6;
            point |= continuation();
            if (point < 0x10000 || point > Character.MAX_CODE_POINT) {
                throw malformed("invalid UTF-8");
            }
            pendingLow = Character.lowSurrogate(point);
            return Character.highSurrogate(point);
        }
        throw malformed("invalid UTF-8");
    }

    private int continuation() throws IOException {
        int c = must();
        if ((c & 0xC0) != 0x80) {
            throw malformed("invalid UTF-8");
        }
        return c & 0x3F;
    }

    private void expect(char wanted) throws IOException {
        if (skipSpace() != wanted) {
            throw malformed("'" + wanted + "' expected");
        }
    }

    private int skipSpace() throws IOException {
        int c = must();
        while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            c = must();
        }
        return c;
    }

    private int must() throws IOException {
        int c = read();
        if (c < 0) {
            throw new JsonException(Kind.TRUNCATED, "the input ends too early");
        }
        return c;
    }

    private int read() throws IOException {
        if (at == end) {
            end = in.read(buffer, 0, buffer.length);
            at = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }

    private static JsonException malformed(String message) {
        return new JsonException(Kind.MALFORMED, message);
    }

    /** What may still be read before the value is too large. */
    private static final class Budget {
        private long left;

        Budget(long left) {
            this.left = left;
        }

        void spend(int bytes) throws JsonException {
            left -= bytes;
            if (left < 0) {
                throw new JsonException(Kind.TOO_LARGE, "a value is larger than allowed");
            }
        }
    }
}
