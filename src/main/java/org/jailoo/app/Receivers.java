package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.history.Held;
import org.jailoo.history.Writer;
import org.jailoo.notebook.BundleLog.Carriers;
import org.jailoo.notebook.BundleLog.Handover;
import org.jailoo.notebook.BundleLog.Imported;
import org.jailoo.notebook.CustodyLog.Entry;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Revisions.Custody;
import org.jailoo.notebook.Snapshot;

/**
 * Tells where a record is besides here, as far as this notebook can know: whom it was handed to, who wrote in it or
 * brought it, who says to hold it, and which backups, files and workbooks hold it.
 */
public final class Receivers {
    private final Snapshot at;
    private final String self;
    private final Map<String, ReceiverKnowledge> words = new HashMap<>();

    Receivers(Snapshot at, String self) {
        this.at = at;
        this.self = self;
    }

    /**
     * A bundle that was written here.
     *
     * @param created when, by this laptop's clock
     * @param surely whether it is known to have carried the record; of older ones it was not kept what went along
     */
    public record Sent(String bundle, String created, boolean surely) {}

    /**
     * A device that has the record, or may have it.
     *
     * @param sent what was handed to it from here
     * @param wrote whether it wrote in the record
     * @param brought whether a bundle of it brought a part of the record
     * @param says whether it said itself that it holds a part
     */
    public record Receiver(Who who, List<Sent> sent, boolean wrote, boolean brought, boolean says) {
        public Receiver {
            sent = List.copyOf(sent);
        }

        /** Whether it is sure that the record was there, and not only possible. */
        public boolean surely() {
            return wrote || brought || says || sent.stream().anyMatch(Sent::surely);
        }
    }

    /**
     * What no purge reaches.
     *
     * @param backups written after the record came here
     * @param open bundles without a receiver, which anybody can read
     * @param unnamed bundles without a receiver, older than the custody log: a backup, or a file that anybody can read
     * @param workbooks workbooks written after the record came here, for whichever audience: perhaps it is in them
     * @param copies files of the record that were copied out, and prints
     */
    public record Out(
            List<Sent> backups, List<Sent> open, List<Sent> unnamed, List<Entry> workbooks, List<Entry> copies) {
        public Out {
            backups = List.copyOf(backups);
            open = List.copyOf(open);
            unnamed = List.copyOf(unnamed);
            workbooks = List.copyOf(workbooks);
            copies = List.copyOf(copies);
        }

        public boolean isEmpty() {
            return backups.isEmpty() && open.isEmpty() && unnamed.isEmpty() && workbooks.isEmpty() && copies.isEmpty();
        }
    }

    /** Where a record is. */
    public record Spread(List<Receiver> receivers, Out out) {
        public Spread {
            receivers = List.copyOf(receivers);
        }
    }

    private static final class Gathered {
        private final List<Sent> sent = new ArrayList<>();
        private boolean wrote;
        private boolean brought;
        private boolean says;
    }

    /** Where a record is, by what went out before it was erased here. */
    Spread of(String record) {
        List<Entry> entries = at.custody().of(record);
        long from = from(entries);
        long until = erased(entries);
        TreeMap<String, Gathered> devices = new TreeMap<>();
        List<Sent> backups = new ArrayList<>();
        List<Sent> open = new ArrayList<>();
        List<Sent> unnamed = new ArrayList<>();
        Carriers carriers = at.log().thatCarried(record);
        for (boolean surely : new boolean[] {true, false}) {
            for (Handover handover : surely ? carriers.surely() : carriers.perhaps()) {
                List<Entry> about = at.custody().about(handover.bundle());
                if (about.stream().anyMatch(e -> e.number() > until)) {
                    continue;
                }
                Sent sent = new Sent(handover.bundle(), handover.created(), surely);
                handover.recipients()
                        .forEach(device -> gathered(devices, device).sent.add(sent));
                if (handover.recipients().isEmpty()) {
                    boolean backup = about.stream().anyMatch(e -> e.note().what() == What.BACKUP);
                    (about.isEmpty() ? unnamed : backup ? backups : open).add(sent);
                }
            }
        }
        List<Held> held = at.revisions().headersOf(record);
        held.stream()
                .filter(h -> h.header().isEdit())
                .forEach(h -> gathered(devices, h.header().writer().device()).wrote = true);
        for (Custody custody : at.revisions().custodyOf(record).values()) {
            if (custody.from() != null) {
                gathered(devices, custody.from()).brought = true;
            }
        }
        for (String device : at.claims().devices()) {
            if (held.stream()
                    .anyMatch(h -> knows(device, h.header().writer(), h.header().seq()))) {
                gathered(devices, device).says = true;
            }
        }
        Gathered own = devices.get(self);
        if (own != null && !own.says && own.sent.isEmpty()) {
            devices.remove(self);
        }
        List<Receiver> receivers = devices.entrySet().stream()
                .map(e -> new Receiver(
                        Who.of(at, self, e.getKey()),
                        e.getValue().sent,
                        e.getValue().wrote,
                        e.getValue().brought,
                        e.getValue().says))
                .toList();
        return new Spread(
                receivers,
                new Out(
                        backups,
                        open,
                        unnamed,
                        between(at.custody().all(What.EXPORT), from, until),
                        between(entries, 0, until).stream()
                                .filter(e -> e.note().what() == What.COPY)
                                .toList()));
    }

    private static Gathered gathered(Map<String, Gathered> devices, String device) {
        return devices.computeIfAbsent(device, d -> new Gathered());
    }

    /** Whether a device said, so that it can be believed, that it holds a revision. */
    boolean knows(String device, Writer writer, long seq) {
        return words.computeIfAbsent(device, d -> ReceiverKnowledge.of(at.claims(), at.holdings(), List.of(d)))
                .knows(writer, seq);
    }

    /** The number of the entry with which a record came here; 0 where it was here before the log began. */
    private static long from(List<Entry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        Entry first = entries.get(0);
        boolean came = first.note().what() == What.INTAKE || first.note().what() == What.IMPORT;
        return came ? first.number() : 0;
    }

    /** The number of the entry with which a record was erased here first; beyond all where it was not. */
    static long erased(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.note().what() == What.PURGE || e.note().what() == What.PURGE_ACCEPTED)
                .mapToLong(Entry::number)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static List<Entry> between(List<Entry> entries, long from, long until) {
        return entries.stream()
                .filter(e -> e.number() > from && e.number() < until)
                .toList();
    }

    /** The device that a bundle came from; null where it did not come in here. */
    static @org.jspecify.annotations.Nullable String cameFrom(Snapshot at, String bundle) {
        Imported imported = at.log().imported(bundle);
        return imported == null ? null : imported.device();
    }
}
