package org.jailoo.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/** The canonical form of a value: RFC 8785 over the subset that {@link Json} holds. */
public final class CanonicalJson {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private CanonicalJson() {}

    /**
     * The canonical UTF-8 bytes, {@code JCS(x)} of the format.
     *
     * @throws IllegalArgumentException if a text holds a lone surrogate, which has no UTF-8 form
     */
    public static byte[] bytes(Json value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            write(value, out);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** The canonical form as text. */
    public static String text(Json value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** Writes the canonical UTF-8 bytes; wants a buffered stream. */
    public static void write(Json value, OutputStream out) throws IOException {
        if (value instanceof Json.Text text) {
            writeText(text.value(), out);
        } else if (value instanceof Json.Int integer) {
            ascii(Long.toString(integer.value()), out);
        } else if (value instanceof Json.Bool bool) {
            ascii(bool.value() ? "true" : "false", out);
        } else if (value instanceof Json.Null) {
            ascii("null", out);
        } else if (value instanceof Json.Array array) {
            out.write('[');
            for (Iterator<Json> i = array.items().iterator(); i.hasNext(); ) {
                write(i.next(), out);
                if (i.hasNext()) {
                    out.write(',');
                }
            }
            out.write(']');
        } else if (value instanceof Json.Obj object) {
            out.write('{');
            for (Iterator<Map.Entry<String, Json>> i =
                            object.members().entrySet().iterator();
                    i.hasNext(); ) {
                Map.Entry<String, Json> member = i.next();
                writeText(member.getKey(), out);
                out.write(':');
                write(member.getValue(), out);
                if (i.hasNext()) {
                    out.write(',');
                }
            }
            out.write('}');
        }
    }

    private static void ascii(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void writeText(String text, OutputStream out) throws IOException {
        // One array a text: a narrative is written in one call, not a call a letter.
        byte[] bytes = new byte[text.length() * 3 + 2];
        int n = 0;
        bytes[n++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                if (bytes.length - n < (text.length() - i) * 3 + 6) {
                    bytes = java.util.Arrays.copyOf(bytes, bytes.length + (text.length() - i) * 3 + 6);
                }
                n = escape(c, bytes, n);
            } else if (c < 0x80) {
                bytes[n++] = (byte) c;
            } else if (c < 0x800) {
                bytes[n++] = (byte) (0xC0 | (c >> 6));
                bytes[n++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                bytes[n++] = (byte) (0xE0 | (c >> 12));
                bytes[n++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[n++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                bytes[n++] = (byte) (0xF0 | (point >> 18));
                bytes[n++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                bytes[n++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                bytes[n++] = (byte) (0x80 | (point & 0x3F));
            } else {
                throw new IllegalArgumentException("lone surrogate");
            }
        }
        bytes[n++] = '"';
        out.write(bytes, 0, n);
    }

    /** How many canonical bytes this UTF-16 unit of a text takes; half of four for each unit of a surrogate pair. */
    static int length(char c) {
        if (c < 0x20) {
            return c == '\b' || c == '\t' || c == '\n' || c == '\f' || c == '\r' ? 2 : 6;
        }
        if (c < 0x80) {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    private static int escape(char c, byte[] bytes, int at) {
        int n = at;
        bytes[n++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[n++] = (byte) c;
            case '\b' -> bytes[n++] = 'b';
            case '\t' -> bytes[n++] = 't';
            case '\n' -> bytes[n++] = 'n';
            case '\f' -> bytes[n++] = 'f';
            case '\r' -> bytes[n++] = 'r';
            default -> {
                bytes[n++] = 'u';
                bytes[n++] = '0';
                bytes[n++] = '0';
                bytes[n++] = HEX[c >> 4];
                bytes[n++] = HEX[c & 0xF];
            }
        }
        return n;
    }
}
