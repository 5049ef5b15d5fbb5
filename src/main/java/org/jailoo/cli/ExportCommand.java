package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ExportBundle.Exported;
import org.jailoo.app.ExportBundle.Order;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.app.ExportBundle.Told;
import org.jailoo.bundle.Manifest;
import org.jailoo.i18n.Labels;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code jailoo export}: a bundle for others, encrypted to their cards unless {@code --plain} says otherwise. */
@CommandLine.Command(name = "export", description = "${bundle:cli.export.description}")
final class ExportCommand extends NotebookCommand {
    /** What is sent. */
    enum Scope {
        ALL(Choice.ALL),
        CHANGES(Choice.CHANGES),
        CODES(Choice.CODES);

        private final Choice choice;

        Scope(Choice choice) {
            this.choice = choice;
        }
    }

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "${bundle:cli.option.out}")
    private Path out = Path.of("");

    @Option(names = "--to", paramLabel = "CARD", description = "${bundle:cli.export.to}")
    private List<Path> to = List.of();

    @Option(names = "--plain", description = "${bundle:cli.export.plain}")
    private boolean plain;

    @Option(names = "--scope", paramLabel = "all|changes|codes", description = "${bundle:cli.export.scope}")
    private @Nullable Scope scope;

    @Option(names = "--receipt", description = "${bundle:cli.export.receipt}")
    private boolean receipt;

    private List<Card> cards = List.of();

    ExportCommand(Session session) {
        super(session);
    }

    @Override
    void check() {
        if (to.isEmpty() && !plain) {
            throw CommandFailure.usage("cli.export.to-whom");
        }
        if (!to.isEmpty() && plain) {
            throw CommandFailure.usage("cli.export.to-or-plain");
        }
        if (receipt && scope != null) {
            throw CommandFailure.usage("cli.export.receipt-or-scope");
        }
        cards = CardFiles.read(to);
    }

    @Override
    boolean needsIdentities() {
        return !receipt && scope != Scope.CODES;
    }

    @Override
    int run(Notebook open, Secret secret) {
        Choice choice = receipt ? Choice.RECEIPT : scope == null ? null : scope.choice;
        try {
            Exported exported = new ExportBundle(open, surroundings().clock()).export(new Order(out, cards, choice));
            Manifest written = exported.manifest();
            Written.print(session(), written);
            session().sayCount("cli.export.done", written.revisions(), out.toString());
            exported.stays().forEach(told -> say("exchange.stays.line", told));
            if (plain) {
                session().say("cli.export.readable", out.toString());
                exported.openly().forEach(told -> say("exchange.openly.line", told));
            }
            if (!receipt && scope != Scope.CODES && written.scope() == Manifest.Scope.CODES) {
                session().say("cli.export.codes-only");
            }
            return ExitCode.DONE;
        } catch (ReceiverRefused e) {
            String device = String.valueOf(e.getMessage());
            throw switch (e.why()) {
                case BLOCKED -> CommandFailure.refused("cli.export.receiver-blocked", device);
                case RECIPIENT_NOT_CONFIRMED -> CommandFailure.refused("cli.export.not-confirmed", device);
            };
        } catch (IOException e) {
            throw CommandFailure.writing(out, e);
        }
    }

    private void say(String key, Told told) {
        Labels labels = Labels.of(messages().locale().getLanguage());
        String reason =
                "table.reason." + told.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        session().say(key, labels.types(told.type()), messages().text(reason), told.records());
    }
}
