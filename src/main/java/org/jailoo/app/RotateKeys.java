package org.jailoo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.jailoo.history.Content;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Rotation;
import org.jspecify.annotations.Nullable;

/** Encrypts a closed notebook anew, under new keys: whoever copied old ones can open nothing that is written from then on. */
public final class RotateKeys {
    private final Clock clock;
    private final Supplier<Kdf> kdf;

    /** With {@link Kdf#calibrated()} where it is not a test. */
    public RotateKeys(Clock clock, Supplier<Kdf> kdf) {
        this.clock = clock;
        this.kdf = kdf;
    }

    /** What it came to. */
    public sealed interface Outcome {}

    /**
     * All is encrypted anew.
     *
     * @param kitLost whether the printed kit opens it no more
     */
    public record Rotated(boolean kitLost) implements Outcome {}

    /** Nothing was done: so many bytes must be free. */
    public record NoRoom(long bytes) implements Outcome {}

    /**
     * Does it.
     *
     * @param identities the passphrase of the identities, where they have one of their own
     * @throws NotebookException if the notebook is open, or a passphrase is not the one; nothing is changed then
     * @throws java.util.concurrent.CancellationException if {@code steps} throws it; nothing is changed then
     */
    public Outcome rotate(Path file, char[] passphrase, char @Nullable [] identities, Steps steps) {
        String time = Content.timeText(clock.instant());
        try {
            boolean kitKept =
                    Rotation.rotate(file, new Rotation.Secrets(passphrase, identities), kdf.get(), time, steps::done);
            return new Rotated(!kitKept);
        } catch (Rotation.NoRoom e) {
            return new NoRoom(e.needed());
        }
    }
}
