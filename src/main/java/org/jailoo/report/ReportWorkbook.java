package org.jailoo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Reading;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;

/** A workbook of a notebook for an audience: About, the tables, a sheet for each type that may be seen, the codes. */
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

    /**
     * Writes it into a stream, which stays open. Nothing goes to any other place; of the records one is in memory at a
     * time.
     */
    public Written write(RecordSource source, OutputStream out) throws IOException {
        Words words = asked.words();
        Map<String, TypeSheet> types = sheets();
        Facts facts = Facts.read(source, schema, asked, record -> {
            TypeSheet sheet = types.get(record.type());
            if (sheet != null) {
                sheet.measure(record);
            }
        });
        List<Table> tables = facts.tables();
        try (Book book = Book.withCharts(out)) {
            String aboutName = book.name(words.text("workbook.sheet.about"));
            TableSheets tableSheets = new TableSheets(tables, words, book);
            List<About.Contents.Line> lines = new ArrayList<>();
            for (TableSheets.Sheet sheet : tableSheets.list()) {
                lines.add(new About.Contents.Line(
                        sheet.name(),
                        sheet.campaign().isEmpty() ? words.text("workbook.about.whole") : sheet.campaign()));
            }
            Map<String, String> names = new LinkedHashMap<>();
            long records = 0;
            for (Map.Entry<String, TypeSheet> type : types.entrySet()) {
                if (type.getValue().records() > 0) {
                    String name = book.name(type.getValue().title());
                    names.put(type.getKey(), name);
                    records += type.getValue().records();
                    lines.add(new About.Contents.Line(
                            name,
                            words.text("workbook.about.rows", type.getValue().records())));
                }
            }
            String codesName = book.name(words.text("workbook.sheet.codebook"));
            lines.add(new About.Contents.Line(codesName, words.text("workbook.about.codes")));
            Page first = book.page(aboutName, List.of(48.0, 90.0), 0);
            about.write(first, asked, facts.inventory(), new About.Contents(lines));
            tableSheets.contents(first);
            tableSheets.write(book, below(facts.inventory(), words));
            for (Map.Entry<String, String> type : names.entrySet()) {
                TypeSheet sheet = types.get(type.getKey());
                if (sheet != null) {
                    sheet.write(book, type.getValue(), source, facts.reading(), facts.names());
                }
            }
            new CodebookSheet(schema, words).write(book, codesName);
            book.finish();
            return new Written(
                    records, lines.size() + 1L, tables.size(), facts.inventory().sentences(words));
        }
    }

    /** What stands below each page of tables: of which day they are, and that some of it is made up. */
    private String below(Inventory inventory, Words words) {
        return words.text(
                inventory.synthetic() > 0 ? "workbook.chart.synthetic" : "workbook.chart.made",
                words.labels().date(asked.today().toString()));
    }

    /** A sheet for each type of which the audience may see a field. */
    private Map<String, TypeSheet> sheets() {
        Reading reading = new Reading(new Disclosure(schema), asked.audience(), asked.today(), Children.UNKNOWN);
        Map<String, TypeSheet> sheets = new LinkedHashMap<>();
        for (RecordType type : schema.types().values()) {
            TypeColumns columns = new TypeColumns(type, reading);
            if (!columns.isEmpty()) {
                sheets.put(type.name(), new TypeSheet(type, asked, columns));
            }
        }
        return sheets;
    }
}
