package org.jailoo.app;

import java.time.Clock;
import java.util.Optional;
import org.jailoo.history.Content;
import org.jailoo.history.Header;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.Notebook;

/** Erases a record because a person withdraws consent, here and, by a purge that travels, wherever it was sent. */
public final class PurgeRecord {
    private final Notebook notebook;
    private final Clock clock;

    public PurgeRecord(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** The purge revision that says so. */
    public record Purged(String record, String revision) {}

    /**
     * Erases the record; empty where the notebook does not know it. One that is erased already is erased again: the new
     * purge may reach a notebook that holds the old one.
     */
    public Optional<Purged> purge(String record) {
        ForgetFilters filters = new ForgetFilters(notebook);
        Optional<Purged> purged = notebook.inTransaction(() -> {
            filters.look();
            Optional<Purged> done = erase(record);
            filters.forget();
            return done;
        });
        if (purged.isPresent()) {
            notebook.scrub();
        }
        return purged;
    }

    /** Does it inside the transaction of the caller, who scrubs after it. */
    Optional<Purged> erase(String record) {
        Optional<RecordState> state = notebook.revisions().visible(record);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Header header = Header.purge(
                record,
                state.get().type(),
                notebook.self(),
                notebook.revisions().nextSeq(notebook.self()));
        Revision revision = Signing.sign(notebook, header, null);
        notebook.changing(record, () -> {
            notebook.revisions().add(revision, null);
            notebook.purges().accept(revision.id());
        });
        notebook.custody()
                .note(
                        Content.timeText(clock.instant()),
                        CustodyLog.Note.ofRecord(CustodyLog.What.PURGE, record, revision.id()));
        return Optional.of(new Purged(record, revision.id()));
    }
}
