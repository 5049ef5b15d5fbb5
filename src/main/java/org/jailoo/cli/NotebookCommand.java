package org.jailoo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jailoo.history.Content;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.WrongTries;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command on a notebook that exists: opens it, and closes it whatever happens. */
abstract class NotebookCommand extends Command {
    @Parameters(index = "0", paramLabel = "NOTEBOOK", description = "${bundle:cli.option.notebook}")
    private Path notebook = Path.of("");

    @Mixin
    private PassphraseOption passphrase = new PassphraseOption();

    @Mixin
    private IdentitiesOption identities = new IdentitiesOption();

    NotebookCommand(Session session) {
        super(session);
    }

    /** Whether this run reads, or writes, what says who people are. */
    boolean needsIdentities() {
        return false;
    }

    /** What can be refused before a passphrase is asked for. */
    void check() {}

    /**
     * Does it.
     *
     * @param secret the passphrase that opened the notebook; wiped afterwards
     */
    abstract int run(Notebook open, Secret secret) throws IOException;

    final Path notebook() {
        return notebook;
    }

    private void waitAfterWrongOnes() {
        WrongTries tries = WrongTries.on(notebook);
        long seconds = tries.pause().toSeconds();
        if (seconds > 0) {
            session().sayCount("unlock.wait.seconds", seconds);
            tries.await();
        }
    }

    private Notebook open(Secret secret) {
        boolean identities = needsIdentities();
        String time = identities ? Content.timeText(surroundings().clock().instant()) : "";
        return surroundings().locks().opening().open(notebook, secret.chars(), identities, time);
    }

    @Override
    public final Integer call() throws IOException {
        check();
        waitAfterWrongOnes();
        try (Secret secret = passphrase.ask(session());
                Notebook open = open(secret)) {
            if (needsIdentities()) {
                identities.open(open, session());
            }
            return run(open, secret);
        } catch (NotebookException e) {
            throw CommandFailure.notebook(notebook, e);
        } catch (UncheckedIOException e) {
            throw CommandFailure.writing(notebook, new IOException(e));
        }
    }
}
