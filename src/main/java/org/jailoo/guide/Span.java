package org.jailoo.guide;

import org.jspecify.annotations.Nullable;

/**
 * Some words of a line, and what they are.
 *
 * @param name of what the words are the label, as {@code key:home.page.title}; null for all other words
 */
public record Span(String text, Kind kind, @Nullable String name) {
    /** What words are. */
    public enum Kind {
        PLAIN,
        /** They must not be overlooked. */
        STRONG,
        /** What stands on a button, a tab, a field or a screen. */
        LABEL,
        /** Keys of the keyboard. */
        KEYS
    }

    static Span of(String text, Kind kind) {
        return new Span(text, kind, null);
    }
}
