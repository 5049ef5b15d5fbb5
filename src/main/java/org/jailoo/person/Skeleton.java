package org.jailoo.person;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jailoo.search.Folding;

/**
 * A word reduced to what all its spellings share: Kyrgyz and Russian, Cyrillic and the Latin letters of passports and maps
 * come out as the same few letters. Чыңгыз, Чингиз, Chynggyz and CHINGIZ are one.
 */
final class Skeleton {
    private static final String FROM = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] TO =
            "a b v g d e io j z i i k l m n o p r s t u f k ts ch sh sh _ i _ e iu ia".split(" ");
    private static final Map<Character, String> LETTERS = letters();
    /** In this order: what stands before is no longer there for what stands behind. */
    private static final String[][] SOUNDS = {
        {"shch", "w"},
        {"sch", "w"},
        {"tch", "c"},
        {"ch", "c"},
        {"sh", "w"},
        {"dzh", "j"},
        {"dj", "j"},
        {"zh", "j"},
        {"kh", "k"},
        {"gh", "g"},
        {"ts", "s"},
        {"ck", "k"},
        {"ph", "f"},
        {"dz", "z"},
        {"ks", "k"},
        {"x", "k"},
        {"q", "k"},
        {"h", "k"},
        {"y", "i"}
    };

    private static final String[][] GLIDES = {{"iu", "u"}, {"ia", "a"}, {"ie", "e"}, {"io", "e"}};

    private Skeleton() {}

    private static Map<Character, String> letters() {
        Map<Character, String> letters = new HashMap<>();
        for (int i = 0; i < TO.length; i++) {
            letters.put(FROM.charAt(i), TO[i].equals("_") ? "" : TO[i]);
        }
        return letters;
    }

    /** Of one word, without spaces; empty where nothing of it is a letter. */
    static String of(String word) {
        // The nasal is told from н here, as somebody may have written it нг or ng; the rest folds as in the search.
        String folded = Folding.fold(word.toLowerCase(Locale.ROOT).replace("ң", "нг"));
        StringBuilder latin = new StringBuilder(folded.length() + 4);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            String to = LETTERS.get(c);
            if (to != null) {
                latin.append(to);
            } else if (c >= 'a' && c <= 'z') {
                latin.append(c);
            } else if (Character.isLetter(c)) {
                latin.append(bare(c));
            }
        }
        String text = single(latin.toString());
        for (String[] sound : SOUNDS) {
            text = text.replace(sound[0], sound[1]);
        }
        text = single(text).replace("ngg", "ng").replace("ng", "n");
        for (String[] glide : GLIDES) {
            text = text.replace(glide[0], glide[1]);
        }
        return single(text.replace("dj", "j"));
    }

    /** ö as o: the letter without its marks. */
    private static String bare(char c) {
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        char first = Character.toLowerCase(parts.charAt(0));
        return first >= 'a' && first <= 'z' ? String.valueOf(first) : "";
    }

    /** One letter for two alike. */
    private static String single(String text) {
        StringBuilder single = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i) != text.charAt(i - 1)) {
                single.append(text.charAt(i));
            }
        }
        return single.toString();
    }
}
