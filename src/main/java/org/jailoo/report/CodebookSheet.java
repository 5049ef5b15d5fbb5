package org.jailoo.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;

/** The sheet of all codes: what each is called in every language, and under which broader one it counts. */
final class CodebookSheet {
    /** A codebook with more codes than this would be most of the workbook. */
    private static final int LONG = 1_000;

    private final Schema schema;
    private final Words words;

    CodebookSheet(Schema schema, Words words) {
        this.schema = schema;
        this.words = words;
    }

    /** Where the labels of a codebook stand, in the language of the workbook; empty for a codebook that is not here. */
    String labels(String codebook, String sheet) {
        int row = 2;
        for (Codebook each : schema.codebooks().values()) {
            if (each.name().equals(codebook)) {
                char column = (char) ('D' + Messages.LANGUAGES.indexOf(words.language()));
                String quoted = "'" + sheet.replace("'", "''") + "'";
                return quoted + "!$" + column + "$" + row + ":$" + column + "$"
                        + (row + listed(each).size() - 1);
            }
            row += listed(each).size() + (isCut(each) ? 1 : 0);
        }
        return "";
    }

    /** Takes a row as it comes. */
    @FunctionalInterface
    interface Taking {
        void row(List<Cell> cells) throws IOException;
    }

    void write(Book book, String name) throws IOException {
        Page page = book.page(name, List.of(24.0, 30.0, 30.0, 44.0, 44.0, 44.0, 30.0), 1);
        book.offer(new Book.Columns(0, 7, Map.of(), ""));
        each(cells -> page.row(page.rows() == 0 ? Look.HEADER : Look.BULK, cells.toArray(Cell[]::new)));
    }

    /** The header, then a row for each code. */
    void each(Taking taking) throws IOException {
        List<Labels> languages = Messages.LANGUAGES.stream().map(Labels::of).toList();
        taking.row(List.of(
                Cell.of(words.text("workbook.codebook.codebook")),
                Cell.of(words.text("workbook.codebook.name")),
                Cell.of(words.text("workbook.codebook.code")),
                Cell.of("English"),
                Cell.of("Русский"),
                Cell.of("Кыргызча"),
                Cell.of(words.text("workbook.codebook.parent"))));
        for (Codebook each : schema.codebooks().values()) {
            for (String code : listed(each)) {
                List<Cell> cells = new ArrayList<>();
                cells.add(Cell.of(each.name()));
                cells.add(Cell.of(words.labels().codebook(each.name())));
                cells.add(Cell.of(code));
                languages.forEach(labels -> cells.add(Cell.of(labels.code(each.name(), code))));
                String parent = each.parentOf(code);
                cells.add(Cell.of(parent == null ? "" : parent));
                taking.row(cells);
            }
            if (isCut(each)) {
                taking.row(List.of(
                        Cell.of(each.name()),
                        Cell.of(words.labels().codebook(each.name())),
                        Cell.of(words.text(
                                "workbook.codebook.rest",
                                each.codes().size() - listed(each).size()))));
            }
        }
    }

    private static boolean isCut(Codebook codebook) {
        return codebook.codes().size() > LONG;
    }

    /** The codes of a codebook; of all languages of the world those that have a code of two letters. */
    private static List<String> listed(Codebook codebook) {
        return codebook.codes().stream()
                .filter(code -> !isCut(codebook) || code.length() == 2)
                .toList();
    }
}
