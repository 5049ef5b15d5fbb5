package org.jailoo.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which text is indexed and asked for: lower case, letters that people type for one another made one, and
 * everything between words a space.
 *
 * <p>Kyrgyz is often typed on Russian keyboards (окмот for өкмөт), Kazakh, Uzbek and Tajik likewise; the index folds
 * none of these letters by itself. й and і stay letters of their own. What counts as a letter is decided here and not
 * left to the index, whose tables are older: a text and a query are then split alike.
 */
public final class Folding {
    private static final String FROM = "ёөүңѳӊқҡғҳҷўӯұӣәһı";
    private static final String TO = "еоунонккгхчуууиахi";

    private Folding() {}

    /** The folded text, for the index; it is shorter where marks are dropped. Folding it again changes nothing. */
    public static String fold(String text) {
        String lower = compose(text.toLowerCase(Locale.ROOT));
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); ) {
            int point = lower.codePointAt(i);
            i += Character.charCount(point);
            if (point < 0x80) {
                folded.append(point < ' ' ? ' ' : (char) point);
            } else if (isLetterOrDigit(point)) {
                int at = FROM.indexOf(point);
                folded.appendCodePoint(at < 0 ? point : TO.charAt(at));
            } else if (!isInvisible(point)) {
                folded.append(' ');
            }
        }
        return compose(folded.toString());
    }

    /** Whether this is part of a word, be it dropped from it. */
    static boolean isWordPart(int point) {
        return isLetterOrDigit(point) || isInvisible(point);
    }

    private static boolean isLetterOrDigit(int point) {
        // Letters to Java and none to the index (SQLite 3.40), which would find nothing for a word of these alone.
        if ((point >= 0x19B0 && point <= 0x19C9) || point == 0x1CF2 || point == 0x1CF3) {
            return false;
        }
        return Character.isLetter(point)
                || switch (Character.getType(point)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    /**
     * Marks that do not compose, as a stress (пра́ва), soft hyphens and joiners, which stand inside words pasted from
     * documents and would split them.
     */
    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    private static String compose(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
