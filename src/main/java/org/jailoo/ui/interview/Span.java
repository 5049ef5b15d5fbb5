package org.jailoo.ui.interview;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text, in UTF-16 code units as the editor counts them.
 *
 * @param start of its first unit
 * @param end behind its last one; greater than the start
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(start + ".." + end);
        }
    }

    /**
     * The same words after an edit; null where none of them is left. What is written at the very beginning or end
     * stands outside, what is written between two of the words belongs to them.
     *
     * @param at where units were removed and others inserted
     */
    public @Nullable Span after(int at, int removed, int inserted) {
        int cut = at + removed;
        int by = inserted - removed;
        if (cut <= start) {
            return new Span(start + by, end + by);
        }
        if (at >= end) {
            return this;
        }
        if (at > start && cut < end) {
            return new Span(start, end + by);
        }
        if (at > start) {
            return new Span(start, at);
        }
        return cut < end ? new Span(at + inserted, end + by) : null;
    }

    /** Where the words stand in a text: at their place, or else where they occur nearest to it; null where nowhere. */
    public static @Nullable Span find(String text, String words, int near) {
        if (words.isEmpty()) {
            return null;
        }
        if (near >= 0 && text.startsWith(words, near)) {
            return new Span(near, near + words.length());
        }
        int before = text.lastIndexOf(words, near);
        int behind = text.indexOf(words, Math.max(0, near));
        if (before < 0 && behind < 0) {
            return null;
        }
        boolean back = behind < 0 || (before >= 0 && near - before <= behind - near);
        int start = back ? before : behind;
        return new Span(start, start + words.length());
    }

    /** The words themselves. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** This stretch without white space at its ends; null where it is nothing else. */
    public @Nullable Span trimmed(String text) {
        int from = start;
        int to = Math.min(end, text.length());
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return from < to ? new Span(from, to) : null;
    }

    /** This stretch with no half of a letter at its ends; null where it is nothing else. */
    @Nullable
    Span whole(String text) {
        int from = Character.isLowSurrogate(text.charAt(start))
                        && start > 0
                        && Character.isHighSurrogate(text.charAt(start - 1))
                ? start + 1
                : start;
        int to = Character.isHighSurrogate(text.charAt(end - 1))
                        && end < text.length()
                        && Character.isLowSurrogate(text.charAt(end))
                ? end - 1
                : end;
        return from < to ? new Span(from, to) : null;
    }
}
