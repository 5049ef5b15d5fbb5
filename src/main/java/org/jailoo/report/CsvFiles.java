package org.jailoo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;

/** A table, or the data of a notebook, as CSV: what the data workbook holds, a file a sheet. */
public final class CsvFiles {
    private final Schema schema;
    private final Asked asked;
    private final CsvSeparator separator;

    public CsvFiles(Schema schema, Asked asked, CsvSeparator separator) {
        this.schema = schema;
        this.asked = asked;
        this.separator = separator;
    }

    /** Opens a new file; whoever opens them ends them. */
    @FunctionalInterface
    public interface Opening {
        OutputStream file(String name) throws IOException;
    }

    /** Writes one table as it looks: its columns, its rows, and after an empty line what it counts and leaves out. */
    public static void table(Table table, CsvSeparator separator, OutputStream out) throws IOException {
        CsvPage page = new CsvPage(out, separator);
        page.row(table.columns().stream().map(column -> Cell.of(column.title())).toList());
        for (Table.Row row : table.rows()) {
            page.row(row.cells());
        }
        page.row(List.of(Cell.BLANK));
        page.row(List.of(Cell.of(table.title())));
        if (!table.campaign().isEmpty()) {
            page.row(List.of(Cell.of(table.campaign())));
        }
        for (String note : table.notes()) {
            page.row(List.of(Cell.of(note)));
        }
        page.flush();
    }

    /** Writes a file for each data sheet, the codes, the columns and what there is to say of them. Walks twice. */
    public ReportWorkbook.Written data(RecordSource source, About about, Opening folder) throws IOException {
        Words words = asked.words();
        DataSheets data = new DataSheets(schema, asked);
        Facts facts = Facts.read(source, schema, asked, data::measure);
        LeftOutLines leftOut = LeftOutLines.of(facts.tables());
        List<About.Contents.Line> lines = new ArrayList<>();
        for (DataSheet sheet : data.list()) {
            lines.add(new About.Contents.Line(
                    sheet.name() + ".csv", sheet.title() + ": " + words.text("workbook.about.rows", sheet.rows())));
        }
        lines.add(new About.Contents.Line("codebook.csv", words.text("workbook.about.codes")));
        lines.add(new About.Contents.Line("columns.csv", words.text("workbook.about.columns")));
        CsvPage first = open(folder, "about.csv");
        for (About.Said line : about.lines(asked, facts, new About.Contents(lines, leftOut))) {
            first.row(line.cells());
        }
        first.row(List.of(Cell.of(words.text("workbook.csv.how")), Cell.of(words.text("workbook.csv.how-text"))));
        first.flush();
        try {
            for (RecordType type : schema.types().values()) {
                records(type, data, source, facts, folder);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        CsvPage codes = open(folder, "codebook.csv");
        new CodebookSheet(schema, words).each(codes::row);
        codes.flush();
        ColumnsSheet columns = new ColumnsSheet(words);
        CsvPage explained = open(folder, "columns.csv");
        explained.row(columns.header());
        columns.each(data.list(), explained::row);
        explained.flush();
        return new ReportWorkbook.Written(data.records(), lines.size() + 1L, 0, leftOut.sentences(words));
    }

    private CsvPage open(Opening folder, String name) throws IOException {
        return new CsvPage(folder.file(name), separator);
    }

    /** All sheets of a type in one walk: files, unlike the sheets of a workbook, can be written side by side. */
    private void records(RecordType type, DataSheets data, RecordSource source, Facts facts, Opening folder)
            throws IOException {
        Map<CsvPage, Consumer<Shown>> giving = new LinkedHashMap<>();
        for (DataSheet sheet : data.list()) {
            if (sheet.type().name().equals(type.name())) {
                CsvPage page = open(folder, sheet.name() + ".csv");
                List<Cell> header = new ArrayList<>(List.of(Cell.of("record")));
                sheet.columns().forEach(column -> header.add(Cell.of(sheet.name(column))));
                page.row(header);
                giving.put(page, sheet.giving(facts.names(), cells -> row(page, cells)));
            }
        }
        if (!giving.isEmpty()) {
            source.each(type.name(), record -> {
                Shown shown = new Shown(facts.reading().shown(record));
                giving.values().forEach(each -> each.accept(shown));
            });
        }
        for (CsvPage page : giving.keySet()) {
            page.flush();
        }
    }

    private static void row(CsvPage page, List<Cell> cells) {
        try {
            page.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
