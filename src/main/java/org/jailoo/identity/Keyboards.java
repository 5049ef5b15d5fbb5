package org.jailoo.identity;

import java.util.Arrays;

/** Letters as two keyboards and three alphabets have them; on characters that can be wiped, never on strings. */
final class Keyboards {
    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private static final String CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё";
    private static final String VOWELS = "аеёиоуыэюяөүaeiouy";
    private static final int MOST_CONSONANTS = 4;

    private Keyboards() {}

    /** What the same keys write on a Latin keyboard. */
    static char[] toLatin(char[] typed) {
        char[] folded = folded(typed);
        char[] meant = mapped(folded, CYRILLIC, LATIN);
        Arrays.fill(folded, '\0');
        return meant;
    }

    /** What the same keys write on a Russian keyboard. */
    static char[] toCyrillic(char[] typed) {
        return mapped(typed, LATIN, CYRILLIC);
    }

    private static char[] mapped(char[] typed, String from, String to) {
        char[] mapped = typed.clone();
        for (int i = 0; i < mapped.length; i++) {
            int at = from.indexOf(Character.toLowerCase(mapped[i]));
            if (at >= 0) {
                mapped[i] = to.charAt(at);
            }
        }
        return mapped;
    }

    /** With the letters of a Russian keyboard in place of ң, ө, ү and ё, as many people type. */
    static char[] folded(char[] typed) {
        return mapped(typed, "ңөүё", "ноуе");
    }

    /** Whether two runs are the same word, capital letters or not. */
    static boolean isSame(char[] one, char[] other) {
        if (one.length != other.length) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            if (Character.toLowerCase(one[i]) != Character.toLowerCase(other[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether letters could be a word of some language, on this keyboard or on the other. */
    static boolean readsLikeAWord(char[] letters) {
        char[] other = toCyrillic(letters);
        boolean reads = isSayable(letters) || isSayable(other);
        Arrays.fill(other, '\0');
        return reads;
    }

    private static boolean isSayable(char[] letters) {
        int vowels = 0;
        int row = 0;
        int longest = 0;
        for (char c : letters) {
            boolean vowel = VOWELS.indexOf(Character.toLowerCase(c)) >= 0;
            vowels += vowel ? 1 : 0;
            row = vowel ? 0 : row + 1;
            longest = Math.max(longest, row);
        }
        return longest <= MOST_CONSONANTS && 5 * vowels >= letters.length;
    }
}
