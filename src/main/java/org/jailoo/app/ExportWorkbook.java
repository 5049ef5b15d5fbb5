package org.jailoo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jailoo.consent.Audience;
import org.jailoo.history.Content;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.Notebook;
import org.jailoo.office.OfficeFile;
import org.jailoo.report.About;
import org.jailoo.report.Asked;
import org.jailoo.report.ReportWorkbook;
import org.jailoo.report.Words;

/** Writes a workbook for people: the tables, and of the records what their audience may see. It can be read by anybody. */
public final class ExportWorkbook {
    /** A record is walked for the tables, and once more for its sheet. */
    private static final int WALKS = 2;

    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public ExportWorkbook(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What to write.
     *
     * @param language as ISO 639-1
     */
    public record Order(Path out, Audience audience, String language) {}

    /**
     * What was written.
     *
     * @param records how many stand on a sheet of their own type
     * @param leftOut what was left out and why, a sentence each in the language of the workbook
     */
    public record Exported(long records, long sheets, long tables, List<String> leftOut) {
        public Exported {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Writes the workbook; it appears whole or not at all. What is half written lies beside it, and nowhere else.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     * @throws java.util.concurrent.CancellationException as the steps threw it
     */
    public Exported export(Order order, Steps steps) throws IOException {
        ZonedDateTime now = clock.instant().atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        Asked asked = new Asked(order.audience(), LocalDate.from(now), Words.of(order.language()));
        ReportWorkbook workbook = new ReportWorkbook(notebook.schema(), asked, new About(now, ProgramVersion.text()));
        ReportWorkbook.Written written = OfficeFile.write(order.out(), out -> {
            try {
                ReportWorkbook.Written all = notebook.reading(moment -> {
                    try {
                        return workbook.write(new NotebookRecords(moment, steps, WALKS), out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                // Before the file bears its name: one noted in vain is harmless.
                String audience = order.audience().name().toLowerCase(Locale.ROOT);
                notebook.custody()
                        .note(
                                Content.timeText(clock.instant()),
                                new CustodyLog.Note(CustodyLog.What.EXPORT, null, audience, all.records()));
                return all;
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
        return new Exported(written.records(), written.sheets(), written.tables(), written.leftOut());
    }
}
