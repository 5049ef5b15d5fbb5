package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jailoo.app.BackUp;
import org.jailoo.bundle.Manifest;
import org.jailoo.notebook.Notebook;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code jailoo backup}: everything, and what makes this device this device, under the notebook's passphrase. */
@CommandLine.Command(name = "backup", description = "${bundle:cli.backup.description}")
final class BackupCommand extends NotebookCommand {
    @Option(names = "--out", paramLabel = "FILE", required = true, description = "${bundle:cli.option.out}")
    private Path out = Path.of("");

    BackupCommand(Session session) {
        super(session);
    }

    @Override
    boolean needsIdentities() {
        return true;
    }

    @Override
    int run(Notebook open, Secret secret) {
        try {
            Manifest written = new BackUp(
                            open, surroundings().clock(), surroundings().locks().workFactor())
                    .write(out, secret.chars());
            Written.print(session(), written);
            session().say("cli.backup.done", out.toString());
            return ExitCode.DONE;
        } catch (IOException e) {
            throw CommandFailure.writing(out, e);
        }
    }
}
