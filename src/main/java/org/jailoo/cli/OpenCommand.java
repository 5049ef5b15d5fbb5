package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jailoo open}: the window. */
@CommandLine.Command(name = "open", description = "${bundle:cli.open.description}")
final class OpenCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NOTEBOOK", description = "${bundle:cli.open.notebook}")
    private @Nullable Path notebook;

    @Option(names = "--sample", description = "${bundle:cli.open.sample}")
    private boolean sample;

    private final DemoCommand journey;

    OpenCommand(Session session) {
        super(session);
        this.journey = new DemoCommand(session);
    }

    @Override
    public Integer call() throws IOException {
        String language = messages().locale().getLanguage();
        if (surroundings().window().open(notebook, sample, language)) {
            return ExitCode.DONE;
        }
        if (!sample) {
            throw CommandFailure.usage("cli.open.no-display");
        }
        session().say("cli.open.journey");
        return journey.call();
    }
}
