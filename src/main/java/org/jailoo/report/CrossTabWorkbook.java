package org.jailoo.report;

import java.io.IOException;
import java.io.OutputStream;

/** A workbook with one table and its chart: a cross-tab that was computed, and looked at, before. */
public final class CrossTabWorkbook {
    private final Words words;

    /** A workbook in a language given as ISO 639-1. */
    public CrossTabWorkbook(String language) {
        this.words = Words.of(language);
    }

    /**
     * Writes it into a stream, which stays open.
     *
     * @param day on which consents were asked for, as ISO 8601
     */
    public void write(Table table, String day, OutputStream out) throws IOException {
        try (Book book = Book.withCharts(out)) {
            new TableSheets(table, words.text("crosstab.workbook.sheet"), words, book)
                    .write(
                            book,
                            words.text("workbook.chart.made", words.labels().date(day)));
            book.finish();
        }
    }
}
