package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.history.Chronicle;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Revisions.Custody;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/** Tells how a record came to be what it is: who wrote what and when, how it got here, and what contradicts what. */
public final class RecordHistory {
    private final Notebook notebook;

    public RecordHistory(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * A device as people know it.
     *
     * @param self whether it is this laptop's own, be it through an older copy of the notebook
     * @param name the name on its card; null where two cards contradict each other, or none was seen
     * @param fingerprint the first two groups of its fingerprint; of a device without a card the beginning of its id
     */
    public record Who(String device, boolean self, @Nullable String name, String fingerprint, Trust trust) {
        static Who of(Snapshot at, String self, String device) {
            Device found = at.devices().find(device);
            return found == null
                    ? new Who(
                            device,
                            device.equals(self),
                            null,
                            device.substring(0, Math.min(8, device.length())),
                            Trust.UNKNOWN)
                    : new Who(
                            device,
                            device.equals(self),
                            found.name(),
                            found.card().fingerprint().digits().substring(0, 11),
                            found.trust());
        }
    }

    /**
     * The bundle that first brought a revision.
     *
     * @param imported when, by this laptop's clock
     */
    public record Brought(String bundle, Who from, String imported) {}

    /**
     * A revision of the record.
     *
     * @param purge whether it erases the record; {@code accepted} says whether that was accepted here
     * @param time what its writer's laptop took the time to be; null where the body is not held
     * @param brought null for a revision that was written here
     * @param missing whether what it changed is not held here
     * @param head whether nothing was written on it since
     */
    public record Entry(
            String revision,
            boolean purge,
            boolean accepted,
            @Nullable String time,
            Who who,
            @Nullable Brought brought,
            List<Chronicle.Change> changes,
            boolean missing,
            boolean head) {}

    /**
     * Who wrote a contending value, and when.
     *
     * @param brought the bundle that first brought it; null for what was written here
     */
    public record Writing(
            String revision,
            Who who,
            @Nullable String time,
            @Nullable Brought brought) {}

    /**
     * One of the values of a path in conflict; saving the path again, with any value, settles it.
     *
     * @param value {@code null} for a clearing; at {@code deleted} for those who went on writing
     * @param shown whether it stands until then
     */
    public record Contending(Json value, boolean shown, List<Writing> writings) {}

    /**
     * The history of a record.
     *
     * @param state what came of it; empty where only purges are known that nobody accepted
     * @param entries the latest first, purges before all
     * @param more how many earlier ones were left out
     * @param conflicts by path; the shown value first
     * @param parted by path in conflict, the value that stood there before; only where there was one
     */
    public record Story(
            Optional<RecordState> state,
            List<Entry> entries,
            int more,
            SortedMap<String, List<Contending>> conflicts,
            SortedMap<String, Json> parted) {}

    /**
     * The history of a record as of now; waits for no import.
     *
     * @param limit how many edits at most
     */
    public Story tell(String record, int limit) {
        return notebook.reading(at -> tell(at, record, limit));
    }

    /** The same of one moment that is being read from. */
    Story tell(Snapshot at, String record, int limit) {
        return new Telling(at, notebook.device().deviceId(), record).tell(limit);
    }

    /** The values of a record as one of its revisions left them, for its writer; to be brought back by a new one. */
    public SortedMap<String, Json> valuesAfter(String record, String revision) {
        return notebook.reading(
                at -> Chronicle.of(at.revisions().heldOf(record)).valuesAfter(revision));
    }

    /** One look at one record. */
    private static final class Telling {
        private final Snapshot at;
        private final String self;
        private final List<Held> held;
        private final Map<String, Custody> custody;
        private final Map<String, String> times = new HashMap<>();
        private final Map<String, String> writers = new HashMap<>();
        private final Map<String, Who> known = new HashMap<>();
        private final Optional<RecordState> state;

        Telling(Snapshot at, String self, String record) {
            this.at = at;
            this.self = self;
            this.held = at.revisions().heldOf(record);
            this.custody = at.revisions().custodyOf(record);
            this.state = at.revisions().state(record);
            custody.forEach((id, from) -> {
                if (from.time() != null) {
                    times.put(id, from.time());
                }
            });
            held.forEach(h -> writers.put(h.header().id(), h.header().writer().device()));
        }

        Story tell(int limit) {
            Chronicle chronicle = Chronicle.of(held);
            List<Entry> entries = new ArrayList<>();
            for (Held each : held) {
                if (!each.header().isEdit()) {
                    entries.add(entry(each.header(), List.of(), false, false));
                }
            }
            for (Chronicle.Step step : chronicle.latest(limit, times)) {
                entries.add(entry(step.header(), step.changes(), !step.bodied(), step.head()));
            }
            SortedMap<String, List<Contending>> conflicts = new TreeMap<>();
            chronicle
                    .conflicts()
                    .forEach((path, values) -> conflicts.put(
                            path, values.stream().map(this::contending).toList()));
            return new Story(
                    state,
                    List.copyOf(entries),
                    Math.max(0, chronicle.size() - limit),
                    conflicts,
                    chronicle.partedFrom());
        }

        private Entry entry(Header header, List<Chronicle.Change> changes, boolean missing, boolean head) {
            Custody from = custody.get(header.id());
            return new Entry(
                    header.id(),
                    !header.isEdit(),
                    from != null && from.accepted(),
                    times.get(header.id()),
                    who(header.writer().device()),
                    from == null ? null : brought(from),
                    changes,
                    missing,
                    head);
        }

        private @Nullable Brought brought(Custody custody) {
            return custody.bundle() == null || custody.from() == null || custody.imported() == null
                    ? null
                    : new Brought(custody.bundle(), who(custody.from()), custody.imported());
        }

        private Contending contending(Chronicle.Contender contender) {
            return new Contending(
                    contender.value(),
                    contender.shown(),
                    contender.revisions().stream().map(this::writing).toList());
        }

        private Writing writing(String revision) {
            Custody from = custody.get(revision);
            return new Writing(
                    revision,
                    who(writers.getOrDefault(revision, "")),
                    times.get(revision),
                    from == null ? null : brought(from));
        }

        private Who who(String id) {
            return known.computeIfAbsent(id, device -> Who.of(at, self, device));
        }
    }
}
