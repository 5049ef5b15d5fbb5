package org.jailoo.json;

import java.io.IOException;
import java.io.InputStream;
import org.jailoo.json.JsonException.Kind;

/** The bytes under a {@link JsonReader}, and the letters of its strings: strict UTF-8 and strict escapes. */
final class JsonInput {
    private final InputStream in;
    private final byte[] buffer;
    private int at;
    private int end;
    private int pendingLow = -1;

    JsonInput(InputStream in) {
        this.in = in;
        buffer = new byte[64 * 1024];
    }

    /** Over bytes that are already here: they are the buffer, so a small value costs little. */
    JsonInput(byte[] bytes) {
        in = InputStream.nullInputStream();
        buffer = bytes;
        end = bytes.length;
    }

    /** The next UTF-16 unit of a string, or -1 at its closing quote. */
    int stringChar() throws IOException {
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
        // The second byte alone tells overlong forms, surrogates and what lies beyond U+10FFFF.
        if (lead >= 0xE0 && lead <= 0xEF) {
            int point = (lead & 0x0F) << 12;
            point |= continuation(lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) << 6;
            return point | continuation();
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            int point = (lead & 0x07) << 18;
            point |= continuation(lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) << 12;
            point |= continuation() << 6;
            point |= continuation();
            pendingLow = Character.lowSurrogate(point);
            return Character.highSurrogate(point);
        }
        throw malformed("invalid UTF-8");
    }

    private int continuation() throws IOException {
        return continuation(0x80, 0xBF);
    }

    private int continuation(int least, int greatest) throws IOException {
        int c = must();
        if (c < least || c > greatest) {
            throw malformed("invalid UTF-8");
        }
        return c & 0x3F;
    }

    /** The next byte that is no white space. */
    int skipSpace() throws IOException {
        int c = must();
        while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            c = must();
        }
        return c;
    }

    /** The next byte, where the input may not end. */
    int must() throws IOException {
        int c = read();
        if (c < 0) {
            throw new JsonException(Kind.TRUNCATED, "the input ends too early");
        }
        return c;
    }

    /** The next byte, or -1 at the end of the input. */
    int read() throws IOException {
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

    /** Steps back over the byte that was read last. */
    void unread() {
        at--;
    }

    static JsonException malformed(String message) {
        return new JsonException(Kind.MALFORMED, message);
    }
}
