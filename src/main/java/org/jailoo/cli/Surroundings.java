package org.jailoo.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jailoo.app.BackUp;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a command knows of the world outside its arguments.
 *
 * @param env the environment: {@code JAILOO_PASSPHRASE}, {@code JAILOO_DEBUG}
 * @param console the person at a terminal; null where there is none, and then nothing is asked and no progress shown
 * @param locale what people read is in its language, unless {@code --lang} says otherwise
 */
public record Surroundings(
        Streams streams,
        Map<String, String> env,
        @Nullable Prompt console,
        Locale locale,
        Clock clock,
        Locks locks,
        Window window) {
    /** The environment variable that holds the passphrase. */
    public static final String PASSPHRASE = "JAILOO_PASSPHRASE";

    /** The environment variable that holds the passphrase of the identities, where they have their own. */
    public static final String IDENTITIES_PASSPHRASE = "JAILOO_IDENTITIES_PASSPHRASE";

    /** The environment variable that holds the password that opens a workbook. */
    public static final String WORKBOOK_PASSWORD = "JAILOO_WORKBOOK_PASSWORD";

    /** The environment variable that, if set at all, lets a fault of the program show where it happened. */
    public static final String DEBUG = "JAILOO_DEBUG";

    public Surroundings {
        env = Map.copyOf(env);
    }

    /** The same without a display. */
    Surroundings withoutWindow() {
        return new Surroundings(streams, env, console, locale, clock, locks, Window.NONE);
    }

    /**
     * The three streams.
     *
     * @param out takes UTF-8 bytes; it throws where they cannot be written, as a {@link PrintStream} would not
     * @param err in the charset of whoever reads it
     */
    public record Streams(InputStream in, OutputStream out, PrintStream err) {}

    /** Asks a person. */
    public interface Prompt {
        /** A line that is not shown while it is typed, for the caller to wipe; null at the end of the input. */
        char @Nullable [] passphrase(String prompt);

        /** A line; null at the end of the input. */
        @Nullable
        String line(String prompt);
    }

    /**
     * How notebooks and backups are locked, and notebooks opened.
     *
     * @param kdf of a new notebook; asked only where one is made, for measuring takes a second
     * @param workFactor of a backup
     * @param opening a test has a faster one than the passphrase
     */
    public record Locks(Supplier<Kdf> kdf, int workFactor, Opening opening) {
        /** For real use: measured on this machine. */
        public static Locks real() {
            return new Locks(
                    Kdf::calibrated,
                    BackUp.WORK_FACTOR,
                    (file, passphrase, identities, time) -> identities
                            ? Notebook.openWithIdentities(file, passphrase, time)
                            : Notebook.open(file, passphrase));
        }
    }

    /** Opens a notebook with its passphrase. */
    public interface Opening {
        /**
         * An open notebook.
         *
         * @param identities whether what says who people are is opened too, where the same passphrase opens it
         * @param time for the custody log
         */
        Notebook open(Path file, char[] passphrase, boolean identities, String time);
    }
}
