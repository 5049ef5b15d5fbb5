package org.jailoo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A CSV file: UTF-8 with its mark, lines that end in CR LF, quoted as RFC 4180 says, no text a formula. Numbers are numbers,
 * days {@code YYYY-MM-DD}, shares decimals: with a comma where the separator is a semicolon, as countries do who have both.
 */
final class CsvPage {
    private static final char MARK = '\uFEFF';
    private static final int DIGITS = 4;

    private final CSVPrinter printer;
    private final CsvSeparator separator;

    CsvPage(OutputStream out, CsvSeparator separator) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(MARK);
        this.separator = separator;
        this.printer = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator.character())
                .setQuoteMode(QuoteMode.MINIMAL)
                .get()
                .print(writer);
    }

    void row(List<Cell> cells) throws IOException {
        for (Cell cell : cells) {
            printer.print(field(cell));
        }
        printer.println();
    }

    /** Sends everything on; the stream stays open. */
    void flush() throws IOException {
        printer.flush();
    }

    private String field(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return CsvText.written(text.value());
        }
        if (cell instanceof Cell.Count number) {
            return Long.toString(number.value());
        }
        if (cell instanceof Cell.Share share) {
            String decimal = BigDecimal.valueOf(share.ratio())
                    .setScale(DIGITS, RoundingMode.HALF_UP)
                    .toPlainString();
            return separator == CsvSeparator.SEMICOLON ? decimal.replace('.', ',') : decimal;
        }
        if (cell instanceof Cell.Day day) {
            return day.value().toString();
        }
        return cell instanceof Cell.Hidden ? Cell.Hidden.MARK : "";
    }
}
