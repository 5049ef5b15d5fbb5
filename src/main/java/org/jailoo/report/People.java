package org.jailoo.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.json.Json;
import org.jailoo.person.Links;
import org.jailoo.report.Person.Journey;

/** The participants of a notebook, and which of their records are of one person. */
final class People {
    private final Map<String, Person> people = new HashMap<>();
    private final Map<Place, Place> places = new HashMap<>();
    private final Map<List<String>, List<String>> roles = new HashMap<>();
    private final Map<Set<Journey>, Set<Journey>> journeys = new HashMap<>();
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
                        roles.computeIfAbsent(List.copyOf(participant.members("roles")), r -> r),
                        journeys.computeIfAbsent(journeys(participant), j -> j)));
        participant.members("sameAs").forEach(other -> links.same(participant.id(), other));
        participant.members("notSameAs").forEach(other -> links.notSame(participant.id(), other));
    }

    private static Set<Journey> journeys(Shown participant) {
        Set<Journey> journeys = new HashSet<>();
        for (Json.Obj journey : participant.items("journeys")) {
            journeys.add(new Journey(
                    Shown.text(journey, "country"),
                    Shown.text(journey, "city").strip(),
                    Shown.text(journey, "sector")));
        }
        return Set.copyOf(journeys);
    }

    /** Where the person of a record went, by all her records. */
    Set<Journey> journeysOf(String id) {
        Set<Journey> all = new HashSet<>();
        groups.of(id).forEach(record -> all.addAll(get(record).journeys()));
        return all;
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

    /** Every person once, by the first of her records that is there; under the id of that record. */
    Iterable<Map.Entry<String, Person>> distinct() {
        return () -> people.entrySet().stream()
                .filter(e -> record(e.getKey()).equals(e.getKey()))
                .iterator();
    }

    /**
     * The record that stands for the person of a record: the first of hers that is there. One that was erased, and that
     * others still name, stands for nobody.
     */
    String record(String id) {
        for (String other : groups.of(id)) {
            if (people.containsKey(other)) {
                return other;
            }
        }
        return person(id);
    }

    boolean isEmpty() {
        return people.isEmpty();
    }
}
