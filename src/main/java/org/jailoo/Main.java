package org.jailoo;

import java.io.BufferedInputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jailoo.cli.Cli;
import org.jailoo.cli.Silence;
import org.jailoo.cli.Surroundings;
import org.jailoo.cli.Surroundings.Locks;
import org.jailoo.cli.Surroundings.Prompt;
import org.jailoo.cli.Surroundings.Streams;
import org.jailoo.cli.Window;
import org.jailoo.identity.Kdf;
import org.jailoo.ui.JailooWindow;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.shell.Gallery;
import org.jspecify.annotations.Nullable;

/** Starts the program: the command line, and the window where that asks for it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.util.logging.config.class", Silence.class.getName());
        Faults.quiet();
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
                        Locks.real(),
                        new FxWindow())));
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

    /** The window of the program, which the command line knows by what it does alone. */
    private static final class FxWindow implements Window {
        private static JailooWindow window() {
            return new JailooWindow(Clock.systemUTC(), Kdf::calibrated, Look.place(settings()), FxWindow::seen);
        }

        /** For who measures how long a start takes. */
        private static void seen(String waiting) {
            if (System.getProperty("jailoo.tell.start") != null) {
                System.out.println("usable " + waiting);
            }
        }

        private static String settings() {
            String home = System.getProperty("user.home", ".");
            String windows = System.getenv("APPDATA");
            String linux = System.getenv("XDG_CONFIG_HOME");
            String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            if (os.contains("mac")) {
                return home + "/Library/Application Support";
            }
            return windows != null ? windows : linux != null && !linux.isEmpty() ? linux : home + "/.config";
        }

        @Override
        public boolean open(@Nullable Path file, boolean sample, @Nullable String language) {
            return window().open(file, sample, language);
        }

        @Override
        public boolean train() throws IOException {
            return window().train();
        }

        @Override
        public void draw(Pictures pictures, Consumer<Path> drawn) throws IOException {
            window().draw(
                            new Gallery.Order(
                                    pictures.folder(),
                                    pictures.languages(),
                                    pictures.themes().stream().map(Theme::of).toList(),
                                    new Gallery.Paper(
                                            pictures.paper().width(),
                                            pictures.paper().height(),
                                            TextSize.of(String.valueOf(
                                                    pictures.paper().text()))),
                                    pictures.only()),
                            drawn);
        }
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
