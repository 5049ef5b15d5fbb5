package org.jailoo.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import org.jailoo.report.Asked;
import org.jailoo.report.Facts;
import org.jailoo.report.Table;
import org.jailoo.report.Words;

/** Computes the tables of a notebook, to be looked at. */
public final class ShowTables {
    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public ShowTables(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The tables as an audience may see them, in a language given as ISO 639-1.
     *
     * @throws java.util.concurrent.CancellationException as the steps threw it
     */
    public List<Table> tables(Audience audience, String language, Steps steps) {
        Asked asked = new Asked(audience, LocalDate.now(clock.withZone(zone)), Words.of(language));
        return notebook.reading(moment -> Facts.of(new NotebookRecords(moment, steps, 1), notebook.schema(), asked)
                .tables());
    }
}
