package org.jailoo.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Cell.Day;
import org.jailoo.report.Cell.Hidden;
import org.jailoo.report.Cell.Share;
import org.jailoo.report.Cell.Text;

/** One sheet of a workbook, written row by row and let go. */
final class Page {
    /** From this day on, all programs number days alike; Excel believes in a 29 February 1900. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FLUSH_EVERY = 100;

    /** A line of the font that a workbook has by itself, in points. */
    private static final double LINE = 15;

    /** A line of a table's title. */
    private static final double CAPTION_LINE = 17;

    /** What is read at one look, in characters. */
    private static final double READ_WIDTH = 130;

    /** How much wider than a digit, by which columns are measured, a letter is. */
    private static final double LETTER = 1.05;

    private final Worksheet sheet;
    private final List<Double> widths;
    private int next;
    private int lines = 1;
    private double points;

    /** With the widths of its columns, in characters. */
    Page(Worksheet sheet, List<Double> widths) {
        this.sheet = sheet;
        this.widths = List.copyOf(widths);
    }

    /** How many rows are written. */
    int rows() {
        return next;
    }

    /** How high what is written is, in points. */
    double points() {
        return points;
    }

    /** How many columns a line of text may go over so that it is read without turning the head. */
    int columnsWithin() {
        double sum = 0;
        int column = 0;
        while (column < widths.size() && sum + widths.get(column) <= READ_WIDTH) {
            sum += widths.get(column);
            column++;
        }
        return Math.max(1, column);
    }

    /** Writes one text over several columns, on as many lines as it needs. */
    void merged(Look look, String text, int columns) throws IOException {
        double wide = widths.subList(0, Math.min(columns, widths.size())).stream()
                .mapToDouble(w -> w)
                .sum();
        text(look, 0, Cell.of(text), text, CellText.parts(text).get(0));
        lines = Math.max(lines, lines(text, wide));
        if (columns > 1) {
            sheet.range(next, 0, next, columns - 1).merge();
        }
        end(look == Look.CAPTION ? CAPTION_LINE : LINE);
    }

    /** Writes a row with a link to the beginning of a row of another sheet. */
    void link(int column, String text, String toSheet, int toRow) throws IOException {
        String place = "'" + toSheet.replace("'", "''") + "'!A" + (toRow + 1);
        sheet.inlineString(next, column, CellText.parts(text).get(0));
        sheet.hyperlink(next, column, HyperLink.internal(place, text));
        Look.LINK.dress(sheet, next, column, Cell.of(text), false);
        lines = lines(text, widths.get(column));
        end();
    }

    /** Leaves rows free until the next one is this. */
    void blankUntil(int row) throws IOException {
        while (next < row) {
            end();
        }
    }

    /** Writes a row in which a text that is too long for its cell pushes the cells after it on. */
    void row(Look look, Cell... cells) throws IOException {
        wideRow(look, List.of(cells), Stream.of(cells).map(Page::columns).toList());
    }

    /** Writes the header of a table; over numbers it stands to the right, as they do. */
    void header(List<Cell> titles, Predicate<Integer> overNumbers) throws IOException {
        for (int column = 0; column < titles.size(); column++) {
            Look look = overNumbers.test(column) ? Look.HEADER_OF_NUMBERS : Look.HEADER;
            if (titles.get(column) instanceof Text title) {
                text(
                        look,
                        column,
                        title,
                        title.value(),
                        CellText.parts(title.value()).get(0));
            } else {
                value(look, column, Cell.BLANK);
            }
        }
        end();
    }

    /** How many columns a cell takes. */
    static int columns(Cell cell) {
        return cell instanceof Text text ? CellText.count(text.value()) : 1;
    }

    /**
     * Writes a row in which every cell has a number of columns for its text to go on in.
     *
     * @param widths how many columns each cell has
     */
    void wideRow(Look look, List<Cell> cells, List<Integer> widths) throws IOException {
        int column = 0;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell instanceof Text text) {
                List<String> parts = CellText.parts(text.value());
                if (parts.size() > widths.get(i)) {
                    throw new IllegalStateException("a text longer than it was when it was measured");
                }
                for (int part = 0; part < parts.size(); part++) {
                    text(look, column + part, cell, text.value(), parts.get(part));
                }
            } else {
                value(look, column, cell);
            }
            column += widths.get(i);
        }
        end();
    }

    void blank() throws IOException {
        end();
    }

    private void end() throws IOException {
        end(LINE);
    }

    private void end(double line) throws IOException {
        double height = Math.min(Worksheet.MAX_ROW_HEIGHT, lines * line);
        if (lines > 1 || line > LINE) {
            // Not every program finds the height of a row with wrapped text by itself.
            sheet.rowHeight(next, height);
        }
        points += height;
        lines = 1;
        next++;
        if (next % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    /** Always an inline text, never a formula and never a shared one: all texts of a book would stay in memory. */
    private void text(Look look, int column, Cell cell, String whole, String part) {
        if (CellText.hasOuterSpace(part)) {
            // Only a run says that its outer spaces are to be kept.
            sheet.inlineString(next, column, RichText.builder().run(part).end().build());
        } else {
            sheet.inlineString(next, column, part);
        }
        look.dress(sheet, next, column, cell, CellText.looksLikeMore(whole));
        if (look.wraps() && column < widths.size()) {
            lines = Math.max(lines, lines(part, widths.get(column)));
        }
    }

    /** How many lines a text takes in a column. */
    static int lines(String text, double width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines += Math.max(1, (int) Math.ceil(line.length() * LETTER / Math.max(1, width - 1)));
        }
        return lines;
    }

    private void value(Look look, int column, Cell cell) {
        if (cell instanceof Count number) {
            sheet.value(next, column, number.value());
        } else if (cell instanceof Share share) {
            sheet.value(next, column, share.ratio());
        } else if (cell instanceof Hidden) {
            sheet.inlineString(next, column, Hidden.MARK);
        } else if (cell instanceof Day day) {
            if (day.value().isBefore(FIRST_DAY)) {
                String iso = day.value().toString();
                text(look, column, Cell.of(iso), iso, iso);
                return;
            }
            sheet.value(next, column, day.value().toEpochDay() - DAY_ZERO.toEpochDay());
        } else if (!look.framed() && look != Look.CODES) {
            // Nothing stands here, and nothing tells it from what was never written.
            return;
        }
        look.dress(sheet, next, column, cell, false);
    }
}
