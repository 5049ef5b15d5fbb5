package org.jailoo.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Reading;
import org.jailoo.record.Codebook;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;

/** The data of a notebook as sheets: one for each type that the audience may see, and one for each kind of its items. */
final class DataSheets {
    /** The types that the office goes on working at in the sheet, and gets lists to choose from. */
    private static final Set<String> EDITED = Set.of("campaign", "recommendation");

    private final Schema schema;
    private final Words words;
    private final List<DataSheet> sheets = new ArrayList<>();
    private final Map<DataSheet, String> names = new LinkedHashMap<>();

    DataSheets(Schema schema, Asked asked) {
        this.schema = schema;
        this.words = asked.words();
        Reading reading = new Reading(new Disclosure(schema), asked.audience(), asked.today(), Children.UNKNOWN);
        for (RecordType type : schema.types().values()) {
            sheets.addAll(DataSheet.of(type, schema, words, reading));
        }
    }

    void measure(Shown record) {
        sheets.forEach(sheet -> sheet.measure(record));
    }

    /** The sheets that have a row. */
    List<DataSheet> list() {
        return sheets.stream().filter(sheet -> sheet.rows() > 0).toList();
    }

    /** How many sheets a type may have. */
    int possible(String type) {
        return (int) sheets.stream().filter(s -> s.type().name().equals(type)).count();
    }

    /** How many records stand row by row. */
    long records() {
        return sheets.stream()
                .filter(s -> !s.isOfItems())
                .mapToLong(DataSheet::rows)
                .sum();
    }

    /** Takes the names of the sheets, and says what each will hold. */
    List<About.Contents.Line> announce(Book book) {
        List<About.Contents.Line> lines = new ArrayList<>();
        for (DataSheet sheet : list()) {
            String name = book.name(sheet.title());
            names.put(sheet, name);
            lines.add(new About.Contents.Line(name, words.text("workbook.about.rows", sheet.rows())));
        }
        return lines;
    }

    /** Writes them, after {@link #announce}. */
    void write(Book book, RecordSource source, Facts facts, String codebookSheet) throws IOException {
        Map<String, String> lists = new LinkedHashMap<>();
        CodebookSheet codebooks = new CodebookSheet(schema, words);
        for (Codebook codebook : schema.codebooks().values()) {
            lists.put(codebook.name(), codebooks.labels(codebook.name(), codebookSheet));
        }
        for (Map.Entry<DataSheet, String> each : names.entrySet()) {
            DataSheet sheet = each.getKey();
            new DataPages(sheet, words, DataPages.EXCEL)
                    .write(
                            book,
                            each.getValue(),
                            take -> sheet.each(source, facts.reading(), facts.names(), take),
                            EDITED.contains(sheet.type().name()) ? lists : Map.of());
        }
    }
}
