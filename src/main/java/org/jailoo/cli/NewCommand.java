package org.jailoo.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jailoo.app.NewNotebook;
import org.jailoo.identity.Card;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jailoo new}: a new encrypted notebook and its device. */
@CommandLine.Command(name = "new", description = "${bundle:cli.new.description}")
final class NewCommand extends Command {
    @Parameters(index = "0", paramLabel = "NOTEBOOK", description = "${bundle:cli.option.notebook}")
    private Path notebook = Path.of("");

    @Option(names = "--name", paramLabel = "CODE", required = true, description = "${bundle:cli.new.name}")
    private String name = "";

    @Mixin
    private PassphraseOption passphrase = new PassphraseOption();

    NewCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (name.isBlank()
                || name.codePointCount(0, name.length()) > Card.MAX_NAME
                || name.indexOf('\ufffd') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw CommandFailure.usage("cli.new.bad-name", Card.MAX_NAME);
        }
        try (Secret secret = passphrase.askTwice(session())) {
            Kdf kdf = surroundings().locks().kdf().get();
            try (Notebook made = new NewNotebook(kdf).create(notebook, secret.chars(), name)) {
                Card card = made.card();
                session()
                        .line(Map.of(
                                "device", Json.of(card.deviceId()),
                                "fingerprint", Json.of(card.fingerprint().digits())));
            }
        } catch (NotebookException e) {
            throw CommandFailure.notebook(notebook, e);
        }
        session().say("cli.new.done", notebook.toString(), notebook + ".keys");
        return ExitCode.DONE;
    }
}
