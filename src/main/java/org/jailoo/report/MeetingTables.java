package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Topic;

/** How many came to the meetings of each campaign, and who; and the experts, who are counted apart. */
final class MeetingTables {
    private final Schema schema;
    private final Campaigns campaigns;
    private final People people;
    private final Trace trace;
    private final AgeBands bands;
    private final Map<String, Came> byCampaign = new HashMap<>();

    MeetingTables(Ground ground) {
        this.schema = ground.schema();
        this.campaigns = ground.campaigns();
        this.people = ground.people();
        this.trace = ground.trace();
        this.bands = new AgeBands(schema);
    }

    /** Who came to the meetings of one campaign. */
    private static final class Came {
        private final HeadCount heads;
        private final Experts experts;

        Came(String campaign, Trace trace) {
            heads = new HeadCount("attendance/" + campaign, trace);
            experts = new Experts(campaign, trace);
        }
    }

    void take(Shown meeting) {
        Came came = byCampaign.computeIfAbsent(campaigns.of(meeting), c -> new Came(c, trace));
        String place = Place.of(meeting.group("place")).key();
        boolean grid = false;
        for (Json.Obj line : meeting.items("attendance")) {
            Long count = line.integer("count");
            if (count != null && count > 0) {
                grid = true;
                String role = Shown.text(line, "role");
                came.heads.add(
                        place,
                        Shown.text(line, "sex"),
                        role.isEmpty() ? List.of() : List.of(role),
                        Shown.text(line, "ageBand"),
                        count);
            }
        }
        if (!grid) {
            listed(meeting, place, came);
        }
        came.experts.take(meeting, people);
    }

    private void listed(Shown meeting, String place, Came came) {
        String date = meeting.text("date");
        long year = DateText.isDate(date) ? Long.parseLong(date.substring(0, 4)) : 0;
        Set<String> persons = new HashSet<>();
        for (String id : meeting.members("participants")) {
            if (persons.add(people.person(id))) {
                Person person = people.get(id);
                came.heads.add(place, person.sex(), person.roles(), person.band(year, bands), 1);
            }
        }
    }

    List<Table> tables(String campaign, Words words) {
        List<Table> tables = new ArrayList<>();
        Came came = byCampaign.get(campaign);
        if (came == null) {
            return tables;
        }
        String title = campaigns.title(campaign, words);
        if (!came.heads.isEmpty()) {
            HeadCount.Sides sides = new HeadCount.Sides(
                    Place.axis(words, words.labels().field("focusGroup", "place", "settlement")), schema, words);
            String base = words.text("table.attendance.base");
            String roles = base + " " + words.text("table.attendance.roles");
            HeadCount heads = came.heads;
            tables.add(heads.bySex(
                    head("attendance-sex/" + campaign, title, words.text("table.attendance.sex"), base), sides, words));
            tables.add(heads.byRole(
                    head("attendance-role/" + campaign, title, words.text("table.attendance.role"), roles),
                    sides,
                    words));
            tables.add(heads.byAge(
                    head("attendance-age/" + campaign, title, words.text("table.attendance.age"), base), sides, words));
            tables.add(heads.together(
                    head(
                            "attendance-all/" + campaign,
                            title,
                            words.text("table.attendance.all"),
                            base + " " + words.text("table.attendance.combinations")),
                    sides,
                    words));
        }
        if (!came.experts.isEmpty()) {
            tables.add(came.experts.table(title, words));
        }
        return tables;
    }

    private static Head head(String key, String campaign, String title, String note) {
        return new Head(key, Topic.MEETINGS, Counted.PEOPLE, campaign, title, note);
    }
}
