package org.jailoo.report;

import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** How a row looks. */
enum Look {
    TITLE,
    NOTE,
    HEADER,
    /** The second line of a header: names of fields as the schema has them. */
    CODES,
    /** Rows of a table to read. */
    READ,
    TOTAL,
    CONTRADICTED,
    /** Rows of which there may be hundreds of thousands. */
    BULK;

    private static final String HEADER_FILL = "DCE6F1";
    private static final String CONTRADICTED_FILL = "FDE9D9";
    private static final String GREY = "7F7F7F";

    /** Greater numbers are shown with an exponent unless a format says otherwise. */
    private static final long LONGEST_PLAIN = 9_999_999_999L;

    /** The format of text that stays text when its cell is edited. */
    private static final String AS_TEXT = "@";

    /** Whether a text that is wider than its column goes on in a further line. */
    boolean wraps() {
        return this == HEADER || this == READ || this == TOTAL || this == CONTRADICTED;
    }

    /** Gives the cell its look, which depends on what it holds. */
    void dress(Worksheet sheet, int row, int column, Cell cell, boolean asText) {
        String format = format(cell, asText);
        if (this == BULK && format == null) {
            return;
        }
        StyleSetter style = sheet.style(row, column);
        if (format != null) {
            style.format(format);
        }
        if (cell instanceof Cell.Hidden) {
            // It stands where its number would.
            style.horizontalAlignment("right");
        }
        switch (this) {
            case TITLE -> style.bold().fontSize(13);
            case NOTE -> style.italic().fontColor(GREY);
            case HEADER -> style.bold().fillColor(HEADER_FILL).wrapText(true).verticalAlignment("top");
            case CODES -> style.italic().fontColor(GREY).fillColor(HEADER_FILL);
            case READ -> style.wrapText(true).verticalAlignment("top");
            case TOTAL -> style.bold().wrapText(true).verticalAlignment("top");
            case CONTRADICTED ->
                style.fillColor(CONTRADICTED_FILL).wrapText(true).verticalAlignment("top");
            case BULK -> {
                // The format is all there is.
            }
        }
        style.set();
    }

    private static @org.jspecify.annotations.Nullable String format(Cell cell, boolean asText) {
        if (cell instanceof Cell.Day) {
            return "yyyy-mm-dd";
        }
        if (cell instanceof Cell.Share) {
            return "0%";
        }
        if (cell instanceof Cell.Count number && Math.abs(number.value()) > LONGEST_PLAIN) {
            return "0";
        }
        return asText ? AS_TEXT : null;
    }
}
