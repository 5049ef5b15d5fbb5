package org.jailoo.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which records people said are of one person, and of which they said that they are not. The same whatever the order in
 * which that became known.
 *
 * <p>A link joins two records, and whoever these are joined with. Where both was said of two records, the link does not
 * count; where a chain of links joins two of whom it was said that they are two, none of the chain counts. Somebody is
 * wrong then, and as long as nobody has settled who, the records are of as many people as there are records.
 */
public final class Links {
    private final Map<String, Set<String>> same = new HashMap<>();
    private final Map<String, Set<String>> notSame = new HashMap<>();

    /** Two records are of one person. */
    public void same(String one, String other) {
        both(same, one, other);
    }

    /** Two records are of two. */
    public void notSame(String one, String other) {
        both(notSame, one, other);
    }

    private static void both(Map<String, Set<String>> pairs, String one, String other) {
        if (!one.equals(other)) {
            pairs.computeIfAbsent(one, r -> new HashSet<>()).add(other);
            pairs.computeIfAbsent(other, r -> new HashSet<>()).add(one);
        }
    }

    /** Whether it was said of these two that they are two. */
    public boolean isDenied(String one, String other) {
        return notSame.getOrDefault(one, Set.of()).contains(other);
    }

    /**
     * What follows from what was said.
     *
     * @param persons the records of each person who has several, by each of these records
     * @param undecided records that are joined and said to be two; none of these counts as joined
     */
    public record Groups(Map<String, SortedSet<String>> persons, List<SortedSet<String>> undecided) {
        /** The record under which the person of a record is counted: the least of hers. */
        public String person(String record) {
            SortedSet<String> all = persons.get(record);
            return all == null ? record : all.first();
        }

        /** All records of the person of a record. */
        public Set<String> of(String record) {
            SortedSet<String> all = persons.get(record);
            return all == null ? Set.of(record) : all;
        }
    }

    /** What follows, of all. */
    public Groups groups() {
        Map<String, SortedSet<String>> persons = new HashMap<>();
        List<SortedSet<String>> undecided = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String record : new TreeMap<>(same).keySet()) {
            for (String other : new TreeSet<>(same.getOrDefault(record, Set.of()))) {
                if (record.compareTo(other) < 0 && isDenied(record, other)) {
                    undecided.add(new TreeSet<>(Set.of(record, other)));
                }
            }
            if (!seen.contains(record)) {
                SortedSet<String> joined = joined(record);
                seen.addAll(joined);
                if (isTorn(joined)) {
                    undecided.add(joined);
                } else if (joined.size() > 1) {
                    joined.forEach(each -> persons.put(each, joined));
                }
            }
        }
        return new Groups(persons, undecided);
    }

    /** All whom links lead to that nobody denies. */
    private SortedSet<String> joined(String record) {
        SortedSet<String> joined = new TreeSet<>(Set.of(record));
        List<String> ask = new ArrayList<>(joined);
        while (!ask.isEmpty()) {
            String one = ask.remove(ask.size() - 1);
            for (String other : same.getOrDefault(one, Set.of())) {
                if (!isDenied(one, other) && joined.add(other)) {
                    ask.add(other);
                }
            }
        }
        return joined;
    }

    private boolean isTorn(Set<String> joined) {
        for (String one : joined) {
            for (String other : notSame.getOrDefault(one, Set.of())) {
                if (joined.contains(other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
