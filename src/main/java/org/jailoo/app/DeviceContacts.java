package org.jailoo.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jailoo.app.Contact.Ahead;
import org.jailoo.app.Contact.Gap;
import org.jailoo.app.Contact.Heard;
import org.jailoo.app.Contact.Instance;
import org.jailoo.app.Contact.Written;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.history.Claim;
import org.jailoo.history.Claimed;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Arrivals.Beyond;
import org.jailoo.notebook.BundleLog;
import org.jailoo.notebook.Claims.Spoken;
import org.jailoo.notebook.Claims.Word;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Holdings.Seen;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Tells who is missing: of every other device what came from it, what it says it holds and is not here, and what it is not
 * known to have.
 *
 * <p>Read anew each time from the last word of each notebook and from what is held, so that a gap that has closed is gone
 * at once. Ranges are compared as ranges: a word that claims a billion places costs as much as one that claims ten.
 */
public final class DeviceContacts {
    /** After so many days without a bundle of a trusted device people are told. */
    public static final int SILENT_DAYS = 14;

    private final Notebook notebook;
    private final Clock clock;

    public DeviceContacts(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /**
     * All of them.
     *
     * @param own this device's card
     * @param contacts the others, those that need a person most first
     * @param missing how many revisions anybody holds that are not here, each counted once
     * @param ownMissing how many of them another notebook of this very device said it holds
     * @param filesLost files that are named here and missing, and that nobody is known to hold
     * @param ownForks places of this device's own notebooks that hold two revisions, or are known to
     */
    public record Overview(
            Card own, List<Contact> contacts, long missing, long ownMissing, long filesLost, long ownForks) {
        public Overview {
            contacts = List.copyOf(contacts);
        }
    }

    /**
     * The shortest of it, for the first page.
     *
     * @param silent trusted devices of which nothing came for too long
     * @param missing as in {@link Overview}
     */
    public record Brief(long silent, long missing) {}

    /** What is known now. */
    public Overview look() {
        Card own = notebook.card();
        return notebook.reading(at -> new Looking(at, own).all());
    }

    /** The shortest of it; compares ranges alone. */
    public Brief brief() {
        String self = notebook.device().deviceId();
        return notebook.reading(at -> {
            Map<String, Heard> heard = heard(at);
            long silent = at.devices().all().stream()
                    .filter(d ->
                            d.trust() == Trust.TRUSTED && !d.card().deviceId().equals(self))
                    .filter(d -> silentDays(at, d, heard.get(d.card().deviceId())) >= SILENT_DAYS)
                    .count();
            Map<Writer, SeqRanges> missing = new HashMap<>();
            for (Spoken spoken : at.claims().all()) {
                if (!spoken.retired()) {
                    wanted(spoken.word()).forEach((writer, places) -> missing.merge(writer, places, SeqRanges::or));
                }
            }
            missing.replaceAll((writer, places) -> places.minus(at.holdings().held(writer)));
            return new Brief(silent, count(missing));
        });
    }

    private static Map<String, Heard> heard(Snapshot at) {
        Map<String, Heard> last = new HashMap<>();
        for (BundleLog.Heard each : at.log().heard()) {
            last.merge(
                    each.from().device(),
                    new Heard(each.imported(), each.created()),
                    (a, b) -> a.imported().compareTo(b.imported()) >= 0 ? a : b);
        }
        return last;
    }

    private long silentDays(Snapshot at, Device device, @Nullable Heard heard) {
        String since = heard != null
                ? heard.imported()
                : at.settings()
                        .get(TrustDevice.SINCE + device.card().deviceId())
                        .orElse("");
        try {
            return since.isEmpty()
                    ? 0
                    : Math.max(
                            0,
                            Duration.between(Instant.parse(since), clock.instant())
                                    .toDays());
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    /** What a word claims and does not keep back, by writer. */
    private static Map<Writer, SeqRanges> wanted(Word word) {
        Map<Writer, SeqRanges> wanted = new TreeMap<>();
        word.has().forEach((writer, claim) -> {
            SeqRanges places = claim.ranges().minus(word.withheld().getOrDefault(writer, SeqRanges.NONE));
            if (!places.isEmpty()) {
                wanted.put(writer, places);
            }
        });
        return wanted;
    }

    private static long count(Map<Writer, SeqRanges> places) {
        return places.values().stream().mapToLong(SeqRanges::count).sum();
    }

    /** One look at one snapshot. */
    private final class Looking implements Claimed.Here {
        private final Snapshot at;
        private final Card own;
        private final String self;
        private final Map<String, List<Spoken>> spoken = new TreeMap<>();
        private final Map<Writer, Seen> seen = new TreeMap<>();
        private final Map<Writer, SeqRanges> held = new HashMap<>();
        private final Map<String, Long> forks = new HashMap<>();
        private final Map<String, Who> names = new HashMap<>();
        private final Map<String, String> heardOf = new HashMap<>();
        private final Map<Writer, SeqRanges> missing = new HashMap<>();
        private final Map<String, Long> filesHere = new HashMap<>();
        private final Map<String, Long> filesThere = new HashMap<>();
        private long filesLost;

        Looking(Snapshot at, Card own) {
            this.at = at;
            this.own = own;
            this.self = own.deviceId();
        }

        Overview all() {
            at.claims()
                    .all()
                    .forEach(each -> spoken.computeIfAbsent(each.word().from().device(), d -> new ArrayList<>())
                            .add(each));
            at.log().heard().forEach(each -> heardOf.put(each.from().toString(), each.imported()));
            lookAtWriters();
            countForks();
            countFiles();
            List<Device> devices = at.devices().all();
            List<Device> others = devices.stream()
                    .filter(d -> !d.card().deviceId().equals(self))
                    .toList();
            Map<String, Ahead> ahead = ahead(others);
            Map<String, Heard> heard = heard(at);
            List<Contact> contacts = new ArrayList<>();
            for (Device device : others) {
                String id = device.card().deviceId();
                contacts.add(contact(device, heard.get(id), ahead.get(id), isNamesake(device, devices)));
            }
            contacts.sort(Comparator.comparingInt(Contact::need)
                    .reversed()
                    .thenComparing(Comparator.comparingLong(Contact::silentDays).reversed())
                    .thenComparing(c -> c.device().card().shownName()));
            long ownMissing = gaps(self).stream().mapToLong(Gap::revisions).sum();
            return new Overview(own, contacts, count(missing), ownMissing, filesLost, forks.getOrDefault(self, 0L));
        }

        /** Walks over the revisions once; what several devices claim of a writer is held against them in that walk. */
        private void lookAtWriters() {
            Map<Writer, Set<SeqRanges>> claimed = new HashMap<>();
            words().forEach(word -> word.has()
                    .forEach((writer, claim) -> claimed.computeIfAbsent(writer, w -> new HashSet<>())
                            .add(claim.ranges())));
            for (Writer writer : at.holdings().writers()) {
                Seen one = at.holdings().look(writer, claimed.getOrDefault(writer, Set.of()));
                seen.put(writer, one);
                held.put(writer, one.held());
            }
        }

        private List<Word> words() {
            return spoken.values().stream()
                    .flatMap(List::stream)
                    .filter(each -> !each.retired())
                    .map(Spoken::word)
                    .toList();
        }

        @Override
        public SeqRanges held(Writer writer) {
            return held.getOrDefault(writer, SeqRanges.NONE);
        }

        @Override
        public String ids(Writer writer, SeqRanges places) {
            Seen one = seen.get(writer);
            String ids = one == null ? null : one.ids().get(places);
            return ids == null ? at.holdings().ids(writer, places) : ids;
        }

        private void countForks() {
            seen.forEach((writer, one) -> forks.merge(writer.device(), one.forks(), Long::sum));
            Set<Writer> coming = new HashSet<>();
            words().forEach(word -> word.has().forEach((writer, claim) -> {
                Seen one = seen.get(writer);
                boolean otherIds = one != null && one.forks() == 0 && Claimed.isUnseenFork(writer, claim, this);
                if (otherIds && coming.add(writer)) {
                    forks.merge(writer.device(), 1L, Long::sum);
                }
            }));
        }

        private void countFiles() {
            words().forEach(word -> filesHere.merge(
                    word.from().device(),
                    word.lacks().stream()
                            .filter(file -> at.attachments().size(file) != null)
                            .count(),
                    Math::max));
            Map<String, Set<String>> holders = new HashMap<>();
            at.attachments().eachNamingOfLacking(naming -> {
                Writer writer = new Writer(naming.device(), naming.instance());
                Set<String> who = holders.computeIfAbsent(naming.sha256(), f -> new TreeSet<>());
                for (Word word : words()) {
                    Claim claim = word.has().get(writer);
                    if (claim != null
                            && claim.ranges().contains(naming.seq())
                            && !word.lacks().contains(naming.sha256())) {
                        who.add(word.from().device());
                    }
                }
            });
            holders.values().forEach(who -> {
                who.forEach(device -> filesThere.merge(device, 1L, Long::sum));
                filesLost += who.isEmpty() ? 1 : 0;
            });
        }

        private Map<String, Ahead> ahead(List<Device> others) {
            IntPredicate mayGo = NotReceived.mayGo(at);
            List<String> told = others.stream()
                    .map(device -> device.card().deviceId())
                    .filter(device -> spoken.containsKey(device)
                            || HandedOver.to(at, device).isPresent())
                    .toList();
            List<Beyond> beyond =
                    at.arrivals().beyond(told.stream().map(this::known).toList(), mayGo, 0);
            Map<String, Ahead> ahead = new HashMap<>();
            for (int i = 0; i < told.size(); i++) {
                String device = told.get(i);
                Optional<HandedOver> last = HandedOver.to(at, device);
                Beyond left = beyond.get(i);
                ahead.put(
                        device,
                        new Ahead(
                                left.records().cardinality(),
                                left.first() == 0 ? null : at.arrivals().when(left.first()),
                                last.map(HandedOver::time).orElse(null)));
            }
            return ahead;
        }

        /** As {@link ReceiverKnowledge}, from the walk that was made already. */
        private Map<Writer, SeqRanges> known(String device) {
            return Claimed.knownToAll(
                    spoken.getOrDefault(device, List.of()).stream()
                            .filter(each -> !each.retired())
                            .map(each -> each.word().has())
                            .toList(),
                    this);
        }

        private List<Gap> gaps(String device) {
            Map<Writer, SeqRanges> wanted = new TreeMap<>();
            for (Spoken each : spoken.getOrDefault(device, List.of())) {
                if (!each.retired()) {
                    wanted(each.word()).forEach((writer, places) -> wanted.merge(writer, places, SeqRanges::or));
                }
            }
            List<Gap> gaps = new ArrayList<>();
            wanted.forEach((writer, places) -> {
                SeqRanges left = places.minus(held(writer));
                if (!left.isEmpty()) {
                    gaps.add(new Gap(who(writer.device()), writer, left));
                    missing.merge(writer, left, SeqRanges::or);
                }
            });
            return gaps;
        }

        private Who who(String device) {
            return names.computeIfAbsent(device, id -> Who.of(at, self, id));
        }

        private Contact contact(Device device, @Nullable Heard heard, @Nullable Ahead ahead, boolean namesake) {
            String id = device.card().deviceId();
            List<Gap> gaps = gaps(id);
            long days = device.trust() == Trust.TRUSTED ? silentDays(at, device, heard) : 0;
            return new Contact(
                    device,
                    heard,
                    days,
                    written(id),
                    gaps,
                    forks.getOrDefault(id, 0L),
                    filesHere.getOrDefault(id, 0L),
                    filesThere.getOrDefault(id, 0L),
                    ahead,
                    instances(id),
                    namesake);
        }

        private Written written(String device) {
            BitSet records = new BitSet();
            long revisions = 0;
            String latest = null;
            for (Map.Entry<Writer, Seen> each : seen.entrySet()) {
                if (each.getKey().device().equals(device)) {
                    records.or(each.getValue().records());
                    revisions += each.getValue().revisions();
                    String last = at.holdings().lastWritten(each.getKey());
                    latest = latest == null || (last != null && last.compareTo(latest) > 0) ? last : latest;
                }
            }
            return new Written(records.cardinality(), revisions, latest);
        }

        private List<Instance> instances(String device) {
            return spoken.getOrDefault(device, List.of()).stream()
                    .map(each -> new Instance(
                            each.word().from(),
                            each.word().created(),
                            heardOf.get(each.word().from().toString()),
                            each.retired()))
                    .sorted(Comparator.comparing((Instance each) -> each.imported() == null ? "" : each.imported())
                            .reversed())
                    .toList();
        }

        private boolean isNamesake(Device device, List<Device> all) {
            String name = DeviceNames.folded(device);
            return !name.isEmpty()
                    && all.stream()
                            .anyMatch(other -> !other.card()
                                            .deviceId()
                                            .equals(device.card().deviceId())
                                    && (other.trust() == Trust.TRUSTED
                                            || other.card().deviceId().equals(self))
                                    && DeviceNames.folded(other).equals(name));
        }
    }
}
