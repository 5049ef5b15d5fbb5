package org.jailoo.report;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** How a row looks. */
enum Look {
    TITLE,
    /** The title of a table. */
    CAPTION,
    NOTE,
    /** A way to another place in the workbook. */
    LINK,
    HEADER,
    HEADER_OF_NUMBERS,
    /** The second line of a header: names of fields as the schema has them. */
    CODES,
    /** Rows of a table to read. */
    READ,
    TOTAL,
    CONTRADICTED,
    /** Rows of which there may be hundreds of thousands. */
    BULK;

    private static final String HEADER_FILL = "DCE6F1";
    private static final String LINK_COLOUR = "1F4E99";
    private static final String TOTAL_FILL = "F2F2F2";
    private static final String LINE = "A6A6A6";
    private static final String CONTRADICTED_FILL = "FDE9D9";
    private static final String GREY = "595959";

    /** Greater numbers are shown with an exponent unless a format says otherwise. */
    private static final long LONGEST_PLAIN = 9_999_999_999L;

    /** The format of text that stays text when its cell is edited. */
    private static final String AS_TEXT = "@";

    /** Whether a text that is wider than its column goes on in a further line. */
    boolean wraps() {
        return this == HEADER || this == HEADER_OF_NUMBERS || this == READ || this == TOTAL || this == CONTRADICTED;
    }

    /** Whether thin lines stand around its cells: it is a row of a table to read. */
    boolean framed() {
        return this == HEADER || this == HEADER_OF_NUMBERS || this == READ || this == TOTAL || this == CONTRADICTED;
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
        if (framed()) {
            style.borderStyle(BorderStyle.THIN).borderColor(LINE);
        }
        switch (this) {
            case TITLE -> style.bold().fontSize(15);
            case CAPTION -> style.bold().fontSize(12).wrapText(true).verticalAlignment("top");
            case NOTE -> style.italic().fontColor(GREY).wrapText(true).verticalAlignment("top");
            case LINK ->
                style.underlined().fontColor(LINK_COLOUR).wrapText(true).verticalAlignment("top");
            case HEADER -> style.bold().fillColor(HEADER_FILL).wrapText(true).verticalAlignment("top");
            case HEADER_OF_NUMBERS ->
                style.bold()
                        .fillColor(HEADER_FILL)
                        .wrapText(true)
                        .verticalAlignment("top")
                        .horizontalAlignment("right");
            case CODES -> style.italic().fontColor(GREY).fillColor(HEADER_FILL);
            case READ -> style.wrapText(true).verticalAlignment("top");
            case TOTAL -> style.bold().fillColor(TOTAL_FILL).wrapText(true).verticalAlignment("top");
            case CONTRADICTED ->
                style.fillColor(CONTRADICTED_FILL).wrapText(true).verticalAlignment("top");
            case BULK -> {
                // The format is all there is.
            }
        }
        style.set();
    }

    private @org.jspecify.annotations.Nullable String format(Cell cell, boolean asText) {
        if (cell instanceof Cell.Day) {
            return "yyyy-mm-dd";
        }
        if (cell instanceof Cell.Share) {
            return "0%";
        }
        if (cell instanceof Cell.Count && framed()) {
            return "#,##0";
        }
        if (cell instanceof Cell.Count number && Math.abs(number.value()) > LONGEST_PLAIN) {
            return "0";
        }
        return asText ? AS_TEXT : null;
    }
}
