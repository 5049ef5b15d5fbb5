package org.jailoo.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jailoo.history.Claim;
import org.jailoo.history.Claimed;
import org.jailoo.history.Held;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.notebook.BundleLog.Handover;
import org.jailoo.notebook.Claims.Word;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Whether the lead has said that one record arrived, as it stands here.
 *
 * <p>As in {@link NotReceived}, only the lead's own word counts, and only where its hash is the one over our own ids; for
 * one record the writers of that record alone are looked at.
 */
public final class ReceivedByLead {
    private final Notebook notebook;

    public ReceivedByLead(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * How far a record is.
     *
     * @param received whether the lead holds every revision of it that is here
     * @param word when the lead's last word came here, by this laptop's clock; null if none did
     * @param handedOver when it was handed over to the lead as it stands; null if it was not
     */
    public record Standing(
            Card lead,
            boolean received,
            @Nullable String word,
            @Nullable String handedOver) {}

    /** How far a record is; empty while no lead is named, where there is no such record, and where it stays here. */
    public Optional<Standing> of(String record) {
        Optional<Card> lead = new Lead(notebook).card();
        if (lead.isEmpty() || lead.get().deviceId().equals(notebook.device().deviceId())) {
            return Optional.empty();
        }
        String device = lead.get().deviceId();
        return notebook.reading(at -> {
            List<Held> held = at.revisions().headersOf(record);
            if (held.isEmpty()
                    || !held.stream()
                            .allMatch(h -> at.schema().codeSafe(h.header().type()))) {
                return Optional.empty();
            }
            String word = at.log().heard().stream()
                    .filter(each -> each.from().device().equals(device))
                    .map(each -> each.imported())
                    .max(String::compareTo)
                    .orElse(null);
            long last = at.arrivals().lastOf(record);
            String handed = HandedOver.to(at, device)
                    .filter(each -> each.upTo() >= last)
                    .flatMap(each -> at.log().thatCarried(record).surely().stream()
                            .filter(bundle -> bundle.recipients().contains(device))
                            .map(Handover::created)
                            .reduce((before, after) -> after))
                    .orElse(null);
            return Optional.of(new Standing(lead.get(), isReceived(at, device, held), word, handed));
        });
    }

    private static boolean isReceived(Snapshot at, String device, List<Held> held) {
        Set<Writer> writers = new HashSet<>();
        held.forEach(each -> writers.add(each.header().writer()));
        List<Word> words = at.claims().of(device);
        for (Word word : words) {
            Map<Writer, Claim> believed = new HashMap<>();
            for (Writer writer : writers) {
                Claim claim = word.has().get(writer);
                if (claim != null && Claimed.agrees(writer, claim, at.holdings())) {
                    believed.put(writer, claim);
                }
            }
            for (Held each : held) {
                Claim claim = believed.get(each.header().writer());
                if (claim == null || !claim.ranges().contains(each.header().seq())) {
                    return false;
                }
            }
        }
        return !words.isEmpty();
    }
}
