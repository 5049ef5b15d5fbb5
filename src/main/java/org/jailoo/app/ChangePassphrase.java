package org.jailoo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.jailoo.history.Content;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.CustodyLog.Note;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Passphrases;

/** Puts an open notebook under another passphrase; backups that were made keep the old one. */
public final class ChangePassphrase {
    private final Notebook notebook;
    private final Path file;
    private final Clock clock;
    private final Supplier<Kdf> kdf;

    /** With {@link Kdf#calibrated()} where it is not a test: a new laptop may make each guess dearer than the old one did. */
    public ChangePassphrase(Notebook notebook, Path file, Clock clock, Supplier<Kdf> kdf) {
        this.notebook = notebook;
        this.file = file;
        this.clock = clock;
        this.kdf = kdf;
    }

    /**
     * Changes it; from then on the old one opens nothing here.
     *
     * @throws org.jailoo.notebook.NotebookException if the old one is not the notebook's; nothing is changed then
     */
    public void change(char[] old, char[] changed) {
        Passphrases.change(file, old, changed, kdf.get(), this::note);
    }

    private void note() {
        notebook.inTransaction(() -> {
            notebook.custody().note(Content.timeText(clock.instant()), Note.of(What.PASSPHRASE_CHANGED));
            return file;
        });
    }
}
