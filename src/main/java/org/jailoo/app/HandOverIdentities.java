package org.jailoo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jailoo.history.Content;
import org.jailoo.identity.Card;
import org.jailoo.notebook.BundleLog.Handover;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Identities;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/**
 * Hands what says who people are to the lead, so that a laptop in the field keeps none of it.
 *
 * <p>It is given up here only where the lead's own word proves, by its hash over the very revisions, that the lead holds
 * them; what is handed over and not confirmed stays. Nothing that was given up is claimed to be held, and nothing of it is
 * taken in again.
 */
public final class HandOverIdentities {
    private final Notebook notebook;
    private final Clock clock;

    public HandOverIdentities(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param lead null while nobody was named, or is not trusted any more
     * @param here how many records are kept here that say who somebody is, or may
     * @param confirmed how many of them the lead is proved to hold as they are, so that they may be given up
     * @param elsewhere how many were given up here before
     * @param handedOver when they were last written for the lead; null if never
     */
    public record Standing(
            @Nullable Card lead,
            long here,
            long confirmed,
            long elsewhere,
            @Nullable String handedOver) {}

    /** How far it is now. */
    public Standing look() {
        return notebook.inTransaction(() -> {
            Card lead = lead().orElse(null);
            Identities identities = notebook.identities();
            return new Standing(
                    lead,
                    identities.records().cardinality(),
                    lead == null ? 0 : confirmed(lead).cardinality(),
                    identities.givenUp().cardinality(),
                    lead == null ? null : last(lead).map(Handover::created).orElse(null));
        });
    }

    /**
     * Writes everything, names too, for the lead alone.
     *
     * @throws org.jailoo.notebook.NotebookException {@code IDENTITIES_CLOSED} while they are
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public ExportBundle.Exported write(Path out) throws IOException, ExportBundle.ReceiverRefused {
        Card lead = lead().orElseThrow(() -> new IllegalStateException("no lead is named"));
        return new ExportBundle(notebook, clock)
                .export(new ExportBundle.Order(out, List.of(lead), ExportBundle.Choice.ALL));
    }

    /** Gives up what the lead has confirmed, for good; returns how many records that were. What is typed and not saved stays. */
    public long giveUp() {
        long given = notebook.inTransaction(() -> {
            Optional<Card> lead = lead();
            BitSet records = lead.map(this::confirmed).orElseGet(BitSet::new);
            if (records.isEmpty()) {
                return 0L;
            }
            notebook.identities().giveUp(records);
            String bundle = lead.flatMap(this::last).map(Handover::bundle).orElse(null);
            notebook.custody()
                    .note(
                            Content.timeText(clock.instant()),
                            new CustodyLog.Note(What.IDENTITIES_HANDED_OVER, null, bundle, records.cardinality()));
            return (long) records.cardinality();
        });
        if (given > 0) {
            notebook.scrub();
        }
        return given;
    }

    private Optional<Card> lead() {
        return new Lead(notebook).card().filter(card -> notebook.devices().trust(card.deviceId()) == Trust.TRUSTED);
    }

    private Optional<Handover> last(Card lead) {
        return notebook.log().handovers().stream()
                .filter(h -> h.kind().equals("records")
                        && h.scope().equals("all")
                        && h.revisions() > 0
                        && h.recipients().contains(lead.deviceId()))
                .reduce((before, after) -> after);
    }

    /** The records of which the lead is proved to hold every revision that is sealed here, and every file it names. */
    private BitSet confirmed(Card lead) {
        ReceiverKnowledge known = ReceiverKnowledge.of(notebook, List.of(lead.deviceId()));
        Identities identities = notebook.identities();
        BitSet confirmed = identities.records();
        identities.eachRevision((record, writer, seq) -> {
            if (!known.knows(writer, seq)) {
                confirmed.clear(record);
            }
        });
        confirmed.andNot(identities.naming(known.lacks()));
        confirmed.andNot(identities.drafted());
        return confirmed;
    }
}
