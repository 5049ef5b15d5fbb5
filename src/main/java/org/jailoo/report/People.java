package org.jailoo.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.person.Links;

/** The participants of a notebook, and which of their records are of one person. */
final class People {
    private final Map<String, Person> people = new HashMap<>();
    private final Map<Place, Place> places = new HashMap<>();
    private final Map<List<String>, List<String>> roles = new HashMap<>();
    private final Links links = new Links();
    private Links.Groups groups = links.groups();

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
        participant.members("sameAs").forEach(other -> links.same(participant.id(), other));
        participant.members("notSameAs").forEach(other -> links.notSame(participant.id(), other));
    }

    /** To be called when every participant was taken: joins the records that people said are of one person. */
    void join() {
        groups = links.groups();
    }

    /** The id under which the person of a record is counted. */
    String person(String id) {
        return groups.person(id);
    }

    /** What is known of the participant of this id. */
    Person get(String id) {
        return people.getOrDefault(id, Person.UNKNOWN);
    }

    /** Every person once, by the first of her records that is there. */
    Iterable<Person> distinct() {
        return () -> people.entrySet().stream()
                .filter(e -> isFirst(e.getKey()))
                .map(Map.Entry::getValue)
                .iterator();
    }

    /** A record that was erased, and that others still name, counts for nobody. */
    private boolean isFirst(String id) {
        for (String other : groups.of(id)) {
            if (people.containsKey(other)) {
                return other.equals(id);
            }
        }
        return true;
    }

    boolean isEmpty() {
        return people.isEmpty();
    }
}
