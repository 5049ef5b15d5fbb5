package org.jailoo.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which text of the region is written as bytes; the Kyrgyz letters ң ө ү exist in the first three alone. */
public enum Encoding {
    UTF_8("UTF-8", "UTF-8"),
    UTF_16LE("UTF-16LE", "UTF-16 LE"),
    UTF_16BE("UTF-16BE", "UTF-16 BE"),
    WINDOWS_1251("windows-1251", "Windows-1251"),
    KOI8_R("KOI8-R", "KOI8-R"),
    CP866("IBM866", "CP866 (DOS)"),
    MAC_CYRILLIC("x-MacCyrillic", "Mac Cyrillic");

    private static final char BOM = '\uFEFF';

    private final String charset;
    private final String shown;

    Encoding(String charset, String shown) {
        this.charset = charset;
        this.shown = shown;
    }

    /** As people know it; the same in every language. */
    public String shown() {
        return shown;
    }

    /** The encoding of some bytes: by their mark, then strictly as UTF-8, then by how likely the letters are. */
    public static Encoding of(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return UTF_8;
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return UTF_16LE;
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        Encoding wide = wide(bytes);
        if (wide != null) {
            return wide;
        }
        return isUtf8(bytes) ? UTF_8 : CyrillicGuess.of(bytes);
    }

    /** Whether these are bytes that no one-byte encoding of text has: two bytes a letter without a mark. */
    private static @Nullable Encoding wide(byte[] bytes) {
        int length = Math.min(bytes.length, 4096) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        // Separators, digits and line ends have a zero byte even in a Cyrillic text.
        if (odd > even && odd * 20 > length && even == 0) {
            return UTF_16LE;
        }
        return even > odd && even * 20 > length && odd == 0 ? UTF_16BE : null;
    }

    private static boolean begins(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text, without its mark; what is not of this encoding shows as {@code U+FFFD}. */
    public String decode(byte[] bytes) {
        String text = new String(bytes, Charset.forName(charset));
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    /** Those of one byte a letter. */
    static List<Encoding> narrow() {
        return List.of(WINDOWS_1251, KOI8_R, CP866, MAC_CYRILLIC);
    }
}
