package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.ExportWorkbook.Exported;
import org.jailoo.app.ExportWorkbook.Order;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code jailoo excel}: the tables, and what the audience may see of the records, as a workbook that anybody can read. */
@CommandLine.Command(name = "excel", description = "${bundle:cli.excel.description}")
final class ExcelCommand extends NotebookCommand {
    @Option(names = "--out", paramLabel = "FILE", required = true, description = "${bundle:cli.option.out}")
    private Path out = Path.of("");

    @Option(names = "--audience", paramLabel = "team|partners|public", description = "${bundle:cli.excel.audience}")
    private Audience audience = Audience.PUBLIC;

    ExcelCommand(Session session) {
        super(session);
    }

    @Override
    int run(Notebook open, Secret secret) {
        String language = messages().locale().getLanguage();
        try (StepProgress progress = new StepProgress(session(), out)) {
            Exported written = new ExportWorkbook(open, surroundings().clock(), ZoneId.systemDefault())
                    .export(new Order(out, audience, language), progress);
            progress.wipe();
            session().sayCount("cli.excel.done", written.records(), out.toString());
            written.leftOut().forEach(session()::sentence);
            session().say("cli.excel.readable", out.toString());
            return ExitCode.DONE;
        } catch (IOException e) {
            throw CommandFailure.writing(out, e);
        }
    }
}
