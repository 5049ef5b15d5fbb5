package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.record.Schema;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Person.Journey;
import org.jailoo.report.Table.Topic;

/** Where the people of a notebook went to work: every person once, by all her records, in each place that she went to. */
final class Destinations {
    private static final String APART = "\n";

    private final Ground ground;
    private final CrossTab bySector;
    private final Tally byCity;
    private final Quantity without = Quantity.all("participants").where("journeys", "");
    private long unknown;

    Destinations(Ground ground) {
        this.ground = ground;
        this.bySector = new CrossTab("travelled", "country", "sector", ground.trace());
        this.byCity = new Tally("travelled", "city", ground.trace());
        ground.people().distinct().forEach(person -> take(person.getKey()));
    }

    private void take(String record) {
        Set<Journey> journeys = ground.people().journeysOf(record);
        ground.trace().at(record);
        if (journeys.isEmpty()) {
            unknown++;
            ground.trace().note(this, without);
            return;
        }
        Map<String, Set<String>> sectors = new HashMap<>();
        journeys.forEach(journey ->
                sectors.computeIfAbsent(journey.country(), c -> new HashSet<>()).add(journey.sector()));
        bySector.add(sectors, 1);
        Set<String> cities = new HashSet<>();
        journeys.forEach(
                journey -> cities.add(journey.city().isEmpty() ? "" : journey.country() + APART + journey.city()));
        if (cities.size() > 1) {
            cities.remove("");
        }
        byCity.add(cities);
    }

    List<Table> tables(Words words) {
        Schema schema = ground.schema();
        List<Table> tables = new ArrayList<>();
        if (!bySector.isEmpty()) {
            tables.add(bySector.table(
                    head("destinations-sector", words.text("table.destinations.sector"), words),
                    Axis.codes(schema, words, "country", words.labels().field("participant", "journeys", "country")),
                    Axis.codes(schema, words, "sector", words.labels().field("participant", "journeys", "sector")),
                    words));
        }
        if (!byCity.saysNothing()) {
            tables.add(byCity.table(
                    head("destinations-city", words.text("table.destinations.city"), words),
                    Axis.labelled(
                            words, words.labels().field("participant", "journeys", "city"), key -> city(key, words)),
                    words));
        }
        Relation everybody = new Relation(
                Relation.Kind.SUM, Quantity.all("participants"), List.of(Quantity.all("travelled"), without));
        return tables.stream().map(table -> table.binding(List.of(everybody))).toList();
    }

    private static String city(String key, Words words) {
        String[] parts = key.split(APART, -1);
        return parts[0].isEmpty()
                ? parts[1]
                : words.text("table.destinations.of", parts[1], words.code("country", parts[0]));
    }

    private Head head(String key, String title, Words words) {
        return new Head(key, Topic.PEOPLE, Counted.PEOPLE, "", title, words.text("table.destinations.base"))
                .missing(words.text("table.destinations.without"), new Count(unknown, without));
    }
}
