package org.jailoo.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Words, names and places that people of Central Asia take for passphrases, the likeliest first. */
final class LocalWords {
    private static final String LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяёңөү";
    private static final String[] SOUNDS =
            "a b v g d e j z i y k l m n o p r s t u f h ts ch sh sch - y - e yu ya yo n o u".split(" ", -1);

    private LocalWords() {}

    /** As they are written, without ң, ө, ү, and in Latin letters. */
    static List<String> read() throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (InputStream in = Objects.requireNonNull(LocalWords.class.getResourceAsStream("words.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                for (String word : line.strip().split("\\s+", 0)) {
                    words.add(word);
                    words.add(new String(Keyboards.folded(word.toCharArray())));
                    words.add(latin(word));
                }
            });
        }
        words.remove("");
        return new ArrayList<>(words);
    }

    private static String latin(String word) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int at = LETTERS.indexOf(c);
            latin.append(at < 0 ? String.valueOf(c) : SOUNDS[at].equals("-") ? "" : SOUNDS[at]);
        }
        return latin.toString();
    }
}
