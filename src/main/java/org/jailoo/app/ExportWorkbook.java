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
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Revisions;
import org.jailoo.office.OfficeFile;
import org.jailoo.office.OfficeFolder;
import org.jailoo.office.PasswordProtection;
import org.jailoo.report.About;
import org.jailoo.report.About.Guard;
import org.jailoo.report.Asked;
import org.jailoo.report.Content;
import org.jailoo.report.CsvFiles;
import org.jailoo.report.CsvSeparator;
import org.jailoo.report.RecordSource;
import org.jailoo.report.ReportWorkbook;
import org.jailoo.report.ReportWorkbook.Written;
import org.jailoo.report.Table;
import org.jailoo.report.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook for people: the tables, and of the records what their audience may see. With a password it is encrypted
 * before it reaches the disk; without one it can be read by anybody.
 */
public final class ExportWorkbook {
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
     * @param campaign the id of the one campaign that it is about; null for the whole notebook
     */
    public record Order(
            Path out,
            Audience audience,
            String language,
            Content content,
            @Nullable String campaign) {
        /** Everything. */
        public Order(Path out, Audience audience, String language) {
            this(out, audience, language, Content.ALL, null);
        }

        /** Whether what people said, or codes that lead to them, stand in it: then it should have a password. */
        public boolean holdsPeople() {
            return audience == Audience.TEAM;
        }
    }

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

    /** Whether there is a campaign of this id. */
    public boolean isCampaign(String id) {
        return notebook.reading(moment -> {
            Revisions.Brief brief = moment.revisions().brief(id);
            return brief != null && brief.type().equals("campaign");
        });
    }

    /** Writes the workbook as {@link #export(Order, char[], Steps)}, for anybody to open. */
    public Exported export(Order order, Steps steps) throws IOException {
        return export(order, new char[0], steps);
    }

    /**
     * Writes the workbook; it appears whole or not at all. What is half written lies beside it, and nowhere else.
     *
     * @param password that opens it, for the caller to wipe; empty for none
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     * @throws java.util.concurrent.CancellationException as the steps threw it
     */
    public Exported export(Order order, char[] password, Steps steps) throws IOException {
        ZonedDateTime now = clock.instant().atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        Asked asked = new Asked(order.audience(), LocalDate.from(now), Words.of(order.language()));
        Guard guard = password.length == 0 ? Guard.NOTHING : Guard.PASSWORD;
        String campaign = Objects.requireNonNullElse(order.campaign(), "");
        About about = new About(now, ProgramVersion.text(), order.content(), campaign, guard);
        ReportWorkbook workbook = new ReportWorkbook(notebook.schema(), asked, about);
        Written written = PasswordProtection.write(
                order.out(),
                password,
                out -> walked(order, steps, workbook.walks(), records -> workbook.write(records, out)));
        return new Exported(written.records(), written.sheets(), written.tables(), written.leftOut());
    }

    /**
     * Writes the data as CSV, a file a sheet, into a new folder, which appears whole or not at all. Anybody can read it.
     *
     * @param order its file is the folder; its content is always the data
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     * @throws java.util.concurrent.CancellationException as the steps threw it
     */
    public Exported csv(Order order, CsvSeparator separator, Steps steps) throws IOException {
        ZonedDateTime now = clock.instant().atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        Asked asked = new Asked(order.audience(), LocalDate.from(now), Words.of(order.language()));
        String campaign = Objects.requireNonNullElse(order.campaign(), "");
        About about = new About(now, ProgramVersion.text(), Content.DATA, campaign, Guard.NOTHING);
        CsvFiles files = new CsvFiles(notebook.schema(), asked, separator);
        Written written = OfficeFolder.write(
                order.out(),
                folder -> walked(order, steps, type -> 2, records -> files.data(records, about, folder::file)));
        return new Exported(written.records(), written.sheets(), written.tables(), written.leftOut());
    }

    /** Writes a table that was computed before as CSV, into a new file that anybody can read. */
    public static void csv(Path out, Table table, CsvSeparator separator) throws IOException {
        OfficeFile.write(out, to -> {
            CsvFiles.table(table, separator, to);
            return out;
        });
    }

    /** Writes what walks over the records. */
    private interface Walking {
        Written over(RecordSource records) throws IOException;
    }

    private Written walked(Order order, Steps steps, ToIntFunction<String> walks, Walking walking) throws IOException {
        try {
            Written all = notebook.reading(moment -> {
                try {
                    NotebookRecords records = new NotebookRecords(moment, steps, walks);
                    String campaign = order.campaign();
                    if (campaign != null) {
                        records.keep(CampaignRecords.ids(records, campaign));
                    }
                    return walking.over(records);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            // Before the file bears its name: one noted in vain is harmless.
            String audience = order.audience().name().toLowerCase(Locale.ROOT);
            notebook.custody()
                    .note(
                            org.jailoo.history.Content.timeText(clock.instant()),
                            new CustodyLog.Note(CustodyLog.What.EXPORT, null, audience, all.records()));
            return all;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
