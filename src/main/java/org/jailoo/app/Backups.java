package org.jailoo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jailoo.history.Content;
import org.jailoo.notebook.Identities;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Passphrases;
import org.jspecify.annotations.Nullable;

/** The weekly backup: when it was last made, whether it is due, and making it. */
public final class Backups {
    /** After so long people are reminded. */
    static final Duration WEEK = Duration.ofDays(7);

    private static final String SETTING = "backup";

    private final Notebook notebook;
    private final Path file;
    private final Clock clock;
    private final int workFactor;

    /**
     * The backups of a notebook.
     *
     * @param file where the notebook lies
     * @param workFactor {@link BackUp#WORK_FACTOR} where it is not a test
     */
    public Backups(Notebook notebook, Path file, Clock clock, int workFactor) {
        this.notebook = notebook;
        this.file = file;
        this.clock = clock;
        this.workFactor = workFactor;
    }

    /**
     * How old the last backup is.
     *
     * @param made when, by this laptop's clock; null if never
     * @param days how many whole days ago; a clock that was set back makes it 0
     * @param due whether a person should make one: never or more than a week ago, while there is something to lose; also
     *     where it was made in what is still to come, for then nobody can say how old it is
     */
    public record Age(@Nullable String made, long days, boolean due) {}

    /** The age of the last backup. */
    public Age age() {
        return notebook.reading(at -> {
            String made = at.settings().get(SETTING).orElse(null);
            return age(made, clock.instant(), at.arrivals().last() > 0);
        });
    }

    static Age age(@Nullable String made, Instant now, boolean hasRecords) {
        if (made == null) {
            return new Age(null, 0, hasRecords);
        }
        try {
            Duration age = Duration.between(Instant.parse(made), now);
            return new Age(
                    made, Math.max(0, age.toDays()), hasRecords && age.abs().compareTo(WEEK) > 0);
        } catch (DateTimeParseException e) {
            // Not a time: as good as never.
            return new Age(null, 0, hasRecords);
        }
    }

    /** Remembers that a backup was just written. */
    static void remember(Notebook notebook, String time) {
        notebook.inTransaction(() -> {
            notebook.settings().put(SETTING, time);
            return time;
        });
    }

    /**
     * Makes a backup under the notebook's own passphrase; one that was mistyped makes none, because nobody could ever
     * restore it.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     * @throws org.jailoo.notebook.NotebookException if the passphrase is not the notebook's; {@code IDENTITIES_CLOSED}
     *     where the identities have one of their own and are closed
     */
    public void make(Path out, char[] passphrase) throws IOException {
        Passphrases.require(file, passphrase);
        Identities identities = notebook.identities();
        boolean opens = !identities.isOpen() && identities.count() > 0 && identities.isKept() && !identities.isApart();
        if (opens) {
            identities.open(passphrase, Content.timeText(clock.instant()), null);
        }
        try {
            new BackUp(notebook, clock, workFactor).write(out, passphrase);
        } finally {
            if (opens) {
                identities.close();
            }
        }
    }
}
