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
        HeadCount heads = new HeadCount(SUBJECT, trace);
        for (Map.Entry<String, Person> each : people.distinct()) {
            trace.at(each.getKey());
            Person person = each.getValue();
            heads.add(person.place().key(), person.sex(), person.roles(), person.band(year, bands), 1);
        }
        HeadCount.Sides sides = new HeadCount.Sides(
                Place.axis(words, words.labels().field("participant", "place", "settlement")), schema, words);
        String base = words.text("table.participants.base");
        String roles = base + " " + words.text("table.attendance.roles");
        return List.of(
                heads.bySex(head("participants-sex", words.text("table.participants.sex"), base), sides, words),
                heads.byRole(head("participants-role", words.text("table.participants.role"), roles), sides, words),
                heads.byAge(head("participants-age", words.text("table.participants.age"), base), sides, words),
                heads.together(
                        head(
                                "participants-all",
                                words.text("table.participants.all"),
                                base + " " + words.text("table.attendance.combinations")),
                        sides,
                        words));
    }

    private static Head head(String key, String title, String note) {
        return new Head(key, Topic.PEOPLE, Counted.PEOPLE, "", title, note);
    }
}
