package org.jailoo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook that is written sheet by sheet into a stream, and held nowhere else: neither in memory nor in any file. */
final class Book implements AutoCloseable {
    private final Workbook workbook;
    private final SheetNames names = new SheetNames();
    private @Nullable Worksheet open;
    private @Nullable Page page;
    private @Nullable Columns columns;

    Book(OutputStream out) {
        this.workbook = new Workbook(out, "Jailoo", null);
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
        // Printed as it is read: across the page, and no column on a sheet of its own.
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        open = sheet;
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
    }

    /** Lets go; the stream stays open. */
    @Override
    public void close() {
        open = null;
    }
}
