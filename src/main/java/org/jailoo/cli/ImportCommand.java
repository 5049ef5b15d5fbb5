package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.app.ImportBundle.Waiting;
import org.jailoo.app.ImportResult;
import org.jailoo.app.Workers;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jailoo import}: takes in bundles, each in its own transaction; one that is refused does not stop the others. */
@CommandLine.Command(name = "import", description = "${bundle:cli.import.description}")
final class ImportCommand extends NotebookCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "${bundle:cli.import.file}")
    private List<Path> files = List.of();

    @Option(names = "--preview", description = "${bundle:cli.import.preview}")
    private boolean preview;

    @Option(names = "--trust", description = "${bundle:cli.import.trust}")
    private boolean trust;

    @Option(names = "--accept-purges", description = "${bundle:cli.option.accept-purges}")
    private boolean acceptPurges;

    ImportCommand(Session session) {
        super(session);
    }

    /** What came in is compared with what is here, names too. */
    @Override
    boolean needsIdentities() {
        return true;
    }

    /** The exit code is the worst of all files: the greatest. */
    @Override
    int run(Notebook open, Secret secret) {
        int worst = ExitCode.DONE;
        try (Workers workers = new Workers()) {
            ImportBundle importing = new ImportBundle(open, surroundings().clock(), workers.executor());
            for (Path file : files) {
                try {
                    worst = ExitCode.worse(worst, one(file, open, importing, secret));
                } catch (NotebookException e) {
                    // The notebook itself has a trouble; the next file would only meet it again.
                    return ExitCode.worse(worst, session().failed(CommandFailure.notebook(notebook(), e)));
                } catch (RuntimeException e) {
                    worst = ExitCode.worse(worst, session().failed(e));
                }
            }
        }
        return worst;
    }

    private int one(Path file, Notebook open, ImportBundle importing, Secret secret) {
        ImportReport report = new ImportReport(session(), file);
        try (FileProgress progress = FileProgress.of(session(), file);
                Waiting waiting = importing.stage(file, secret.chars(), new Allowed(trust, acceptPurges), progress)) {
            progress.wipe();
            ImportResult result = preview ? waiting.preview() : waiting.write();
            report.done(result, preview);
            report.tell(result, waiting.bundle(), open);
            return ExitCode.DONE;
        } catch (BundleRefused e) {
            return report.refused(e);
        } catch (IOException e) {
            throw CommandFailure.reading(file, e);
        }
    }
}
