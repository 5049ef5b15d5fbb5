package org.jailoo.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jailoo.intake.IntakeRefused.Reason;

/** A table written as text: cells between separators, quoted where they hold one, lines ended in any of the three ways. */
final class TextTable {
    private TextTable() {}

    static Grid read(String text, Separator separator, Progress progress) throws IntakeRefused {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator.sign())
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .get();
        GridBuilder grid = new GridBuilder(progress);
        int row = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                grid.row(row);
                for (int i = 0; i < record.size(); i++) {
                    grid.put(row, i, record.get(i));
                }
                row++;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // From a text in memory only an open quotation mark comes.
            throw new IntakeRefused(Reason.OPEN_QUOTE, row + 1L);
        }
        return grid.grid();
    }
}
