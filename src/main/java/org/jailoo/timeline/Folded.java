package org.jailoo.timeline;

import java.text.Normalizer;
import java.util.Locale;

/** A phrase as it is compared: small letters, those typed for one another made one, words and dashes apart. */
final class Folded {
    private static final String FROM = "ёөүңѳӊұӯқғ";
    private static final String TO = "еоунонуукг";

    private Folded() {}

    static String of(String said) {
        String text = Normalizer.normalize(said, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (type == Character.FORMAT || type == Character.NON_SPACING_MARK) {
                continue;
            }
            folded.append(letter(c));
        }
        return folded.toString()
                .replaceAll("[«»\"“”„]", "")
                .replaceAll("[.;:,!\\s]+$", "")
                .replaceAll("^\\s*\\((.*)\\)$", "$1")
                .replaceAll("\\s+", " ")
                .replaceAll("(?<=[а-я]) ?- ?(?=(?:жолу|сайын)\\b)", " ")
                .strip();
    }

    private static char letter(char c) {
        int at = FROM.indexOf(c);
        if (at >= 0) {
            return TO.charAt(at);
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        // The several dashes of Word are one; a plain hyphen inside a number of the calendar stays what it is.
        return c == '‐' || c == '‑' ? '-' : c == '—' || c == '−' || c == '‒' || c == '―' ? '–' : c;
    }
}
