package org.jailoo.ui.record;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of a text, word by word: what stayed, what went and what came. Long passages that stayed are cut. */
final class WordDiff {
    /** So many pieces of text around a change are shown. */
    private static final int AROUND = 12;

    private static final String CUT = " … ";
    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    private WordDiff() {}

    /** What became of a piece. */
    enum Kind {
        STAYED,
        WENT,
        CAME
    }

    /** A piece of text. */
    record Piece(Kind kind, String text) {}

    /** The way from one text to the other, in the order of reading; what went stands before what came in its place. */
    static List<Piece> of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            stayed(pieces, old.subList(at, delta.getSource().getPosition()), at == 0, false);
            at = delta.getSource().getPosition() + delta.getSource().size();
            if (delta.getType() != DeltaType.INSERT) {
                pieces.add(
                        new Piece(Kind.WENT, String.join("", delta.getSource().getLines())));
            }
            if (delta.getType() != DeltaType.DELETE) {
                pieces.add(
                        new Piece(Kind.CAME, String.join("", delta.getTarget().getLines())));
            }
        }
        stayed(pieces, old.subList(at, old.size()), at == 0, true);
        return pieces;
    }

    private static void stayed(List<Piece> pieces, List<String> words, boolean first, boolean last) {
        int before = first ? 0 : AROUND;
        int after = last ? 0 : AROUND;
        String text = words.size() <= before + after + AROUND
                ? String.join("", words)
                : String.join("", words.subList(0, before))
                        + CUT
                        + String.join("", words.subList(words.size() - after, words.size()));
        if (!text.isEmpty()) {
            pieces.add(new Piece(Kind.STAYED, text));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
