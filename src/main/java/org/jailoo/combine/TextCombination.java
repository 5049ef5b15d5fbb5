package org.jailoo.combine;

import java.util.List;
import org.jailoo.combine.Pieces.Change;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion of one text for several that were written without knowing of each other.
 *
 * <p>What one of them changed and another left as it was is taken over; where both changed the same sentence in different
 * ways, both stand, one after the other. So a word that is missing stood in the text that both began with, and one of
 * them took it out. Without such a text nothing is missing at all.
 *
 * @param both whether somewhere both versions stand side by side, for a person to choose
 */
public record TextCombination(String text, boolean both) {
    /**
     * Of all of these.
     *
     * @param before what all of them began with; null where that is not known
     * @param texts at least one
     */
    public static TextCombination of(@Nullable String before, List<String> texts) {
        TextCombination all = new TextCombination(texts.get(0), false);
        for (String text : texts.subList(1, texts.size())) {
            TextCombination next = of(before, all.text(), text);
            all = new TextCombination(next.text(), all.both() || next.both());
        }
        return all;
    }

    private static TextCombination of(@Nullable String before, String one, String other) {
        if (one.equals(other) || other.equals(before)) {
            return new TextCombination(one, false);
        }
        if (one.equals(before)) {
            return new TextCombination(other, false);
        }
        Joined joined = new Joined();
        if (before == null || before.isBlank()) {
            union(joined, new Sentences(one), new Sentences(other));
        } else {
            merge(joined, new Sentences(before), new Sentences(one), new Sentences(other));
        }
        return new TextCombination(joined.text.toString(), joined.both);
    }

    /** Sentences, compared without the space around them. */
    private record Sentences(List<String> whole, List<String> bare) {
        Sentences(String text) {
            this(Pieces.sentences(text));
        }

        private Sentences(List<String> whole) {
            this(whole, whole.stream().map(String::strip).toList());
        }

        String part(int from, int to) {
            return String.join("", whole.subList(from, to));
        }

        int size() {
            return whole.size();
        }
    }

    /** A text as it grows: two sentences never run into one another. */
    private static final class Joined {
        private final StringBuilder text = new StringBuilder();
        private boolean both;

        void add(String part) {
            if (part.isEmpty()) {
                return;
            }
            if (!text.isEmpty()
                    && !Character.isWhitespace(text.charAt(text.length() - 1))
                    && !Character.isWhitespace(part.charAt(0))) {
                text.append(' ');
            }
            text.append(part);
        }

        void addBoth(String one, String other) {
            add(one);
            add(other);
            both = true;
        }
    }

    /** Every sentence of both, those that they share once. */
    private static void union(Joined into, Sentences one, Sentences other) {
        int at = 0;
        for (Change change : Pieces.changes(one.bare(), other.bare())) {
            into.add(one.part(at, change.from()));
            String left = one.part(change.from(), change.to());
            String right = other.part(change.otherFrom(), change.otherTo());
            if (left.isEmpty() || right.isEmpty()) {
                into.add(left + right);
            } else if (holdsAll(left, right)) {
                into.add(left);
            } else if (holdsAll(right, left)) {
                into.add(right);
            } else {
                into.addBoth(left, right);
            }
            at = change.to();
        }
        into.add(one.part(at, one.size()));
    }

    /** Whether a text is another with words put in, and none taken out. */
    private static boolean holdsAll(String more, String less) {
        List<String> wanted = bare(less);
        int found = 0;
        for (String word : bare(more)) {
            if (found < wanted.size() && wanted.get(found).equals(word)) {
                found++;
            }
        }
        return found == wanted.size();
    }

    private static List<String> bare(String text) {
        return Pieces.words(text).stream().filter(word -> !word.isBlank()).toList();
    }

    /** What the two made of a text, stretch by stretch: from one change that touches none to the next. */
    private static void merge(Joined into, Sentences before, Sentences one, Sentences other) {
        for (Stretch stretch : Stretch.all(
                before.size(),
                Pieces.changes(before.bare(), one.bare()),
                Pieces.changes(before.bare(), other.bare()))) {
            String old = before.part(stretch.from(), stretch.to());
            String left = one.part(stretch.oneFrom(), stretch.oneTo());
            String right = other.part(stretch.otherFrom(), stretch.otherTo());
            if (stretch.other() == Stretch.Did.LEFT) {
                into.add(left);
            } else if (stretch.one() == Stretch.Did.LEFT) {
                into.add(right);
            } else if (left.strip().equals(right.strip())) {
                into.add(left);
            } else {
                inside(into, old, left, right);
            }
        }
    }

    /** Both changed these sentences: word by word, if their changes do not touch; else both stand. */
    private static void inside(Joined into, String old, String left, String right) {
        List<String> before = Pieces.words(old);
        List<String> one = Pieces.words(left);
        List<String> other = Pieces.words(right);
        StringBuilder merged = new StringBuilder();
        for (Stretch stretch : Stretch.all(before.size(), Pieces.changes(before, one), Pieces.changes(before, other))) {
            String a = String.join("", one.subList(stretch.oneFrom(), stretch.oneTo()));
            String b = String.join("", other.subList(stretch.otherFrom(), stretch.otherTo()));
            if (stretch.other() == Stretch.Did.LEFT || a.equals(b)) {
                merged.append(a);
            } else if (stretch.one() == Stretch.Did.LEFT) {
                merged.append(b);
            } else {
                // Also where one took out what the other wrote on: that stays, for a person to see.
                into.addBoth(left, right);
                return;
            }
        }
        into.add(merged.toString());
    }
}
