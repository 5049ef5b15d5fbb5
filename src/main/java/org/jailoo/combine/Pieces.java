package org.jailoo.combine;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in pieces that together are the text again: words with what stands between them, or whole sentences. */
final class Pieces {
    /** Two texts of more pieces together that differ are not compared piece by piece: that takes their product. */
    static final int MOST = 1600;

    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
    /** Up to a full stop or its like, with the quotes that close behind it and the space after; or up to a line's end. */
    private static final Pattern SENTENCE =
            Pattern.compile("[^.!?…\\n]*+(?:[.!?…]++[\"'»”’)\\]]*+(?=\\s|\\z)\\s*+|[.!?…]++|\\n\\s*+|\\z)");

    private Pieces() {}

    /**
     * A stretch in which two rows of pieces differ.
     *
     * @param from where it begins in the first, {@code to} the place after its last piece there
     * @param otherFrom the same in the second
     */
    record Change(int from, int to, int otherFrom, int otherTo) {}

    static List<String> words(String text) {
        return matches(WORD, text);
    }

    /** Sentences, each with the space after it. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String piece : matches(SENTENCE, text)) {
            open.append(piece);
            if (Character.isWhitespace(piece.charAt(piece.length() - 1))) {
                sentences.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            sentences.add(open.toString());
        }
        return sentences;
    }

    private static List<String> matches(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().isEmpty()) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    /** The stretches in which the two differ, in their order; of very long ones everything between the ends. */
    static List<Change> changes(List<String> one, List<String> other) {
        int start = 0;
        int least = Math.min(one.size(), other.size());
        while (start < least && one.get(start).equals(other.get(start))) {
            start++;
        }
        int end = 0;
        while (end < least - start && one.get(one.size() - 1 - end).equals(other.get(other.size() - 1 - end))) {
            end++;
        }
        List<String> from = one.subList(start, one.size() - end);
        List<String> to = other.subList(start, other.size() - end);
        if (from.isEmpty() && to.isEmpty()) {
            return List.of();
        }
        if (from.isEmpty() || to.isEmpty() || from.size() + to.size() > MOST) {
            return List.of(new Change(start, one.size() - end, start, other.size() - end));
        }
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            int a = start + delta.getSource().getPosition();
            int b = start + delta.getTarget().getPosition();
            changes.add(new Change(
                    a, a + delta.getSource().size(), b, b + delta.getTarget().size()));
        }
        return changes;
    }
}
