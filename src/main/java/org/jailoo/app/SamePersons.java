package org.jailoo.app;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Arrivals;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Revisions;
import org.jailoo.notebook.Snapshot;
import org.jailoo.person.Known;
import org.jailoo.person.Links;
import org.jailoo.person.Pair;
import org.jailoo.person.Persons;
import org.jspecify.annotations.Nullable;

/**
 * The participants of a notebook who may be one person, kept in memory beside it: read once, and from then on only what has
 * changed. With the names where the identities are open, else by what is known without them; when they close, everything
 * that came from a name is forgotten.
 */
public final class SamePersons implements LikelySame {
    private static final String PARTICIPANT = "participant";

    private final Notebook notebook;
    private Persons persons = new Persons();
    /** By each record, the pairs in which it stands. */
    private final Map<String, Map<String, Pair>> pairs = new HashMap<>();

    private final Map<String, RecordState> linked = new HashMap<>();
    /** The identity records, with whom each names and how. */
    private final Map<String, Named> names = new HashMap<>();

    private final Set<String> lacking = new HashSet<>();
    private @Nullable Read read;

    public SamePersons(Notebook notebook) {
        this.notebook = notebook;
    }

    /** Up to where the notebook was read, and whether with names. */
    private record Read(long arrival, long revisions, String losses, boolean open) {}

    private record Named(String participant, String name) {}

    /**
     * What was found.
     *
     * @param suggested the pairs that nobody has decided yet, the likeliest first
     * @param linked the records of each person who has several
     * @param undecided records that were said to be of one person and of two
     * @param named whether the names were read
     */
    public record Found(List<Pair> suggested, List<List<String>> linked, List<List<String>> undecided, boolean named) {
        public Found {
            suggested = List.copyOf(suggested);
            linked = List.copyOf(linked);
            undecided = List.copyOf(undecided);
        }
    }

    /**
     * Finds, after reading what has changed since the last time.
     *
     * @throws java.util.concurrent.CancellationException as the steps threw it; the next time goes on
     */
    public synchronized Found find(Steps steps) {
        follow(steps);
        Links.Groups groups = links().groups();
        return new Found(
                suggested(links(), groups),
                groups.persons().values().stream().distinct().map(List::copyOf).toList(),
                groups.undecided().stream().map(List::copyOf).toList(),
                read != null && read.open());
    }

    /** Forgets everything that was read. */
    public synchronized void forget() {
        persons = new Persons();
        pairs.clear();
        linked.clear();
        names.clear();
        lacking.clear();
        read = null;
    }

    private void follow(Steps steps) {
        notebook.reading(at -> {
            boolean open = notebook.identities().isOpen();
            Arrivals arrivals = at.arrivals();
            Read before = read;
            Arrivals.Since since = arrivals.since(before == null ? 0 : before.arrival());
            Read now = new Read(arrivals.last(), at.revisions().count(), arrivals.losses(), open);
            // Where this is ended on the way, the next time begins anew.
            read = null;
            if (before != null && isSameStory(before, now, since)) {
                BitSet changed = since.records();
                if (now.arrival() != before.arrival() || !lacking.isEmpty()) {
                    take(at, changed, steps, open);
                }
            } else {
                forget();
                take(at, arrivals.since(0).records(), steps, open);
            }
            read = now;
            return now;
        });
        persons.settle(this::add, (done, total) -> steps.done(total + done, 2 * total));
    }

    /** Whether nothing that was read has gone again. */
    private static boolean isSameStory(Read before, Read now, Arrivals.Since since) {
        return before.open() == now.open()
                && before.losses().equals(now.losses())
                && before.arrival() <= now.arrival()
                && before.revisions() + since.revisions() == now.revisions();
    }

    private void take(Snapshot at, BitSet changed, Steps steps, boolean open) {
        Set<String> participants = new HashSet<>();
        List<String> records = new ArrayList<>(lacking);
        at.revisions().eachRecordOf(changed, records::add);
        for (String record : records) {
            Revisions.Brief brief = at.revisions().brief(record);
            if (brief != null && brief.type().equals(PARTICIPANT)) {
                participants.add(record);
            } else if (brief != null && brief.type().equals(NamesOf.TYPE) && open) {
                Named was = names.remove(record);
                Named is = named(at, record);
                if (is != null) {
                    names.put(record, is);
                    participants.add(is.participant());
                }
                if (was != null) {
                    participants.add(was.participant());
                }
            }
        }
        Map<String, List<String>> byParticipant = new HashMap<>();
        new TreeMap<>(names)
                .values()
                .forEach(named -> byParticipant
                        .computeIfAbsent(named.participant(), p -> new ArrayList<>())
                        .add(named.name()));
        long done = 0;
        for (String participant : participants) {
            at.revisions()
                    .visible(participant)
                    .ifPresent(state -> take(state, byParticipant.getOrDefault(participant, List.of())));
            steps.done(++done, 2L * participants.size());
        }
    }

    private @Nullable Named named(Snapshot at, String record) {
        RecordState state = at.revisions().visible(record).orElse(null);
        if (state == null) {
            return null;
        }
        note(state);
        Json.Obj values = new Json.Obj(state.values());
        String participant = values.text(PARTICIPANT);
        String name = values.text("fullName");
        boolean gone = state.deleted() || state.purged() || participant == null || name == null || name.isBlank();
        return gone ? null : new Named(String.valueOf(participant), String.valueOf(name));
    }

    /** A body may come later, without a new revision: such a record is looked at again each time. */
    private void note(RecordState state) {
        if (state.bodyMissing() && !state.purged()) {
            lacking.add(state.record());
        } else {
            lacking.remove(state.record());
        }
    }

    private void take(RecordState state, List<String> called) {
        String record = state.record();
        note(state);
        drop(record);
        linked.remove(record);
        if (state.deleted() || state.purged() || !state.type().equals(PARTICIPANT)) {
            persons.remove(record);
            return;
        }
        boolean says = state.values().keySet().stream()
                .anyMatch(path -> path.startsWith(LinkedRecords.SAME) || path.startsWith(LinkedRecords.NOT_SAME));
        if (says) {
            linked.put(record, state);
        }
        persons.put(KnownOf.state(state, called));
    }

    private void drop(String record) {
        Map<String, Pair> gone = pairs.remove(record);
        if (gone != null) {
            gone.keySet()
                    .forEach(other -> pairs.getOrDefault(other, new HashMap<>()).remove(record));
        }
    }

    private void add(Pair pair) {
        pairs.computeIfAbsent(pair.one(), r -> new HashMap<>()).put(pair.other(), pair);
        pairs.computeIfAbsent(pair.other(), r -> new HashMap<>()).put(pair.one(), pair);
    }

    private Links links() {
        Links links = new Links();
        linked.values().forEach(state -> LinkedRecords.take(state, links));
        return links;
    }

    /** Of two persons with several records the likeliest pair alone. */
    private List<Pair> suggested(Links links, Links.Groups groups) {
        List<Pair> ranked = new ArrayList<>();
        pairs.forEach((record, others) -> others.values().forEach(pair -> {
            if (pair.one().equals(record)) {
                ranked.add(pair);
            }
        }));
        ranked.sort(Persons.RANK);
        Set<List<String>> offered = new HashSet<>();
        groups.undecided()
                .forEach(torn -> torn.forEach(
                        one -> torn.forEach(other -> offered.add(List.of(groups.person(one), groups.person(other))))));
        List<Pair> suggested = new ArrayList<>();
        for (Pair pair : ranked) {
            String one = groups.person(pair.one());
            String other = groups.person(pair.other());
            if (!one.equals(other)
                    && !isDenied(links, groups.of(one), groups.of(other))
                    && !offered.contains(List.of(other, one))
                    && offered.add(List.of(one, other))) {
                suggested.add(pair);
            }
        }
        return suggested;
    }

    private static boolean isDenied(Links links, Set<String> ones, Set<String> others) {
        return ones.stream().anyMatch(one -> others.stream().anyMatch(other -> links.isDenied(one, other)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Names among the comers are read where they are given with them and may be read.
     */
    @Override
    public synchronized int among(Collection<RecordState> comers) {
        follow(Steps.UNWATCHED);
        Map<String, List<String>> called = new HashMap<>();
        comers.stream().filter(state -> state.type().equals(NamesOf.TYPE)).forEach(state -> {
            Json.Obj values = new Json.Obj(state.values());
            String participant = values.text(PARTICIPANT);
            String name = values.text("fullName");
            if (participant != null && name != null) {
                called.computeIfAbsent(participant, p -> new ArrayList<>()).add(name);
            }
        });
        Persons arriving = new Persons();
        Set<String> likely = new HashSet<>();
        for (RecordState comer : comers) {
            boolean counts = comer.type().equals(PARTICIPANT)
                    && !comer.deleted()
                    && !comer.purged()
                    && !persons.holds(comer.record());
            if (counts) {
                Links links = new Links();
                LinkedRecords.take(comer, links);
                Links.Groups groups = links.groups();
                Known known = KnownOf.state(comer, called.getOrDefault(comer.record(), List.of()));
                boolean anybody = persons.of(known).stream()
                        .anyMatch(pair -> !groups.person(pair.one()).equals(groups.person(pair.other()))
                                && !links.isDenied(pair.one(), pair.other()));
                if (anybody) {
                    likely.add(comer.record());
                }
                arriving.put(known);
            }
        }
        arriving.settle().forEach(pair -> {
            if (!likely.contains(pair.one())) {
                likely.add(pair.other());
            }
        });
        return likely.size();
    }
}
