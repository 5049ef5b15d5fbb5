package org.jailoo.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person looks for: the beginnings of words, all of which must stand in a text.
 *
 * @param prefixes folded and stemmed, of letters and digits alone
 */
public record SearchQuery(List<String> prefixes) {
    /** How many words count; what is typed beyond is left out, which finds more, never less. */
    static final int MAX_WORDS = 32;

    /** How many letters of a word count. */
    static final int MAX_LETTERS = 64;

    public SearchQuery {
        prefixes = List.copyOf(prefixes);
    }

    /** The query for what a person typed, or empty if nothing in it can be searched for. */
    public static Optional<SearchQuery> parse(String typed) {
        Set<String> prefixes = new LinkedHashSet<>();
        int length = typed.length();
        for (int i = 0, start = -1; i <= length && prefixes.size() < MAX_WORDS; ) {
            int point = i < length ? typed.codePointAt(i) : ' ';
            if (Folding.isWordPart(point)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                String stem = Stem.of(typed.substring(start, i));
                if (!stem.isEmpty()) {
                    prefixes.add(limited(stem));
                }
                start = -1;
            }
            i += Character.charCount(point);
        }
        return prefixes.isEmpty() ? Optional.empty() : Optional.of(new SearchQuery(List.copyOf(prefixes)));
    }

    /** The MATCH expression of FTS5: quoted prefixes joined by AND. No input makes it a syntax error. */
    public String match() {
        return prefixes.stream().map(prefix -> '"' + prefix + "\"*").collect(Collectors.joining(" AND "));
    }

    private static String limited(String stem) {
        return stem.codePointCount(0, stem.length()) <= MAX_LETTERS
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, MAX_LETTERS));
    }
}
