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

    private CellText() {}

    /** The parts of a text, escaped; their concatenation is the text. One for a text that fits a cell. */
    static List<String> parts(String text) {
        String escaped = escape(text);
        if (escaped.length() <= MAX) {
            return List.of(escaped);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (escaped.length() - start > MAX) {
            int end = cut(escaped, start + MAX);
            parts.add(escaped.substring(start, end));
            start = end;
        }
        parts.add(escaped.substring(start));
        return parts;
    }

    /** How many cells a text takes. */
    static int count(String text) {
        return text.length() <= SURELY_SHORT ? 1 : parts(text).size();
    }

    /** The last place up to {@code end} that is inside neither a surrogate pair nor an escape. */
    private static int cut(String escaped, int end) {
        if (Character.isLowSurrogate(escaped.charAt(end)) && Character.isHighSurrogate(escaped.charAt(end - 1))) {
            return end - 1;
        }
        for (int start = end - 6; start < end; start++) {
            if (isEscape(escaped, start)) {
                return start;
            }
        }
        return end;
    }

    private static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mustBe = isUnlawful(c) || isEscape(text, i);
            if (mustBe && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                if (mustBe) {
                    escaped.append(String.format("_x%04X_", (int) c));
                } else {
                    escaped.append(c);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
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
