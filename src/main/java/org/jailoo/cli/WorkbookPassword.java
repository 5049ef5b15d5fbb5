package org.jailoo.cli;

import java.nio.file.Path;
import org.jailoo.cli.Surroundings.Prompt;
import org.jailoo.office.PasswordProtection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the password of a workbook comes from: a file that is named, else the environment, else, where the workbook holds
 * what people said, the person at the terminal, who may also want none. Never an argument.
 */
final class WorkbookPassword {
    @Option(
            names = "--workbook-password-file",
            paramLabel = "F",
            description = "${bundle:cli.option.workbook-password-file}")
    private @Nullable Path file;

    /** Whether a file was named. */
    boolean named() {
        return file != null;
    }

    /** The password, empty for none. */
    Secret ask(Session session, boolean holdsPeople) {
        Secret secret = given(session, holdsPeople);
        if (secret.chars().length > PasswordProtection.MAX_LENGTH) {
            secret.close();
            throw CommandFailure.usage("cli.workbook-password.long", PasswordProtection.MAX_LENGTH);
        }
        return secret;
    }

    private Secret given(Session session, boolean holdsPeople) {
        if (file != null) {
            return PassphraseOption.checked(PassphraseOption.read(file));
        }
        String variable = session.surroundings().env().get(Surroundings.WORKBOOK_PASSWORD);
        if (variable != null && !variable.isEmpty()) {
            return PassphraseOption.checked(variable.toCharArray());
        }
        Prompt console = session.surroundings().console();
        return console == null || !holdsPeople ? new Secret(new char[0]) : prompted(session, console);
    }

    private static Secret prompted(Session session, Prompt console) {
        Secret first = typed(session, console, "cli.workbook-password.prompt");
        if (first.chars().length == 0) {
            return first;
        }
        try (Secret second = typed(session, console, "cli.workbook-password.again")) {
            if (first.isSame(second)) {
                return PassphraseOption.checked(first.chars());
            }
        }
        first.close();
        throw CommandFailure.usage("cli.workbook-password.differ");
    }

    private static Secret typed(Session session, Prompt console, String key) {
        char[] typed = console.passphrase(session.messages().text(key) + " ");
        return new Secret(typed == null ? new char[0] : typed);
    }
}
