package org.jailoo.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What tells in free text of whom it speaks: codes as they are written, and names in any of their endings.
 *
 * @param codes each as its folded words, which must follow one another
 * @param beginnings of names of more than four letters, folded and stemmed
 * @param shorts folded names of three or four letters, after which at most three more may stand
 */
public record Wanted(List<List<String>> codes, Set<String> beginnings, Set<String> shorts) {
    private static final int SHORT = 4;
    private static final int SHORTEST = 3;
    private static final int ENDING = 3;
    private static final String VOWELS = "аяоеиыуюэaeiouy";

    public Wanted {
        codes = codes.stream().map(List::copyOf).toList();
        beginnings = Set.copyOf(beginnings);
        shorts = Set.copyOf(shorts);
    }

    /**
     * A place in a text.
     *
     * @param place how many characters (code points) stand before it
     * @param name whether a name stands there, or else a code
     */
    public record Found(int place, boolean name) {}

    private record Word(String folded, int start) {}

    /** What to look for, given codes and names as people write them; what is too short to tell anybody is left out. */
    public static Wanted of(Collection<String> codes, Collection<String> names) {
        List<List<String>> wanted = new ArrayList<>();
        for (String code : codes) {
            List<String> words = words(code).stream().map(Word::folded).toList();
            if (String.join("", words).length() >= SHORTEST) {
                wanted.add(words);
            }
        }
        Set<String> beginnings = new HashSet<>();
        Set<String> shorts = new HashSet<>();
        for (String name : names) {
            for (Word word : words(name)) {
                int length = word.folded().length();
                if (length > SHORT) {
                    beginnings.add(Stem.of(word.folded()));
                } else if (length >= SHORTEST) {
                    shorts.add(word.folded());
                }
            }
        }
        return new Wanted(wanted, beginnings, shorts);
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return codes.isEmpty() && beginnings.isEmpty() && shorts.isEmpty();
    }

    /** The first place where a text tells of whom it speaks; codes before names. */
    public Optional<Found> in(String text) {
        List<Word> words = words(text);
        for (int i = 0; i < words.size(); i++) {
            for (List<String> code : codes) {
                if (stands(code, words, i)) {
                    return Optional.of(found(text, words.get(i), false));
                }
            }
        }
        return words.stream().filter(word -> isName(word.folded())).findFirst().map(word -> found(text, word, true));
    }

    private static boolean stands(List<String> code, List<Word> words, int at) {
        if (at + code.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < code.size(); i++) {
            if (!words.get(at + i).folded().equals(code.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isName(String word) {
        for (String beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        for (String name : shorts) {
            // Анна, Анны, Аннага: the vowel at the end gives way.
            boolean vowel = name.length() == SHORT && VOWELS.indexOf(name.charAt(name.length() - 1)) >= 0;
            String root = vowel ? name.substring(0, name.length() - 1) : name;
            if (word.startsWith(root) && word.length() <= name.length() + ENDING) {
                return true;
            }
        }
        return false;
    }

    private static Found found(String text, Word word, boolean name) {
        return new Found(text.codePointCount(0, word.start()), name);
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int length = text.length();
        for (int i = 0, start = -1; i <= length; ) {
            int point = i < length ? text.codePointAt(i) : ' ';
            if (Folding.isWordPart(point)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                String folded = Folding.fold(text.substring(start, i)).strip();
                if (!folded.isEmpty()) {
                    words.add(new Word(folded, start));
                }
                start = -1;
            }
            i += Character.charCount(point);
        }
        return words;
    }
}
