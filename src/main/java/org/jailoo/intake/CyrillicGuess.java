package org.jailoo.intake;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Which of the one-byte Cyrillic encodings some bytes are most likely in.
 *
 * <p>A detector made for web pages is asked; a table may be too short for it, and it knows some encodings apart only by
 * capital letters. So each reading is weighed too: common letters for it, letters inside a word that change to capitals
 * and signs that no table has against it.
 */
final class CyrillicGuess {
    private static final Map<String, Encoding> KNOWN = Map.of(
            "WINDOWS-1251", Encoding.WINDOWS_1251,
            "KOI8-R", Encoding.KOI8_R,
            "IBM866", Encoding.CP866,
            "MACCYRILLIC", Encoding.MAC_CYRILLIC);
    private static final String COMMON = "оеаинтсрвлкм";
    private static final int SAMPLE = 64 * 1024;

    private CyrillicGuess() {}

    static Encoding of(byte[] bytes) {
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
        Encoding asked = asked(sample);
        Encoding best = Encoding.WINDOWS_1251;
        double most = Double.NEGATIVE_INFINITY;
        for (Encoding encoding : Encoding.narrow()) {
            // The detector decides where two readings weigh nearly the same.
            double weight = weight(encoding.decode(sample)) * (encoding == asked ? 1.02 : 1);
            if (weight > most) {
                most = weight;
                best = encoding;
            }
        }
        return best;
    }

    private static @Nullable Encoding asked(byte[] sample) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null ? null : KNOWN.get(name);
    }

    /** How much this looks like a table in Russian or in Kyrgyz without its letters; more is likelier. */
    static double weight(String text) {
        double weight = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                weight += one(c, before);
            }
            before = c;
        }
        return weight;
    }

    private static double one(char c, char before) {
        boolean lower = (c >= 'а' && c <= 'я') || c == 'ё';
        boolean upper = (c >= 'А' && c <= 'Я') || c == 'Ё';
        if (lower) {
            return COMMON.indexOf(c) >= 0 ? 2 : 1;
        }
        if (upper) {
            return Character.isLowerCase(before) ? -3 : 0.5;
        }
        // Quotation marks, dashes and the sign of a number stand in any table; boxes and foreign letters in none.
        return "«»„“”–—№…\u00a0°§".indexOf(c) >= 0 ? 0 : -3;
    }
}
