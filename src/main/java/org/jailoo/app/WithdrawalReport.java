package org.jailoo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jailoo.app.Receivers.Out;
import org.jailoo.app.Receivers.Receiver;
import org.jailoo.app.Receivers.Spread;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.history.Header;
import org.jailoo.history.PurgeRule;
import org.jailoo.notebook.BundleLog.Handover;
import org.jailoo.notebook.CustodyLog.Entry;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Purges.Accepted;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * How far each withdrawal has come: erased here, and at each device that had the record. Read anew each time from what this
 * notebook did and from what the others said; it holds no word of the record.
 */
public final class WithdrawalReport {
    private final Notebook notebook;

    public WithdrawalReport(Notebook notebook) {
        this.notebook = notebook;
    }

    /** How far an erasure has come at a device. */
    public enum Reached {
        /** Nothing was written for the device since. */
        NOT_SENT,
        /** It was sent, and nothing was heard of the device since. */
        SENT,
        /** The device sent something since, in which it does not say that it holds the erasure: it may wait for a person there. */
        ANSWERED,
        /** The device says that it holds the erasure, and no word of the record. */
        CONFIRMED
    }

    /**
     * A device.
     *
     * @param sentOn when the first bundle with the erasure was written for it; null if never
     * @param bundle that one
     */
    public record Standing(
            Receiver receiver,
            Reached reached,
            @Nullable String sentOn,
            @Nullable String bundle) {}

    /**
     * An erased record.
     *
     * @param record by its id alone: what it was called is gone
     * @param erased when it was erased here; null where that was before the custody log began
     * @param by whose erasure it is
     * @param asks whether the notebooks of others ask a person first
     * @param out what no erasure reaches
     */
    public record Withdrawn(
            String record,
            String type,
            @Nullable String erased,
            Who by,
            boolean asks,
            List<Standing> standings,
            Out out) {
        public Withdrawn {
            standings = List.copyOf(standings);
        }

        /** Whether every device that had the record said that it is erased there. */
        public boolean everywhere() {
            return standings.stream().allMatch(standing -> standing.reached() == Reached.CONFIRMED);
        }

        /** The beginning of the id, enough to tell one erased record from another. */
        public String shortId() {
            return record.substring(0, 8);
        }
    }

    /** Every erased record, the latest first. */
    public List<Withdrawn> all() {
        String self = notebook.device().deviceId();
        return notebook.reading(at -> {
            Map<String, List<Accepted>> records = new LinkedHashMap<>();
            at.purges()
                    .accepted()
                    .forEach(purge -> records.computeIfAbsent(purge.record(), r -> new ArrayList<>())
                            .add(purge));
            Receivers receivers = new Receivers(at, self);
            List<Handover> handovers = at.log().handovers();
            List<Withdrawn> all = new ArrayList<>();
            records.forEach((record, purges) -> all.add(0, withdrawn(at, receivers, handovers, purges)));
            return List.copyOf(all);
        });
    }

    /** How many have not reached everyone. */
    public long unreached() {
        return all().stream().filter(each -> !each.everywhere()).count();
    }

    private Withdrawn withdrawn(Snapshot at, Receivers receivers, List<Handover> handovers, List<Accepted> purges) {
        String self = notebook.device().deviceId();
        Accepted first = purges.get(0);
        String record = first.record();
        List<Entry> entries = at.custody().of(record);
        Optional<Entry> done = entries.stream()
                .filter(e -> e.note().what() == What.PURGE || e.note().what() == What.PURGE_ACCEPTED)
                .findFirst();
        // Before the log began: everything that it knows came later.
        long since = done.map(Entry::number).orElse(0L);
        Spread spread = receivers.of(record);
        List<Standing> standings = new ArrayList<>();
        for (Receiver receiver : spread.receivers()) {
            String device = receiver.who().device();
            boolean confirmed = purges.stream().anyMatch(p -> receivers.knows(device, p.writer(), p.seq()));
            Handover sent = null;
            long number = 0;
            for (Handover handover : handovers) {
                long at1 = handover.kind().equals("records")
                                && handover.revisions() > 0
                                && handover.recipients().contains(device)
                        ? number(at, handover)
                        : 0;
                if (at1 > since && (sent == null || at1 < number)) {
                    sent = handover;
                    number = at1;
                }
            }
            Reached reached = confirmed
                    ? Reached.CONFIRMED
                    : sent == null
                            ? Reached.NOT_SENT
                            : at.custody().lastFrom(device) > number ? Reached.ANSWERED : Reached.SENT;
            standings.add(new Standing(
                    receiver, reached, sent == null ? null : sent.created(), sent == null ? null : sent.bundle()));
        }
        String type = at.revisions().visible(record).map(state -> state.type()).orElse("");
        Header purge = Header.purge(record, type, notebook.self(), 1);
        return new Withdrawn(
                record,
                type,
                done.map(Entry::time).orElse(null),
                Who.of(at, self, first.writer().device()),
                !PurgeRule.acceptsUnasked(purge, at.revisions().headersOf(record), true, 0),
                standings,
                spread.out());
    }

    /** The number of a hand-over in the custody log; 0 where it is older than that. */
    private static long number(Snapshot at, Handover handover) {
        return at.custody().about(handover.bundle()).stream()
                .mapToLong(Entry::number)
                .max()
                .orElse(0);
    }

    /** The devices to which an erasure is still to be sent, or that have not said that they have it. */
    public static Set<String> waitingFor(List<Withdrawn> all) {
        return all.stream()
                .flatMap(each -> each.standings().stream())
                .filter(standing -> standing.reached() != Reached.CONFIRMED)
                .map(standing -> standing.receiver().who().device())
                .collect(Collectors.toSet());
    }
}
