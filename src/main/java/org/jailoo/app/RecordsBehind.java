package org.jailoo.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import org.jailoo.report.Asked;
import org.jailoo.report.Facts;
import org.jailoo.report.Quantity;
import org.jailoo.report.Words;

/** Finds the records behind a number that stands in a table. */
public final class RecordsBehind {
    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public RecordsBehind(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The ids of the records, ascending: of heads at a meeting the meeting, of people one record each. None for {@link
     * Quantity#NONE}. The notebook may have changed since the table was made; then it is as the number would be now.
     *
     * @param language in which the tables were made, as ISO 639-1
     * @throws java.util.concurrent.CancellationException as the steps threw it
     */
    public List<String> records(Quantity quantity, Audience audience, String language, Steps steps) {
        Asked asked = new Asked(audience, LocalDate.now(clock.withZone(zone)), Words.of(language));
        return notebook.reading(
                moment -> Facts.behind(new NotebookRecords(moment, steps, 1), notebook.schema(), asked, quantity));
    }
}
