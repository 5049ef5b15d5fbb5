package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as a workbook may hold it, so that every character comes back: what XML forbids is written {@code _xHHHH_}, as
 * Excel itself does, and what is too long for one cell goes on in the next.
 */
final class CellText {
    /** What a cell holds, in UTF-16 units. */
    static final int MAX = 32_767;

    /** Of a text that is no longer, no part can be too long, whatever is escaped in it. */
    private static final int SURELY_SHORT = MAX / 7;

    /** The length of an escape. */
    private static final int ESCAPED = 7;

    private CellText() {}

    /** The parts of a text, escaped; their concatenation is the text. One for a text that fits a cell. */
    static List<String> parts(String text) {
        if (text.length() <= SURELY_SHORT && !hasToBeEscaped(text)) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder(Math.min(text.length() + 16, MAX));
        for (int i = 0; i < text.length(); ) {
            int end = i + Character.charCount(text.codePointAt(i));
            boolean escaped = mustBeEscaped(text, i);
            // Neither a surrogate pair nor an escape is cut: an escape ends as the next one begins.
            if (part.length() + (escaped ? ESCAPED : end - i) > MAX) {
                parts.add(part.toString());
                part.setLength(0);
            }
            if (escaped) {
                part.append(String.format("_x%04X_", (int) text.charAt(i)));
            } else {
                part.append(text, i, end);
            }
            i = end;
        }
        parts.add(part.toString());
        return parts;
    }

    private static boolean hasToBeEscaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mustBeEscaped(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mustBeEscaped(String text, int at) {
        return isUnlawful(text.charAt(at)) || isEscape(text, at);
    }

    /** How many cells a text takes. */
    static int count(String text) {
        return text.length() <= SURELY_SHORT ? 1 : parts(text).size();
    }

    /** What XML 1.0 forbids, and the CR, which its readers would make a LF. */
    private static boolean isUnlawful(char c) {
        return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
    }

    /** Whether an underscore begins what a reader would take for an escape: {@code _xHHHH_}. */
    private static boolean isEscape(String text, int at) {
        if (at < 0 || at + 7 > text.length() || text.charAt(at) != '_' || text.charAt(at + 1) != 'x') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        // What must be escaped begins with an underscore once it is.
        return text.charAt(at + 6) == '_' || isUnlawful(text.charAt(at + 6));
    }

    /** Whether a program might take a text for something else than text when somebody edits its cell. */
    static boolean looksLikeMore(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return "=+-@\t\r\n'".indexOf(first) >= 0 || (first >= '0' && first <= '9' && text.length() < 256);
    }

    /** Whether a reader might take white space at the ends away. */
    static boolean hasOuterSpace(String text) {
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }
}
