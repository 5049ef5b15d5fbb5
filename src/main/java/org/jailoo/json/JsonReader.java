package org.jailoo.json;

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
    private static final Json.Obj EMPTY = Json.object();

    private final JsonInput in;
    private int depth;

    /** True where the next member or item of the innermost open container would be its first. */
    private boolean first;

    private char[] chars = new char[256];

    public JsonReader(InputStream in) {
        this.in = new JsonInput(in);
    }

    private JsonReader(byte[] bytes) {
        in = new JsonInput(bytes);
    }

    /** The one value in these bytes, at most {@code maxDepth} containers deep. */
    public static Json parse(byte[] bytes, int maxDepth) throws JsonException {
        JsonReader reader = new JsonReader(bytes);
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

    /** The name of the next member, or null at the end of the object, which is then left; its canonical bytes are bounded. */
    public @Nullable String nextName(int maxLength) throws IOException {
        int c = in.skipSpace();
        if (c == '}') {
            first = false;
            return null;
        }
        if (!first) {
            if (c != ',') {
                throw JsonInput.malformed("',' or '}' expected");
            }
            c = in.skipSpace();
        }
        first = false;
        if (c != '"') {
            throw JsonInput.malformed("a member name expected");
        }
        String name = string(new Budget(maxLength));
        expect(':');
        return name;
    }

    /** Whether the value that comes next is an object; nothing of it is read. */
    public boolean objectAhead() throws IOException {
        int c = in.skipSpace();
        in.unread();
        return c == '{';
    }

    /** Enters an array, whose items {@link #nextItem()} then announces. */
    public void beginArray() throws IOException {
        expect('[');
        first = true;
    }

    /** Whether another item follows; at the end of the array it is left. */
    public boolean nextItem() throws IOException {
        int c = in.skipSpace();
        if (c == ']') {
            first = false;
            return false;
        }
        if (first) {
            in.unread();
        } else if (c != ',') {
            throw JsonInput.malformed("',' or ']' expected");
        }
        first = false;
        return true;
    }

    /**
     * Reads a whole value into memory.
     *
     * @param maxDepth how many containers deep it may be; 0 allows scalars alone
     * @param maxBytes how many canonical bytes it may have; counted while reading, so a longer value is refused before
     *     it is held
     */
    public Json readValue(int maxDepth, long maxBytes) throws IOException {
        depth = maxDepth;
        return value(new Budget(maxBytes));
    }

    /** Streams the bytes that a string holds as padded canonical Base64; returns how many. */
    public long readBase64(OutputStream out, long maxBytes) throws IOException {
        if (in.skipSpace() != '"') {
            throw JsonInput.malformed("a string expected");
        }
        byte[] block = new byte[48 * 1024];
        int n = 0;
        long total = 0;
        int[] quad = new int[4];
        int q = 0;
        boolean closed = false;
        for (int c = in.stringChar(); c >= 0; c = in.stringChar()) {
            if (closed) {
                throw JsonInput.malformed("Base64 after its padding");
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
                throw JsonInput.malformed("Base64 that is not canonical");
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
            throw JsonInput.malformed("Base64 without its padding");
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
        throw JsonInput.malformed("not Base64");
    }

    /** Demands that nothing but white space follows. */
    public void endDocument() throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                throw JsonInput.malformed("something after the end");
            }
        }
    }

    private Json value(Budget budget) throws IOException {
        int c = in.skipSpace();
        return switch (c) {
            case '"' -> {
                budget.spend(2);
                yield new Json.Text(string(budget));
            }
            case '{' -> object(budget);
            case '[' -> array(budget);
            case 't' -> literal("true", Json.TRUE, budget);
            case 'f' -> literal("false", Json.FALSE, budget);
            case 'n' -> literal("null", Json.NULL, budget);
            default -> integer(c, budget);
        };
    }

    private Json object(Budget budget) throws IOException {
        enter(budget);
        TreeMap<String, Json> members = new TreeMap<>();
        int c = in.skipSpace();
        while (c != '}') {
            if (c != '"') {
                throw JsonInput.malformed("a member name expected");
            }
            budget.spend(members.isEmpty() ? 3 : 4);
            String name = string(budget);
            if (members.containsKey(name)) {
                throw JsonInput.malformed("a member stands twice");
            }
            expect(':');
            members.put(name, value(budget));
            c = in.skipSpace();
            if (c == ',') {
                c = in.skipSpace();
                if (c == '}') {
                    throw JsonInput.malformed("a member expected");
                }
            } else if (c != '}') {
                throw JsonInput.malformed("',' or '}' expected");
            }
        }
        depth++;
        return members.isEmpty() ? EMPTY : new Json.Obj(members);
    }

    private Json array(Budget budget) throws IOException {
        enter(budget);
        List<Json> items = new ArrayList<>();
        int c = in.skipSpace();
        if (c != ']') {
            in.unread();
            do {
                budget.spend(items.isEmpty() ? 0 : 1);
                items.add(value(budget));
                c = in.skipSpace();
            } while (c == ',');
            if (c != ']') {
                throw JsonInput.malformed("',' or ']' expected");
            }
        }
        depth++;
        return new Json.Array(items);
    }

    private void enter(Budget budget) throws JsonException {
        budget.spend(2);
        if (--depth < 0) {
            throw new JsonException(Kind.TOO_LARGE, "nested too deep");
        }
    }

    private Json literal(String word, Json value, Budget budget) throws IOException {
        for (int i = 1; i < word.length(); i++) {
            if (in.must() != word.charAt(i)) {
                throw JsonInput.malformed("not a value");
            }
        }
        budget.spend(word.length());
        return value;
    }

    private Json integer(int firstByte, Budget budget) throws IOException {
        int c = firstByte;
        boolean negative = c == '-';
        if (negative) {
            budget.spend(1);
            c = in.must();
        }
        if (c < '0' || c > '9') {
            throw JsonInput.malformed("not a value");
        }
        boolean zero = c == '0';
        long number = 0;
        while (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            if (number > Json.Int.MAX) {
                throw JsonInput.malformed("an integer beyond 2^53-1");
            }
            budget.spend(1);
            c = in.read();
            if (zero && c >= '0' && c <= '9') {
                throw JsonInput.malformed("a leading zero");
            }
        }
        if (c == '.' || c == 'e' || c == 'E') {
            throw JsonInput.malformed("not an integer");
        }
        if (negative && number == 0) {
            throw JsonInput.malformed("-0");
        }
        if (c >= 0) {
            in.unread();
        }
        return Json.of(negative ? -number : number);
    }

    /** The rest of a string whose opening quote has been read. */
    private String string(Budget budget) throws IOException {
        int n = 0;
        for (int c = in.stringChar(); c >= 0; c = in.stringChar()) {
            budget.spend(CanonicalJson.length((char) c));
            if (n == chars.length) {
                chars = Arrays.copyOf(chars, n * 2);
            }
            chars[n++] = (char) c;
        }
        String text = n == 0 ? "" : new String(chars, 0, n);
        if (chars.length > 1 << 20) {
            chars = new char[256];
        }
        return text;
    }

    private void expect(char wanted) throws IOException {
        if (in.skipSpace() != wanted) {
            throw JsonInput.malformed("'" + wanted + "' expected");
        }
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
