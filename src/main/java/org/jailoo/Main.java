package org.jailoo;

import java.io.BufferedInputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jailoo.cli.Cli;
import org.jailoo.cli.Silence;
import org.jailoo.cli.Surroundings;
import org.jailoo.cli.Surroundings.Locks;
import org.jailoo.cli.Surroundings.Prompt;
import org.jailoo.cli.Surroundings.Streams;
import org.jspecify.annotations.Nullable;

/** Starts the program: for now, the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.util.logging.config.class", Silence.class.getName());
        Console console = terminal();
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset(console));
        Streams streams =
                new Streams(new BufferedInputStream(System.in), new FileOutputStream(FileDescriptor.out), err);
        System.exit(Cli.run(
                List.of(args),
                new Surroundings(
                        streams,
                        System.getenv(),
                        console == null ? null : new Terminal(console),
                        Locale.getDefault(Locale.Category.DISPLAY),
                        Clock.systemUTC(),
                        Locks.real())));
    }

    /** The terminal, if there is one. From Java 22 on there may be a console without, which is asked below. */
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable Console terminal() {
        Console console = System.console();
        if (console == null) {
            return null;
        }
        try {
            Object is = Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(is) ? console : null;
        } catch (ReflectiveOperationException e) {
            return console;
        }
    }

    /** The terminal's own where it has Cyrillic letters. Where it says it has none, it is a terminal that nobody told. */
    private static Charset charset(@Nullable Console console) {
        return console != null && console.charset().newEncoder().canEncode('\u0436')
                ? console.charset()
                : StandardCharsets.UTF_8;
    }

    private record Terminal(Console console) implements Prompt {
        @Override
        public char @Nullable [] passphrase(String prompt) {
            return console.readPassword("%s", prompt);
        }

        @Override
        public @Nullable String line(String prompt) {
            return console.readLine("%s", prompt);
        }
    }
}
