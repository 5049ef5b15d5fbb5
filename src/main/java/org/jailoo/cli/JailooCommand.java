package org.jailoo.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code jailoo} without a command: says which there are. */
@CommandLine.Command(name = "jailoo", description = "${bundle:cli.jailoo.description}")
final class JailooCommand extends Command {
    /** The languages people read. */
    enum Language {
        EN,
        RU,
        KY
    }

    @Spec
    private @Nullable CommandSpec spec;

    /** Read before everything else is, in {@link Cli}; here it is only checked, and shown in the help. */
    @Option(
            names = "--lang",
            paramLabel = "en|ru|ky",
            description = "${bundle:cli.option.lang}",
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable")
    private @Nullable Language language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "${bundle:cli.option.help}",
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "${bundle:cli.option.version}")
    @SuppressWarnings("UnusedVariable")
    private boolean version;

    JailooCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (spec != null) {
            CommandLine line = spec.commandLine();
            line.usage(line.getErr());
        }
        return ExitCode.USAGE;
    }
}
