package org.jailoo.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The participants of a notebook, kept so that those who may be of one person are found at once: everybody is compared only
 * with those who share a key, of a key that very many share only with those who share more, and never with more than some
 * hundred. So the work grows with the number of people and not with its square.
 *
 * <p>Not safe for several threads.
 */
public final class Persons {
    /** As many as one key may hand over. */
    private static final int BLOCK = 24;

    /** As many as anybody is compared with. */
    private static final int COMPARED = 200;

    /** More bits than the logarithm of how many there are: what is likely, and what is worth a look at all. */
    private static final double LIKELY = 6;

    private static final double POSSIBLE = 2;
    private static final int NOBODY = -1;

    /** Of fewer people than this, as much is asked as of so many. */
    private static final int FEW = 64;

    /** The likeliest first; among those equally likely in an order that never changes. */
    public static final Comparator<Pair> RANK = Comparator.comparingDouble(Pair::bits)
            .reversed()
            .thenComparing(Pair::one)
            .thenComparing(Pair::other);

    private final Frequencies frequencies = new Frequencies();
    private final Skeletons skeletons = new Skeletons();
    private final Scoring scoring = new Scoring(frequencies, skeletons);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private Blocks blocks = new Blocks();
    private List<@Nullable Entry> entries = new ArrayList<>();
    /** Those from here on were put in and not yet compared. */
    private int settled;

    private long comparisons;

    /** Told how many of the new ones were compared; may throw to end that, and it goes on from there the next time. */
    public interface Steps {
        void done(long done, long total);
    }

    /** Takes a participant in, in the place of what was known of her; {@link #settle} says whom she may be. */
    public void put(Known known) {
        remove(known.id());
        Entry entry = new Entry(known, skeletons);
        numbers.put(known.id(), entries.size());
        entries.add(entry);
        count(entry, 1);
    }

    /** Takes a participant out. */
    public void remove(String id) {
        Integer number = numbers.remove(id);
        Entry entry = number == null ? null : entries.set(number, null);
        if (entry != null) {
            count(entry, -1);
        }
    }

    private void count(Entry entry, int by) {
        frequencies.people(by);
        entry.marks().forEach(mark -> frequencies.add(mark, by));
    }

    /** Whether somebody is in. */
    public boolean holds(String id) {
        return numbers.containsKey(id);
    }

    /** How many are in. */
    public int size() {
        return numbers.size();
    }

    /** How many pairs were looked at so far: what the work grows with. */
    public long comparisons() {
        return comparisons;
    }

    /** Compares those put in since the last time with everybody; each pair once, in no order. */
    public List<Pair> settle() {
        List<Pair> pairs = new ArrayList<>();
        settle(pairs::add, (done, total) -> {});
        return pairs;
    }

    /** The same, telling of each pair as it is found: what was told is not told again where the steps end it. */
    public void settle(Consumer<Pair> found, Steps steps) {
        if (entries.size() > 2 * numbers.size() + 1000) {
            thin();
        }
        int from = settled;
        while (settled < entries.size()) {
            Entry entry = entries.get(settled);
            if (entry != null) {
                of(entry, settled).forEach(found);
                add(entry, settled);
            }
            settled++;
            steps.done(settled - from, entries.size() - from);
        }
    }

    /** Leaves behind the places of those who are no longer in. */
    private void thin() {
        List<@Nullable Entry> old = entries;
        int before = settled;
        entries = new ArrayList<>();
        blocks = new Blocks();
        for (int i = 0; i < old.size(); i++) {
            Entry entry = old.get(i);
            if (i == before) {
                settled = entries.size();
            }
            if (entry != null) {
                numbers.put(entry.known.id(), entries.size());
                if (i < before) {
                    add(entry, entries.size());
                }
                entries.add(entry);
            }
        }
        settled = before >= old.size() ? entries.size() : settled;
    }

    private void add(Entry entry, int number) {
        for (Entry.Key key : entry.keys()) {
            blocks.add(Blocks.hash(key.block()), number);
            if (!key.year().isEmpty()) {
                blocks.add(Blocks.hash(ofYear(key, Integer.parseInt(key.year()))), number);
            }
            if (key.settlement() != null) {
                blocks.add(Blocks.hash(ofSettlement(key)), number);
            }
        }
        for (Entry.Key key : entry.codeKeys(entry.isNamed())) {
            blocks.add(Blocks.hash(ofYear(key, Integer.parseInt(key.year()))), number);
        }
    }

    private static String ofYear(Entry.Key key, int year) {
        return key.block() + " y " + year;
    }

    private static String ofSettlement(Entry.Key key) {
        return key.block() + " s " + key.settlement();
    }

    /** Whom a participant who need not be in may be the same person as, the likeliest first; all in are settled. */
    public List<Pair> of(Known known) {
        Integer own = numbers.get(known.id());
        List<Pair> pairs = of(new Entry(known, skeletons), own == null ? NOBODY : own);
        pairs.sort(RANK);
        return pairs;
    }

    private List<Pair> of(Entry entry, int own) {
        asked.clear();
        List<Pair> pairs = new ArrayList<>();
        Blocks.Taker compare = number -> {
            boolean wanted = number != own && asked.size() < COMPARED && asked.add(number);
            Entry other = wanted ? entries.get(number) : null;
            Pair pair = other == null ? null : compare(entry, other);
            if (pair != null) {
                pairs.add(pair);
            }
        };
        for (Entry.Key key : entry.keys()) {
            ask(key, compare);
        }
        for (Entry.Key key : entry.codeKeys(false)) {
            years(key, compare);
        }
        if (!entry.isNamed()) {
            for (Entry.Key key : entry.codeKeys(true)) {
                years(key, compare);
            }
        }
        return pairs;
    }

    private void ask(Entry.Key key, Blocks.Taker compare) {
        long block = Blocks.hash(key.block());
        if (blocks.size(block) <= BLOCK) {
            blocks.each(block, BLOCK, compare);
            return;
        }
        if (key.settlement() != null) {
            blocks.each(Blocks.hash(ofSettlement(key)), BLOCK, compare);
        }
        if (!key.year().isEmpty()) {
            years(key, compare);
        }
    }

    private void years(Entry.Key key, Blocks.Taker compare) {
        int year = Integer.parseInt(key.year());
        for (int near = year - Scoring.YEARS; near <= year + Scoring.YEARS; near++) {
            blocks.each(Blocks.hash(ofYear(key, near)), BLOCK, compare);
        }
    }

    private @Nullable Pair compare(Entry one, Entry other) {
        comparisons++;
        List<Reason> reasons = scoring.reasons(one, other);
        double bits = Scoring.bits(reasons);
        double over = bits - Math.log(Math.max(FEW, frequencies.people())) / Math.log(2);
        if (over < POSSIBLE) {
            return null;
        }
        boolean named = one.isNamed() && other.isNamed();
        boolean first = one.known.id().compareTo(other.known.id()) < 0;
        return new Pair(
                first ? one.known.id() : other.known.id(),
                first ? other.known.id() : one.known.id(),
                bits,
                named && over >= LIKELY,
                reasons);
    }
}
