package org.jailoo.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How many wrong passphrases in a row were tried on a notebook, and how long whoever tries on has to wait.
 *
 * <p>Only the number is kept, in a file beside the notebook; it says nothing else. The wait is counted by the program that
 * runs, not by the clock of the machine, and begins anew when the program does: neither a clock set forward nor a restart
 * ends it. Whoever copies the files is not bound by any of this; against them stands the cost of each guess alone.
 */
public final class WrongTries {
    private static final int FREE = 3;
    private static final long LONGEST_SECONDS = 60;
    private static final int MOST = 999;

    private final Path file;

    private WrongTries(Path file) {
        this.file = file;
    }

    /** Those on a notebook; it need not exist. */
    public static WrongTries on(Path notebook) {
        return of(new NotebookFiles(notebook));
    }

    static WrongTries of(NotebookFiles files) {
        return new WrongTries(files.tries());
    }

    /** How many there were since the last right one. */
    public int count() {
        try {
            byte[] kept = Files.size(file) > 3 ? new byte[0] : Files.readAllBytes(file);
            return Math.max(0, Math.min(MOST, Integer.parseInt(new String(kept, StandardCharsets.US_ASCII))));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** How long to wait before the next: nothing up to the third wrong one, then 1 s, 2 s, 4 s … up to a minute. */
    public Duration pause() {
        int beyond = count() - FREE;
        return beyond < 0
                ? Duration.ZERO
                : Duration.ofSeconds(beyond > 5 ? LONGEST_SECONDS : Math.min(LONGEST_SECONDS, 1L << beyond));
    }

    /** Waits. For a thread that may. */
    public void await() {
        try {
            TimeUnit.NANOSECONDS.sleep(pause().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException();
        }
    }

    /** Another one was wrong. */
    void wrong() {
        try {
            Files.writeString(file, String.valueOf(Math.min(MOST, count() + 1)), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            // On a disk that takes nothing the notebook does not open either.
        }
    }

    /** One was right: the next begins from nothing. */
    void right() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The next ones wait for nothing; nobody is locked out.
        }
    }
}
