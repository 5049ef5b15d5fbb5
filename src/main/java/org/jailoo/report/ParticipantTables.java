package org.jailoo.report;

import java.util.List;
import java.util.Map;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Topic;

/** The participants of a notebook by where they live: every person once, however many records there are of one. */
final class ParticipantTables {
    /** What is counted. */
    static final String SUBJECT = "participants";

    private final Schema schema;
    private final People people;
    private final Trace trace;
    private final long year;

    ParticipantTables(Ground ground, long year) {
        this.schema = ground.schema();
        this.people = ground.people();
        this.trace = ground.trace();
        this.year = year;
    }

    List<Table> tables(Words words) {
        if (people.isEmpty()) {
            return List.of();
        }
        AgeBands bands = new AgeBands(schema);
        CrossTab bySex = new CrossTab(SUBJECT, "place", "sex", trace);
        CrossTab byRole = new CrossTab(SUBJECT, "place", "role", trace);
        CrossTab byAge = new CrossTab(SUBJECT, "place", "ageBand", trace);
        for (Map.Entry<String, Person> each : people.distinct()) {
            trace.at(each.getKey());
            Person person = each.getValue();
            String place = person.place().key();
            bySex.add(place, person.sex(), 1);
            byRole.add(List.of(place), person.roles(), 1);
            byAge.add(place, person.band(year, bands), 1);
        }
        Axis places = Place.axis(words, words.labels().field("participant", "place", "settlement"));
        String base = words.text("table.participants.base");
        return List.of(
                bySex.table(
                        head("participants-sex", words.text("table.participants.sex"), base),
                        places,
                        Axis.codes(schema, words, "sex", ""),
                        words),
                byRole.table(
                        head(
                                "participants-role",
                                words.text("table.participants.role"),
                                base + " " + words.text("table.attendance.roles")),
                        places,
                        Axis.codes(schema, words, "communityRole", ""),
                        words),
                byAge.table(
                        head("participants-age", words.text("table.participants.age"), base),
                        places,
                        Axis.codes(schema, words, "ageBand", ""),
                        words));
    }

    private static Head head(String key, String title, String note) {
        return new Head(key, Topic.NOTEBOOK, Counted.PEOPLE, "", title, note);
    }
}
