package org.jailoo.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jailoo.app.ProgramVersion;
import org.jailoo.i18n.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The way into the command line: arguments in, exit code out. */
public final class Cli {
    private static final int WIDTH = 100;

    private Cli() {}

    /** Runs one command; see {@link ExitCode} for what it answers. Throws nothing. */
    public static int run(List<String> args, Surroundings surroundings) {
        Messages messages = messages(args, surroundings.locale());
        List<String> whole = Opening.named(args);
        Opening opening = Opening.of(whole);
        Session session = new Session(opening == null ? surroundings : surroundings.withoutWindow(), messages);
        try {
            if (opening != null && opening.in(surroundings.window())) {
                return ExitCode.DONE;
            }
            int exitCode = commandLine(session, names(args, Opening.LANG)).execute(whole.toArray(String[]::new));
            session.flush();
            return exitCode;
        } catch (RuntimeException | Error e) {
            return session.failed(e);
        }
    }

    /** Every command there is; a new one is a line here. */
    private static List<? extends Command> commands(Session session, boolean languageNamed) {
        return List.of(
                new OpenCommand(session, languageNamed),
                new DemoCommand(session),
                new NewCommand(session),
                new CardCommand(session),
                new TrustCommand(session),
                new PutCommand(session),
                new PurgeCommand(session),
                new StateCommand(session),
                new ExportCommand(session),
                new ImportCommand(session),
                new ExcelCommand(session),
                new VerifyCommand(session),
                new BackupCommand(session),
                new RestoreCommand(session),
                new ScreensCommand(session, languageNamed),
                new TrainCommand(session));
    }

    private static CommandLine commandLine(Session session, boolean languageNamed) {
        CommandLine root = new CommandLine(new JailooCommand(session));
        root.getCommandSpec().version("Jailoo " + ProgramVersion.text());
        commands(session, languageNamed).forEach(root::addSubcommand);
        // No argument names a file to take arguments from: an @ may begin the name of one that is to be imported.
        root.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setResourceBundle(session.messages().asResourceBundle())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(new LineWriter(session::line), true))
                .setErr(new PrintWriter(new LineWriter(session::help), true))
                .setParameterExceptionHandler(new UsageErrors(session))
                .setExecutionExceptionHandler((e, command, parsed) -> session.failed(e));
        Stream.concat(Stream.of(root), root.getSubcommands().values().stream())
                .forEach(c -> titles(c.getCommandSpec().usageMessage(), session.messages()));
        return root;
    }

    private static void titles(UsageMessageSpec usage, Messages messages) {
        usage.width(WIDTH)
                .synopsisHeading(messages.text("cli.usage.synopsis") + " ")
                .descriptionHeading("%n")
                .parameterListHeading("%n" + messages.text("cli.usage.parameters") + "%n")
                .optionListHeading("%n" + messages.text("cli.usage.options") + "%n")
                .commandListHeading("%n" + messages.text("cli.usage.commands") + "%n")
                .sortOptions(false);
    }

    private static boolean names(List<String> args, String option) {
        return args.stream().anyMatch(a -> a.equals(option) || a.startsWith(option + "="));
    }

    /** The language is wanted before the arguments are understood: to say that they are not. */
    private static Messages messages(List<String> args, Locale locale) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals(Opening.LANG) && i + 1 < args.size()) {
                return Messages.of(args.get(i + 1).toLowerCase(Locale.ROOT));
            }
            if (arg.startsWith(Opening.LANG + "=")) {
                return Messages.of(arg.substring(Opening.LANG.length() + 1).toLowerCase(Locale.ROOT));
            }
        }
        return Messages.of(locale);
    }
}
