package org.jailoo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jailoo.history.Content;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.notebook.CustodyLog.Note;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Passphrases;

/** Opens a notebook whose passphrase was forgotten, by its recovery kit, and puts it under a new one. */
public final class Recover {
    private final Clock clock;
    private final Supplier<Kdf> kdf;

    /** With {@link Kdf#calibrated()} where it is not a test. */
    public Recover(Clock clock, Supplier<Kdf> kdf) {
        this.clock = clock;
        this.kdf = kdf;
    }

    /**
     * The notebook, open under the new passphrase; empty where the kit is not the one that opens it: of another notebook,
     * or replaced by a newer one. Nothing is changed then.
     */
    public Optional<Notebook> open(Path file, RecoveryKit kit, char[] passphrase) {
        if (!Passphrases.recover(file, kit, passphrase, kdf.get())) {
            return Optional.empty();
        }
        Notebook notebook = Notebook.open(file, passphrase);
        notebook.inTransaction(() -> {
            notebook.custody().note(Content.timeText(clock.instant()), Note.of(What.KIT_USED));
            return file;
        });
        return Optional.of(notebook);
    }
}
