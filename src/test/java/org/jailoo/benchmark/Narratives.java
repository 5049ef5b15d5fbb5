package org.jailoo.benchmark;

import java.util.Random;

/** Invented Cyrillic texts with the word frequencies of real ones: few words often, most of them rarely. */
public final class Narratives {
    private static final String LETTERS = "абвгдеёжзийклмнңоөпрстуүфхцчшыэюя";
    private static final int WORDS = 20_000;

    private final String[] words = new String[WORDS];

    public Narratives(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            int length = 3 + random.nextInt(8);
            for (int l = 0; l < length; l++) {
                word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            words[i] = word.toString();
        }
    }

    /** The word of this rank: 0 is the most frequent. */
    String word(int rank) {
        return words[rank];
    }

    /** A text of about so many UTF-8 bytes; the same for the same seed. */
    public String text(long seed, int bytes) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(bytes);
        int size = 0;
        while (size < bytes) {
            // Zipf: the word of rank r comes about 1/r as often as the first.
            String word = words[(int) Math.min(WORDS - 1, Math.pow(WORDS, random.nextDouble()) - 1)];
            text.append(word).append(random.nextInt(12) == 0 ? ". " : " ");
            size += word.length() * 2 + 1;
        }
        return text.toString();
    }
}
