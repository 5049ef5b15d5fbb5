package org.jailoo.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The place in a text where a search has found something: the words in their context, as they were written.
 *
 * @param parts in order, together one line
 * @param found how many of the query's words stand in it
 */
public record Snippet(List<Part> parts, int found) {
    private static final int MATCHES = 500;

    public Snippet {
        parts = List.copyOf(parts);
    }

    /** A piece of text, and whether it is a word that was looked for. */
    public record Part(String text, boolean match) {}

    private record Match(int start, int end, int prefix) {}

    /** The place where most of the words stand, about so many characters of it; no part where none stands. */
    public static Snippet of(String text, SearchQuery query, int width) {
        List<Match> matches = matches(text, query.prefixes());
        int best = 0;
        int most = 0;
        for (int i = 0; i < matches.size(); i++) {
            BitSet words = new BitSet();
            for (int k = i; k < matches.size() && matches.get(k).end - matches.get(i).start <= width; k++) {
                words.set(matches.get(k).prefix);
            }
            if (words.cardinality() > most) {
                best = i;
                most = words.cardinality();
            }
        }
        return most == 0
                ? new Snippet(List.of(), 0)
                : new Snippet(cut(text, matches, matches.get(best).start, width), most);
    }

    private static List<Match> matches(String text, List<String> prefixes) {
        List<Match> matches = new ArrayList<>();
        int length = text.length();
        for (int i = 0, start = -1; i <= length && matches.size() < MATCHES; ) {
            int point = i < length ? text.codePointAt(i) : ' ';
            if (Folding.isWordPart(point)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                String word = Folding.fold(text.substring(start, i));
                for (int p = 0; p < prefixes.size(); p++) {
                    if (word.startsWith(prefixes.get(p))) {
                        matches.add(new Match(start, i, p));
                    }
                }
                start = -1;
            }
            i += Character.charCount(point);
        }
        return matches;
    }

    private static List<Part> cut(String text, List<Match> matches, int first, int width) {
        int from = Math.max(0, first - width / 3);
        int to = Math.min(text.length(), from + width);
        while (from > 0 && from < first && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        while (to < text.length() && to > first && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        List<Part> parts = new ArrayList<>();
        int at = from;
        if (from > 0) {
            parts.add(new Part("… ", false));
        }
        for (Match match : matches) {
            if (match.start >= at && match.end <= to) {
                add(parts, text.substring(at, match.start), false);
                add(parts, text.substring(match.start, match.end), true);
                at = match.end;
            }
        }
        add(parts, text.substring(at, to), false);
        if (to < text.length()) {
            parts.add(new Part(" …", false));
        }
        return parts;
    }

    private static void add(List<Part> parts, String text, boolean match) {
        String line = text.replaceAll("\\s+", " ");
        if (!line.isEmpty()) {
            parts.add(new Part(line, match));
        }
    }
}
