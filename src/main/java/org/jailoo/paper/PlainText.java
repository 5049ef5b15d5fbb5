package org.jailoo.paper;

import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Writes any text into a run: its lines and tabs as such, and what XML cannot hold as the sign for something unreadable. */
final class PlainText {
    private static final char UNREADABLE = '\uFFFD';

    private PlainText() {}

    static void into(XWPFRun run, String text) {
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            i += Character.charCount(sign);
            if (sign == '\r' && i < text.length() && text.charAt(i) == '\n') {
                continue;
            }
            if (isLineEnd(sign)) {
                flush(run, piece);
                run.addBreak();
            } else if (sign == '\t') {
                flush(run, piece);
                run.addTab();
            } else if (isAllowed(sign)) {
                piece.appendCodePoint(sign);
            } else {
                piece.append(UNREADABLE);
            }
        }
        flush(run, piece);
    }

    /** The lines of a text, however they end. */
    static String[] lines(String text) {
        return text.split("\\R", -1);
    }

    private static void flush(XWPFRun run, StringBuilder piece) {
        if (!piece.isEmpty()) {
            run.setText(piece.toString(), run.getCTR().sizeOfTArray());
            piece.setLength(0);
        }
    }

    private static boolean isLineEnd(int sign) {
        return sign == '\n'
                || sign == '\r'
                || sign == 0x0B
                || sign == '\f'
                || sign == 0x85
                || sign == 0x2028
                || sign == 0x2029;
    }

    /** XML 1.0; half of a surrogate pair is none, and the C1 controls are for no eye. */
    private static boolean isAllowed(int sign) {
        return (sign >= 0x20 && sign < 0x7F)
                || (sign >= 0xA0 && sign < 0xD800)
                || (sign >= 0xE000 && sign <= 0xFFFD)
                || sign >= 0x10000;
    }
}
