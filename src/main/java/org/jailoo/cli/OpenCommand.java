package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jailoo open}: the window. */
@CommandLine.Command(name = "open", description = "${bundle:cli.open.description}")
final class OpenCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "${bundle:cli.open.file}")
    private @Nullable Path file;

    @Option(names = "--sample", description = "${bundle:cli.open.sample}")
    private boolean sample;

    @Spec
    private @Nullable CommandSpec spec;

    private final DemoCommand journey;

    private final boolean languageNamed;

    OpenCommand(Session session, boolean languageNamed) {
        super(session);
        this.languageNamed = languageNamed;
        this.journey = new DemoCommand(session);
    }

    @Override
    public Integer call() throws IOException {
        String language = languageNamed ? messages().locale().getLanguage() : null;
        if (new Opening(file, sample, language).in(surroundings().window())) {
            return ExitCode.DONE;
        }
        if (!sample) {
            session().say("cli.open.no-display");
            if (spec != null) {
                CommandLine whole = spec.root().commandLine();
                whole.usage(whole.getErr());
            }
            return ExitCode.USAGE;
        }
        session().say("cli.open.journey");
        return journey.call();
    }
}
