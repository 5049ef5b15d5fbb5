package org.jailoo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

    NotebookCommand(Session session) {
        super(session);
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

    @Override
    public final Integer call() throws IOException {
        check();
        waitAfterWrongOnes();
        try (Secret secret = passphrase.ask(session());
                Notebook open = surroundings().locks().opening().open(notebook, secret.chars())) {
            return run(open, secret);
        } catch (NotebookException e) {
            throw CommandFailure.notebook(notebook, e);
        } catch (UncheckedIOException e) {
            throw CommandFailure.writing(notebook, new IOException(e));
        }
    }
}
