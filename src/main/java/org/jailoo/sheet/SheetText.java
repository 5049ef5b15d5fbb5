package org.jailoo.sheet;

/** Text as a cell can hold it. */
final class SheetText {
    /** A cell holds 32,767 units; Excel counts a line end as one. */
    static final int LONGEST = 32_000;

    private SheetText() {}

    /** The same line ends wherever it was edited. */
    static String normal(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** As much of a text as a cell can show. */
    static String shown(String text) {
        String clean = normal(text).replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF&&[^\\n\\t]]", " ");
        if (clean.length() <= LONGEST) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return clean.substring(0, end) + "…";
    }

    /** Whether a cell shows a text whole: only then may it be changed there. */
    static boolean isWhole(String text) {
        return shown(text).equals(normal(text));
    }

    /** Whether a text holds what nobody types. */
    static boolean hasControl(String text) {
        return text.chars()
                .anyMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF);
    }
}
