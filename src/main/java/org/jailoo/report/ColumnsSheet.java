package org.jailoo.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.record.FieldKind;
import org.jailoo.report.DataColumn.Part;

/** The sheet that explains the columns of the data sheets: which field each is, of which kind, with which codes. */
final class ColumnsSheet {
    private final Words words;

    ColumnsSheet(Words words) {
        this.words = words;
    }

    List<Cell> header() {
        return List.of(
                Cell.of(words.text("workbook.columns.type")),
                Cell.of(words.text("workbook.columns.sheet")),
                Cell.of(words.text("workbook.columns.column")),
                Cell.of(words.text("workbook.columns.label")),
                Cell.of(words.text("workbook.columns.kind")),
                Cell.of(words.text("workbook.columns.codebook")));
    }

    /** A row for each column, but for those of single codes: the column before them tells of them. */
    void each(List<DataSheet> sheets, CodebookSheet.Taking taking) throws IOException {
        for (DataSheet sheet : sheets) {
            for (DataColumn column : sheet.columns()) {
                if (column.part() != Part.FLAG) {
                    List<Cell> row = new ArrayList<>();
                    row.add(Cell.of(sheet.type().name()));
                    row.add(Cell.of(sheet.title()));
                    row.add(Cell.of(sheet.name(column)));
                    row.add(Cell.of(sheet.label(column)));
                    row.add(Cell.of(kind(column)));
                    String one = column.choice();
                    String several = column.several();
                    row.add(Cell.of(one != null ? one : several != null ? several : ""));
                    taking.row(row);
                }
            }
        }
    }

    void write(Book book, String name, List<DataSheet> sheets) throws IOException {
        Page page = book.page(name, List.of(18.0, 40.0, 40.0, 44.0, 60.0, 24.0), 1);
        page.row(Look.HEADER, header().toArray(Cell[]::new));
        book.offer(new Book.Columns(0, header().size(), Map.of(), ""));
        each(sheets, row -> page.row(Look.BULK, row.toArray(Cell[]::new)));
    }

    private String kind(DataColumn column) {
        if (column.part() != Part.VALUE) {
            return words.text("workbook.kind.day");
        }
        FieldKind kind = column.kind();
        if (column.isDate()) {
            return words.text("workbook.kind.date");
        }
        if (column.several() != null) {
            return words.text("workbook.kind.several");
        }
        if (kind instanceof FieldKind.Choice) {
            return words.text("workbook.kind.choice");
        }
        if (kind instanceof FieldKind.Int) {
            return words.text("workbook.kind.number");
        }
        if (kind instanceof FieldKind.Bool) {
            return words.text("workbook.kind.yes-no");
        }
        boolean reference = kind instanceof FieldKind.Reference || kind instanceof FieldKind.References;
        return words.text(reference ? "workbook.kind.record" : "workbook.kind.text");
    }
}
