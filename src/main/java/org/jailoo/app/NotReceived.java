package org.jailoo.app;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Arrivals.Beyond;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What of this notebook the lead's device is not known to hold, in records.
 *
 * <p>Received is what the lead said in a bundle or a receipt of its own, and what its hash proves. What was only handed
 * over may have been lost on its way. Records that never leave with codes alone are not counted: they need not go.
 */
public final class NotReceived {
    private final Notebook notebook;

    public NotReceived(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * What waits for the lead.
     *
     * @param lead null while nobody was named
     * @param choice the trusted devices of which one may be named the lead's
     * @param records how many records hold something that is not received
     * @param unconfirmed how many of them were handed over as they are now, with no word of the lead since
     * @param oldest when the oldest of what is not received came to stand here; null where all is received
     * @param handedOver when something was last handed over to the lead; null if never
     */
    public record Answer(
            @Nullable Card lead,
            List<Device> choice,
            long records,
            long unconfirmed,
            @Nullable String oldest,
            @Nullable String handedOver) {}

    /** What waits now. */
    public Answer look() {
        Optional<Card> lead = new Lead(notebook).card();
        String self = notebook.device().deviceId();
        return notebook.reading(at -> {
            List<Device> choice = at.devices().all().stream()
                    .filter(d ->
                            d.trust() == Trust.TRUSTED && !d.card().deviceId().equals(self))
                    .toList();
            if (lead.isEmpty()) {
                return new Answer(null, choice, 0, 0, null, null);
            }
            String device = lead.get().deviceId();
            Map<Writer, SeqRanges> known = known(at, device);
            IntPredicate mayGo = mayGo(at);
            Beyond beyond = at.arrivals().beyond(known, mayGo, 0);
            Optional<HandedOver> last = HandedOver.to(at, device);
            long fresh = last.map(handed -> (long) at.arrivals()
                            .beyond(known, mayGo, handed.upTo())
                            .records()
                            .cardinality())
                    .orElse((long) beyond.records().cardinality());
            long records = beyond.records().cardinality();
            return new Answer(
                    lead.get(),
                    choice,
                    records,
                    records - fresh,
                    beyond.first() == 0 ? null : at.arrivals().when(beyond.first()),
                    last.map(HandedOver::time).orElse(null));
        });
    }

    /** The records that are not received; without a lead, all that hold anything written here. */
    static BitSet records(Snapshot at, @Nullable String lead, String self) {
        if (lead != null) {
            return at.arrivals().beyond(known(at, lead), mayGo(at), 0).records();
        }
        Map<Writer, SeqRanges> others = new java.util.HashMap<>();
        for (Writer writer : at.holdings().writers()) {
            if (!writer.device().equals(self)) {
                others.put(writer, at.holdings().held(writer));
            }
        }
        return at.arrivals().beyond(others, mayGo(at), 0).records();
    }

    private static Map<Writer, SeqRanges> known(Snapshot at, String device) {
        return ReceiverKnowledge.of(at.claims(), at.holdings(), List.of(device)).known();
    }

    static IntPredicate mayGo(Snapshot at) {
        return at.arrivals()
                .ofTypes(at.schema().types().keySet().stream()
                        .filter(at.schema()::codeSafe)
                        .collect(Collectors.toSet()));
    }
}
