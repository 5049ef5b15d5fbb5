package org.jailoo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jailoo.consent.Audience;
import org.jailoo.history.Content;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.Notebook;
import org.jailoo.office.OfficeFile;
import org.jailoo.report.Asked;
import org.jailoo.report.CrossField;
import org.jailoo.report.CrossQuery;
import org.jailoo.report.CrossTabWorkbook;
import org.jailoo.report.CrossTables;
import org.jailoo.report.CrossUnit;
import org.jailoo.report.Quantity;
import org.jailoo.report.Table;
import org.jailoo.report.Words;

/** Counts any two fields of a notebook against each other, for an audience, in a language given as ISO 639-1. */
public final class CrossTabs {
    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public CrossTabs(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private CrossTables tables(Audience audience, String language) {
        return new CrossTables(notebook.schema(), new Asked(audience, today(), Words.of(language)));
    }

    /** The fields by which a unit can be told apart. */
    public List<CrossField> fields(CrossUnit unit, Audience audience, String language) {
        return tables(audience, language).fields(unit);
    }

    /**
     * The values that a field has.
     *
     * @throws java.util.concurrent.CancellationException as the steps threw it
     */
    public List<CrossTables.Value> values(
            CrossUnit unit, String field, Audience audience, String language, Steps steps) {
        return notebook.reading(
                moment -> tables(audience, language).values(new NotebookRecords(moment, steps, 1), unit, field));
    }

    /**
     * The answer to a question, without the numbers that might lead to a person.
     *
     * @throws java.util.concurrent.CancellationException as the steps threw it
     */
    public Table table(CrossQuery query, Audience audience, String language, Steps steps) {
        return notebook.reading(
                moment -> tables(audience, language).table(new NotebookRecords(moment, steps, 1), query));
    }

    /** The records behind a number of such a table, as {@link CrossTables#behind}. */
    public List<String> behind(CrossQuery query, Quantity quantity, Audience audience, String language, Steps steps) {
        return notebook.reading(
                moment -> tables(audience, language).behind(new NotebookRecords(moment, steps, 1), query, quantity));
    }

    /**
     * Writes an answer into a new workbook, which appears whole or not at all; anybody can open it.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public void write(Path out, Table table, Audience audience, String language) throws IOException {
        OfficeFile.write(out, to -> {
            new CrossTabWorkbook(language).write(table, today().toString(), to);
            // Before the file bears its name: one noted in vain is harmless.
            notebook.custody()
                    .note(
                            Content.timeText(clock.instant()),
                            new CustodyLog.Note(
                                    CustodyLog.What.EXPORT,
                                    null,
                                    audience.name().toLowerCase(Locale.ROOT),
                                    0));
            return out;
        });
    }
}
