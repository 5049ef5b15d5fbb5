package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.ExportWorkbook.Exported;
import org.jailoo.app.ExportWorkbook.Order;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import org.jailoo.report.Content;
import org.jailoo.report.CsvSeparator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jailoo excel}: the tables, and what the audience may see of the records, as a workbook or as CSV. */
@CommandLine.Command(name = "excel", description = "${bundle:cli.excel.description}")
final class ExcelCommand extends NotebookCommand {
    @Option(names = "--out", paramLabel = "FILE", description = "${bundle:cli.option.out}")
    private @Nullable Path out;

    @Option(names = "--csv", paramLabel = "DIR", description = "${bundle:cli.excel.csv}")
    private @Nullable Path csv;

    @Option(names = "--separator", paramLabel = "semicolon|comma", description = "${bundle:cli.excel.separator}")
    private @Nullable CsvSeparator separator;

    @Option(names = "--audience", paramLabel = "team|partners|public", description = "${bundle:cli.excel.audience}")
    private Audience audience = Audience.PUBLIC;

    @Option(names = "--content", paramLabel = "report|data|all", description = "${bundle:cli.excel.content}")
    private @Nullable Content content;

    @Option(names = "--campaign", paramLabel = "RECORD", description = "${bundle:cli.excel.campaign}")
    private @Nullable String campaign;

    @Mixin
    private WorkbookPassword password = new WorkbookPassword();

    ExcelCommand(Session session) {
        super(session);
    }

    @Override
    void check() {
        if ((out == null) == (csv == null)) {
            throw CommandFailure.usage("cli.excel.out-or-csv");
        }
        if (csv != null && (content != null || password.named())) {
            throw CommandFailure.usage("cli.excel.csv-alone");
        }
        if (csv == null && separator != null) {
            throw CommandFailure.usage("cli.excel.separator-alone");
        }
    }

    @Override
    int run(Notebook open, Secret secret) {
        Path target = Objects.requireNonNull(out != null ? out : csv);
        String language = messages().locale().getLanguage();
        Content held = content != null ? content : Content.ALL;
        ExportWorkbook export = new ExportWorkbook(open, surroundings().clock(), ZoneId.systemDefault());
        if (campaign != null && !export.isCampaign(campaign)) {
            throw CommandFailure.usage("cli.excel.campaign-unknown", campaign);
        }
        Order order = new Order(target, audience, language, held, campaign);
        try (Secret locked = csv != null ? new Secret(new char[0]) : password.ask(session(), order.holdsPeople());
                StepProgress progress = new StepProgress(session(), target)) {
            CsvSeparator between = separator != null ? separator : CsvSeparator.of(language);
            Exported written =
                    csv != null ? export.csv(order, between, progress) : export.export(order, locked.chars(), progress);
            progress.wipe();
            session().sayCount("cli.excel.done", written.records(), target.toString());
            written.leftOut().forEach(session()::sentence);
            if (locked.chars().length > 0) {
                session().say("cli.excel.locked", target.toString());
            } else {
                session().say("cli.excel.readable", target.toString());
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw CommandFailure.writing(target, e);
        }
    }
}
