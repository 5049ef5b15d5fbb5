package org.jailoo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jailoo.chart.Chart;
import org.jailoo.chart.CompletedPackage;
import org.jspecify.annotations.Nullable;

/** A workbook that is written sheet by sheet into a stream, and held nowhere else: neither in memory nor in any file. */
final class Book implements AutoCloseable {
    /** The size of the letters below a page, in points. */
    private static final int FOOTER = 9;

    /** How many characters fit across a page before nobody can read them. */
    private static final double READABLE = 320;

    private final Workbook workbook;
    private final @Nullable CompletedPackage completed;
    private final SheetNames names = new SheetNames();
    private @Nullable Worksheet open;
    private @Nullable Page page;
    private @Nullable Columns columns;
    private int sheets;

    private Book(OutputStream out, @Nullable CompletedPackage completed) {
        this.workbook = new Workbook(completed == null ? out : completed, "Jailoo", null);
        this.completed = completed;
        if (completed != null) {
            // It is packed when the charts are in it.
            workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
        }
    }

    /** A book without charts. */
    Book(OutputStream out) {
        this(out, null);
    }

    /** A book that may have charts and page breaks. */
    static Book withCharts(OutputStream out) {
        return new Book(out, new CompletedPackage(out));
    }

    /** Takes a name for a sheet that will be written later. */
    String name(String wanted) {
        return names.take(wanted);
    }

    /**
     * Ends the sheet before, and begins one.
     *
     * @param name as {@link #name} gave it
     * @param widths of the columns, in characters
     * @param frozen how many rows stay when a person scrolls
     */
    Page page(String name, List<Double> widths, int frozen) throws IOException {
        endSheet();
        Worksheet sheet = workbook.newWorksheet(name);
        if (!sheet.getName().equals(name)) {
            throw new IllegalStateException("a sheet got another name than it was given");
        }
        for (int i = 0; i < widths.size(); i++) {
            sheet.width(i, widths.get(i));
        }
        if (frozen > 0) {
            sheet.freezePane(0, frozen);
            sheet.repeatRows(0, frozen - 1);
        }
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        if (widths.stream().mapToDouble(w -> w).sum() <= READABLE) {
            // Printed as it is read: across the page, and no column on a sheet of its own.
            sheet.setFitToPage(true);
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        }
        open = sheet;
        sheets++;
        Page begun = new Page(sheet, widths);
        page = begun;
        return begun;
    }

    /**
     * What a person who sorts, filters and edits a sheet is offered.
     *
     * @param header the row, from 0, whose cells get the buttons of the filter; the rows after it are filtered
     * @param count how many columns there are
     * @param lists where the values stand that a column may hold, by the place of the column: as {@code
     *     'Codebook'!$D$2:$D$5}
     * @param refused what is said where somebody enters another value
     */
    record Columns(int header, int count, Map<Integer, String> lists, String refused) {}

    /** Offers this on the sheet that is open, for all rows that it will have in the end. */
    void offer(Columns offered) {
        columns = offered;
    }

    /** Puts charts on the sheet that was begun last, and says which of its rows begin a page of paper. */
    void complete(List<Chart> charts, List<Integer> breaks) {
        if (completed == null) {
            throw new IllegalStateException("a book without charts");
        }
        completed.add(sheets, charts, breaks);
    }

    /** Prints one row alone again on each page of the sheet that was begun last. */
    void repeat(int row) {
        if (open != null) {
            open.repeatRows(row);
        }
    }

    /** Says below each page of the sheet that was begun last which it is, of how many, and something more. */
    void footer(String left, String page) {
        if (open != null) {
            open.footer(left, Position.LEFT, FOOTER);
            open.footer(page, Position.RIGHT, FOOTER);
        }
    }

    private void endSheet() throws IOException {
        Worksheet sheet = open;
        if (sheet != null) {
            Columns offered = columns;
            int last = page == null ? 0 : page.rows() - 1;
            if (offered != null && last > offered.header()) {
                sheet.setAutoFilter(offered.header(), 0, last, offered.count() - 1);
                offered.lists()
                        .forEach((column, list) -> sheet.range(offered.header() + 1, column, last, column)
                                .validateWithListByFormula(list)
                                .allowBlank(true)
                                .errorStyle(DataValidationErrorStyle.STOP)
                                .error(offered.refused())
                                .showErrorMessage(true));
            }
            sheet.finish();
            open = null;
            page = null;
            columns = null;
        }
    }

    /** Ends the last sheet and the book. Without it what was written is no workbook. */
    void finish() throws IOException {
        endSheet();
        workbook.finish();
        if (completed != null) {
            completed.finish();
        }
    }

    /** Lets go; the stream stays open. */
    @Override
    public void close() {
        open = null;
        if (completed != null) {
            completed.close();
        }
    }
}
