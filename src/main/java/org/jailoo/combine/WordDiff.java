package org.jailoo.combine;

import java.util.ArrayList;
import java.util.List;

/** What became of a text, word by word: what stayed, what went and what came. Long passages that stayed are cut. */
public final class WordDiff {
    /** So many pieces of text around a change are shown. */
    private static final int AROUND = 12;

    private static final String CUT = " … ";

    private WordDiff() {}

    /** What became of a piece. */
    public enum Kind {
        STAYED,
        WENT,
        CAME
    }

    /** A piece of text. */
    public record Piece(Kind kind, String text) {}

    /** The way from one text to the other, in the order of reading; what went stands before what came in its place. */
    public static List<Piece> of(String before, String after) {
        return pieces(before, after, true);
    }

    /** The same with nothing cut. */
    public static List<Piece> whole(String before, String after) {
        return pieces(before, after, false);
    }

    private static List<Piece> pieces(String before, String after, boolean cut) {
        List<Piece> raw = new ArrayList<>();
        compare(raw, before, after);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            Piece piece = raw.get(i);
            if (cut && piece.kind() == Kind.STAYED) {
                pieces.add(new Piece(Kind.STAYED, cut(piece.text(), i == 0, i == raw.size() - 1)));
            } else {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** By words; of long texts by sentences first, so that only what differs is looked at word by word. */
    private static void compare(List<Piece> into, String before, String after) {
        List<String> old = Pieces.words(before);
        List<String> now = Pieces.words(after);
        if (old.size() + now.size() <= Pieces.MOST) {
            byWords(into, old, now);
            return;
        }
        List<String> oldSentences = Pieces.sentences(before);
        List<String> nowSentences = Pieces.sentences(after);
        int at = 0;
        for (Pieces.Change change : Pieces.changes(oldSentences, nowSentences)) {
            add(into, Kind.STAYED, oldSentences.subList(at, change.from()));
            byWords(
                    into,
                    Pieces.words(String.join("", oldSentences.subList(change.from(), change.to()))),
                    Pieces.words(String.join("", nowSentences.subList(change.otherFrom(), change.otherTo()))));
            at = change.to();
        }
        add(into, Kind.STAYED, oldSentences.subList(at, oldSentences.size()));
    }

    private static void byWords(List<Piece> into, List<String> old, List<String> now) {
        int at = 0;
        for (Pieces.Change change : Pieces.changes(old, now)) {
            add(into, Kind.STAYED, old.subList(at, change.from()));
            add(into, Kind.WENT, old.subList(change.from(), change.to()));
            add(into, Kind.CAME, now.subList(change.otherFrom(), change.otherTo()));
            at = change.to();
        }
        add(into, Kind.STAYED, old.subList(at, old.size()));
    }

    private static void add(List<Piece> into, Kind kind, List<String> parts) {
        if (parts.isEmpty()) {
            return;
        }
        String text = String.join("", parts);
        int last = into.size() - 1;
        if (last >= 0 && into.get(last).kind() == kind) {
            into.set(last, new Piece(kind, into.get(last).text() + text));
        } else {
            into.add(new Piece(kind, text));
        }
    }

    private static String cut(String text, boolean first, boolean last) {
        List<String> words = Pieces.words(text);
        int before = first ? 0 : AROUND;
        int after = last ? 0 : AROUND;
        return words.size() <= before + after + AROUND
                ? text
                : String.join("", words.subList(0, before))
                        + CUT
                        + String.join("", words.subList(words.size() - after, words.size()));
    }
}
