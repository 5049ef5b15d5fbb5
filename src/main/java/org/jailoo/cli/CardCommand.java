package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jailoo.app.CardFile;
import org.jailoo.identity.Card;
import org.jailoo.json.CanonicalJson;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code jailoo card}: this device's card, to give to others. */
@CommandLine.Command(name = "card", description = "${bundle:cli.card.description}")
final class CardCommand extends NotebookCommand {
    @Option(names = "--out", paramLabel = "FILE", description = "${bundle:cli.option.out}")
    private @Nullable Path out;

    CardCommand(Session session) {
        super(session);
    }

    @Override
    int run(Notebook open, Secret secret) {
        Card card = open.card();
        if (out == null) {
            session().line(CanonicalJson.text(card.json()));
        } else {
            write(card, out);
        }
        session().say("cli.card.fingerprint", card.fingerprint().digits());
        return ExitCode.DONE;
    }

    private static void write(Card card, Path file) {
        try {
            CardFile.write(card, file);
        } catch (IOException e) {
            throw CommandFailure.writing(file, e);
        }
    }
}
