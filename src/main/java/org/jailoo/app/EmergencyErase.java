package org.jailoo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Erasure;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** Destroys a notebook on this laptop when somebody is at the door; first it says what would be lost with it. */
public final class EmergencyErase {
    private final Notebook notebook;
    private final Backups backups;

    public EmergencyErase(Notebook notebook, Path file, Clock clock) {
        this.notebook = notebook;
        this.backups = new Backups(notebook, file, clock, BackUp.WORK_FACTOR);
    }

    /**
     * What nobody else is known to have.
     *
     * @param records how many records hold something that was not received; without a lead, all that hold anything
     *     written here
     * @param drafts what was typed and not saved: nobody ever has it
     * @param lead the name of the lead's device; null where nobody was named
     * @param backup how old the last backup is
     */
    public record Loss(long records, long drafts, @Nullable String lead, Backups.Age backup) {}

    /** What would be lost now. */
    public Loss look() {
        Optional<Card> lead = new Lead(notebook).card();
        String self = notebook.device().deviceId();
        return notebook.reading(at -> {
            BitSet records = NotReceived.records(at, lead.map(Card::deviceId).orElse(null), self);
            return new Loss(
                    records.cardinality(),
                    at.drafts().outsides().size(),
                    lead.map(Card::shownName).orElse(null),
                    backups.age());
        });
    }

    /**
     * Destroys it; neither a passphrase nor a kit opens it from then on.
     *
     * @return the files that could not be removed
     */
    public List<Path> erase() {
        return Erasure.erase(notebook);
    }
}
