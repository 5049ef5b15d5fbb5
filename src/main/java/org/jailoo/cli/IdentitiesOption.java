package org.jailoo.cli;

import java.nio.file.Path;
import org.jailoo.history.Content;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the passphrase of the identities comes from, where they have their own: as {@link PassphraseOption}. */
final class IdentitiesOption {
    @Option(
            names = "--identities-passphrase-file",
            paramLabel = "F",
            description = "${bundle:cli.option.identities-passphrase-file}")
    private @Nullable Path file;

    /** Opens them where the passphrase of the notebook did not. A notebook that keeps none goes on without. */
    void open(Notebook notebook, Session session) {
        if (notebook.identities().isOpen() || !notebook.identities().isKept()) {
            return;
        }
        try (Secret secret = ask(session)) {
            String time = Content.timeText(session.surroundings().clock().instant());
            notebook.identities().open(secret.chars(), time, null);
        } catch (NotebookException e) {
            throw e.fault() == NotebookException.Fault.WRONG_PASSPHRASE ? CommandFailure.wrongIdentities(e) : e;
        }
    }

    private Secret ask(Session session) {
        if (file != null) {
            return PassphraseOption.checked(PassphraseOption.read(file));
        }
        String variable = session.surroundings().env().get(Surroundings.IDENTITIES_PASSPHRASE);
        return variable == null || variable.isEmpty()
                ? PassphraseOption.prompt(session, "cli.identities.prompt", Surroundings.IDENTITIES_PASSPHRASE)
                : PassphraseOption.checked(variable.toCharArray());
    }
}
