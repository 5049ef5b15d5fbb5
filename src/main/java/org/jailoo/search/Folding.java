package org.jailoo.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which text is indexed and asked for: NFC, lower case, and letters that people type for one another made
 * one.
 *
 * <p>Kyrgyz is often typed on Russian keyboards (окмот for өкмөт), Kazakh, Uzbek and Tajik likewise; the index folds
 * none of these letters by itself. й and і stay letters of their own.
 */
public final class Folding {
    private static final String FROM = "ёөүңѳӊқҡғҳҷўӯұӣәһı";
    private static final String TO = "еоунонккгхчуууиахi";

    private Folding() {}

    /** The folded text. Folding it again changes nothing. */
    public static String fold(String text) {
        String lower = compose(compose(text).toLowerCase(Locale.ROOT));
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            // Marks that do not compose are dropped: a stress over a vowel (пра́ва) would split the word for the index.
            if (c < 0x80) {
                folded.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                int at = FROM.indexOf(c);
                folded.append(at < 0 ? c : TO.charAt(at));
            }
        }
        return folded.toString();
    }

    private static String compose(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
