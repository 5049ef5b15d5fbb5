package org.jailoo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jailoo.record.Schema;

/** A workbook of a notebook for an audience: About, the tables, the data sheets, the codes. */
public final class ReportWorkbook {
    private final Schema schema;
    private final Asked asked;
    private final About about;

    public ReportWorkbook(Schema schema, Asked asked, About about) {
        this.schema = schema;
        this.asked = asked;
        this.about = about;
    }

    /**
     * What was written.
     *
     * @param leftOut what was left out and why, a sentence each
     */
    public record Written(long records, long sheets, long tables, List<String> leftOut) {
        public Written {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** How often the records of a type are walked at most. */
    public ToIntFunction<String> walks() {
        DataSheets data = new DataSheets(schema, asked);
        return type -> 1 + (about.content().hasRows() ? data.possible(type) : 0);
    }

    /**
     * Writes it into a stream, which stays open. Nothing goes to any other place; of the records one is in memory at a
     * time.
     */
    public Written write(RecordSource source, OutputStream out) throws IOException {
        Words words = asked.words();
        Content content = about.content();
        DataSheets data = new DataSheets(schema, asked);
        Facts facts = Facts.read(source, schema, asked, content.hasRows() ? data::measure : record -> {});
        List<Table> all = facts.tables();
        LeftOutLines leftOut = LeftOutLines.of(all);
        List<Table> tables = content.hasTables() ? all : List.of();
        try (Book book = tables.isEmpty() ? new Book(out) : Book.withCharts(out)) {
            String aboutName = book.name(words.text("workbook.sheet.about"));
            TableSheets tableSheets = new TableSheets(tables, words, book);
            List<About.Contents.Line> lines = new ArrayList<>();
            for (TableSheets.Sheet sheet : tableSheets.list()) {
                lines.add(new About.Contents.Line(
                        sheet.name(),
                        sheet.campaign().isEmpty() ? words.text("workbook.about.whole") : sheet.campaign()));
            }
            lines.addAll(data.announce(book));
            String codesName = book.name(words.text("workbook.sheet.codebook"));
            lines.add(new About.Contents.Line(codesName, words.text("workbook.about.codes")));
            String columnsName = content.hasRows() ? book.name(words.text("workbook.sheet.columns")) : "";
            if (content.hasRows()) {
                lines.add(new About.Contents.Line(columnsName, words.text("workbook.about.columns")));
            }
            Page first = book.page(aboutName, List.of(48.0, 90.0), 0);
            about.write(first, asked, facts, new About.Contents(lines, leftOut));
            tableSheets.contents(first);
            tableSheets.write(book, below(facts.inventory(), words));
            data.write(book, source, facts, codesName);
            new CodebookSheet(schema, words).write(book, codesName);
            if (content.hasRows()) {
                new ColumnsSheet(words).write(book, columnsName, data.list());
            }
            book.finish();
            return new Written(data.records(), lines.size() + 1L, tables.size(), leftOut.sentences(words));
        }
    }

    /** What stands below each page of tables: of which day they are, and that some of it is made up. */
    private String below(Inventory inventory, Words words) {
        return words.text(
                inventory.synthetic().value() > 0 ? "workbook.chart.synthetic" : "workbook.chart.made",
                words.labels().date(asked.today().toString()));
    }
}
