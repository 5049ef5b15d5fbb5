package org.jailoo.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in the person's language which arguments were not understood. Values are not repeated: one of them may be a
 * passphrase that somebody took for an argument.
 */
final class UsageErrors implements IParameterExceptionHandler {
    private final Session session;

    UsageErrors(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        tell(e);
        command.usage(command.getErr());
        return ExitCode.USAGE;
    }

    private void tell(ParameterException e) {
        ArgSpec argument = e.getArgSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            tellUnmatched(unmatched);
        } else if (e instanceof MissingParameterException missing) {
            session.say(
                    "cli.usage.missing",
                    missing.getMissing().stream().map(UsageErrors::label).collect(Collectors.joining(", ")));
        } else if (e instanceof OverwrittenOptionException twice) {
            session.say("cli.usage.twice", label(twice.getOverwritten()));
        } else if (argument != null) {
            session.say("cli.usage.invalid", label(argument), argument.paramLabel());
        } else {
            session.say("cli.usage.not-understood");
        }
    }

    private void tellUnmatched(UnmatchedArgumentException e) {
        List<String> unmatched = e.getUnmatched();
        boolean command = e.getCommandLine().getParent() == null;
        String options = unmatched.stream()
                .filter(a -> a.startsWith("-"))
                .map(a -> a.replaceFirst("=.*", ""))
                .collect(Collectors.joining(", "));
        if (!options.isEmpty()) {
            session.say("cli.usage.unknown-option", options);
        } else if (command && !unmatched.isEmpty()) {
            session.say("cli.usage.unknown-command", unmatched.get(0));
        } else {
            session.say("cli.usage.surplus");
        }
    }

    private static String label(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.longestName();
        }
        return argument instanceof PositionalParamSpec positional ? positional.paramLabel() : argument.toString();
    }
}
