package org.jailoo.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.json.Json;

/** The participants of a notebook, and which of their records are of one person. */
final class People {
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, String> sameAs = new HashMap<>();
    private final Map<Place, Place> places = new HashMap<>();
    private final Map<List<String>, List<String>> roles = new HashMap<>();
    private final Set<String> pairs = new HashSet<>();
    private final Set<String> notSame = new HashSet<>();

    void take(Shown participant) {
        Json.Obj place = participant.group("place");
        Long birthYear = participant.integer("birthYear");
        people.put(
                participant.id(),
                new Person(
                        participant.text("sex"),
                        birthYear == null ? 0 : birthYear,
                        participant.text("ageBand"),
                        places.computeIfAbsent(Place.of(place), p -> p),
                        roles.computeIfAbsent(List.copyOf(participant.members("roles")), r -> r)));
        participant.members("sameAs").forEach(other -> pairs.add(pair(participant.id(), other)));
        participant.members("notSameAs").forEach(other -> notSame.add(pair(participant.id(), other)));
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + other : other + one;
    }

    /** To be called when every participant was taken: joins the records that people said are of one person. */
    void join() {
        for (String pair : pairs) {
            if (!notSame.contains(pair)) {
                String one = person(pair.substring(0, pair.length() / 2));
                String other = person(pair.substring(pair.length() / 2));
                if (one.compareTo(other) < 0) {
                    sameAs.put(other, one);
                } else if (one.compareTo(other) > 0) {
                    sameAs.put(one, other);
                }
            }
        }
    }

    /** The id under which the person of a record is counted. */
    String person(String id) {
        String at = id;
        for (String next = sameAs.get(at); next != null; next = sameAs.get(at)) {
            at = next;
        }
        return at;
    }

    /** What is known of the participant of this id. */
    Person get(String id) {
        return people.getOrDefault(id, Person.UNKNOWN);
    }

    /** Every person once, by the record under which the person is counted. */
    Iterable<Person> distinct() {
        return () -> people.entrySet().stream()
                .filter(e -> person(e.getKey()).equals(e.getKey()))
                .map(Map.Entry::getValue)
                .iterator();
    }

    boolean isEmpty() {
        return people.isEmpty();
    }
}
