package org.jailoo.leaks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Words that stand nowhere else, each with the place that it was planted in; the same ones for the same seed. */
final class Canaries {
    private static final int LETTERS = 14;
    private static final String LATIN = "bcdfghjkmnpqrstvwxz";
    private static final String KYRGYZ = "бвгджзклмнңпрстөүуыаөүң";

    private final Random random;
    private final Map<String, String> planted = new LinkedHashMap<>();

    Canaries(long seed) {
        this.random = new Random(seed);
    }

    /** A new word, half of them in Latin letters and half in Kyrgyz ones. */
    String next(String place) {
        boolean latin = planted.size() % 2 == 0;
        String letters = latin ? LATIN : KYRGYZ;
        StringBuilder word = new StringBuilder();
        while (word.length() < LETTERS) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        planted.put(word.toString(), place);
        return word.toString();
    }

    /** The words, and where each was planted. */
    Map<String, String> planted() {
        return planted;
    }
}
