package org.jailoo.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A full name taken apart: what is a surname and what a father's name by its ending or by уулу and кызы, and what is
 * neither and may be the forename, in whichever order it was written.
 *
 * @param words in the order written, уулу and кызы left out
 */
record NameWords(List<Part> words, List<Part> plains, List<Part> surnames, List<Part> fathers) {
    private static final Set<String> CHILD_OF =
            Set.of("ulu", "uli", "ul", "ugli", "ogli", "ulo", "kizi", "gizi", "kiz", "giz", "kize");
    private static final Set<String> NO_SURNAMES = Set.of("lubov", "eva", "lev");
    /** Ильич and the few like it. */
    private static final Set<String> FATHERS = Set.of("ilic", "kuzmic", "lukic", "fomic", "nikitic", "savic");

    private static final int STEM = 3;

    /** What a word of a name says. */
    enum Role {
        /** The forename, or a word of which that cannot be told. */
        PLAIN,
        /** Of a family: Асанов, Асантеги. */
        SURNAME,
        /** Of the father: Асанович, Асан уулу. */
        FATHER
    }

    /**
     * A word of a name.
     *
     * @param stem its skeleton without what makes it a surname or a father's name; one letter of an initial
     */
    record Part(String stem, Role role) {
        boolean isInitial() {
            return stem.length() == 1;
        }
    }

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}'’ʼ`]+");

    static NameWords of(String written, Skeletons skeletons) {
        List<Part> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String each : BETWEEN.split(written.strip(), -1)) {
            String word = skeletons.of(each);
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int last = parts.size() - 1;
            if (last >= 0 && isChildOf(words, i)) {
                parts.set(last, new Part(bare(parts.get(last).stem()), Role.FATHER));
            } else if (last >= 0 && (word.equals("tegi") || word.equals("tegin"))) {
                parts.set(last, new Part(bare(parts.get(last).stem()), Role.SURNAME));
            } else {
                parts.add(part(word));
            }
        }
        return new NameWords(
                List.copyOf(parts), of(parts, Role.PLAIN), of(parts, Role.SURNAME), of(parts, Role.FATHER));
    }

    /** уулу, кызы and what is written for them; у. and к. only between two names. */
    private static boolean isChildOf(List<String> words, int at) {
        String word = words.get(at);
        boolean between = words.get(at - 1).length() > 2
                && at + 1 < words.size()
                && words.get(at + 1).length() > 2;
        return CHILD_OF.contains(word)
                || ((word.equals("u") || word.equals("k"))
                        && between
                        && part(words.get(at - 1)).role() == Role.PLAIN);
    }

    private static Part part(String word) {
        for (String end : new String[] {"tegin", "tegi"}) {
            if (word.endsWith(end) && word.length() >= end.length() + STEM) {
                return new Part(bare(word.substring(0, word.length() - end.length())), Role.SURNAME);
            }
        }
        for (String end : new String[] {"ulu", "uli", "kizi", "gizi"}) {
            // Айсулуу is no son of Айс.
            if (word.endsWith(end) && word.length() >= end.length() + STEM && !word.endsWith("sulu")) {
                return new Part(bare(word.substring(0, word.length() - end.length())), Role.FATHER);
            }
        }
        for (String end : new String[] {"ovic", "evic", "ovna", "evna", "inicna", "icna"}) {
            if (word.endsWith(end) && word.length() >= end.length() + STEM - 1) {
                return new Part(bare(word.substring(0, word.length() - end.length())), Role.FATHER);
            }
        }
        for (String end : new String[] {"ov", "ev", "ova", "eva"}) {
            if (word.endsWith(end) && word.length() >= end.length() + STEM && !NO_SURNAMES.contains(word)) {
                return new Part(bare(word.substring(0, word.length() - end.length())), Role.SURNAME);
            }
        }
        return FATHERS.contains(word)
                ? new Part(word.substring(0, word.length() - 2), Role.FATHER)
                : new Part(word, Role.PLAIN);
    }

    /** Атай and Ата(ев), Сергей and Серге(евич), Василий and Василь(евич): without the vowel before an ending. */
    private static String bare(String stem) {
        return stem.length() > STEM && stem.endsWith("i") ? stem.substring(0, stem.length() - 1) : stem;
    }

    /** What a father's name and a surname are compared by where the other is a plain word. */
    static String asStem(String word) {
        return bare(word);
    }

    private static List<Part> of(List<Part> words, Role role) {
        return words.stream().filter(part -> part.role() == role).toList();
    }
}
