package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.app.ImportBundle.Waiting;
import org.jailoo.app.ImportResult;
import org.jailoo.app.RestoreBackup;
import org.jailoo.app.Workers;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Reason;
import org.jailoo.history.Content;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jailoo restore}: a new notebook out of a backup. */
@CommandLine.Command(name = "restore", description = "${bundle:cli.restore.description}")
final class RestoreCommand extends Command {
    @Parameters(index = "0", paramLabel = "FILE", description = "${bundle:cli.restore.file}")
    private Path file = Path.of("");

    @Option(names = "--into", paramLabel = "NOTEBOOK", required = true, description = "${bundle:cli.restore.into}")
    private Path into = Path.of("");

    @Option(names = "--accept-purges", description = "${bundle:cli.option.accept-purges}")
    private boolean acceptPurges;

    @Mixin
    private PassphraseOption passphrase = new PassphraseOption();

    RestoreCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Path folder = into.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw CommandFailure.writing(into, new NoSuchFileException(into.toString()));
        }
        ImportReport report = new ImportReport(session(), file);
        try (Secret secret = passphrase.ask(session());
                Workers workers = new Workers()) {
            ImportResult result = restore(secret, workers);
            if (result.heldPurges() > 0) {
                result = afterAsking(result, secret, workers);
            }
            report.done(result, false);
            session().say("cli.restore.done", into.toString());
            if (result.heldPurges() > 0) {
                session().sayCount("cli.restore.held", result.heldPurges(), into.toString(), file.toString());
            }
            return ExitCode.DONE;
        } catch (BundleRefused e) {
            int exitCode = report.refused(e);
            return e.reason() == Reason.WRONG_RECIPIENT && RestoreBackup.isUnderPassphrase(file)
                    ? ExitCode.WRONG_PASSPHRASE
                    : exitCode;
        } catch (NotebookException e) {
            throw CommandFailure.notebook(into, e);
        } catch (FileAlreadyExistsException e) {
            throw CommandFailure.writing(into, e);
        } catch (IOException e) {
            throw Files.isReadable(file) ? CommandFailure.writing(into, e) : CommandFailure.reading(file, e);
        }
    }

    private ImportResult restore(Secret secret, Workers workers) throws IOException, BundleRefused {
        try (FileProgress progress = FileProgress.of(session(), file)) {
            return new RestoreBackup(
                            surroundings().locks().kdf().get(), surroundings().clock(), workers.executor())
                    .restore(file, into, secret.chars(), acceptPurges, progress);
        }
    }

    /** A person at a terminal answers for all erasures at once; the backup then gives what the answer calls for. */
    private ImportResult afterAsking(ImportResult before, Secret secret, Workers workers)
            throws IOException, BundleRefused {
        Answer answer = Answer.ask(session(), "cli.restore.ask", before.heldPurges());
        if (answer == Answer.LATER) {
            return before;
        }
        try (Notebook open = surroundings()
                        .locks()
                        .opening()
                        .open(
                                into,
                                secret.chars(),
                                true,
                                Content.timeText(surroundings().clock().instant()));
                Waiting waiting = new ImportBundle(open, surroundings().clock(), workers.executor())
                        .stage(file, secret.chars(), new Allowed(false, answer == Answer.YES), bytes -> {})) {
            ImportResult after = waiting.write();
            return new ImportResult(
                    before.fresh(),
                    before.changed(),
                    before.same(),
                    after.conflicts(),
                    after.purged(),
                    after.heldPurges(),
                    after.forks(),
                    after.gaps(),
                    before.relayed(),
                    before.blocked(),
                    before.forwarded(),
                    before.erased(),
                    after.missingFiles());
        }
    }
}
