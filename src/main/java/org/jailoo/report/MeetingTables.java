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
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;

/** How many came to the meetings of each campaign, and who; and the experts, who are counted apart. */
final class MeetingTables {
    private final Schema schema;
    private final Campaigns campaigns;
    private final People people;
    private final AgeBands bands;
    private final Map<String, Came> byCampaign = new HashMap<>();

    MeetingTables(Schema schema, Campaigns campaigns, People people) {
        this.schema = schema;
        this.campaigns = campaigns;
        this.people = people;
        this.bands = new AgeBands(schema);
    }

    /** Who came to the meetings of one campaign. */
    private static final class Came {
        private final CrossTab bySex;
        private final CrossTab byRole;
        private final CrossTab byAge;
        private final List<Experts> experts = new ArrayList<>();
        private final Set<String> distinct = new HashSet<>();

        Came(String campaign) {
            String subject = "attendance/" + campaign;
            bySex = new CrossTab(subject, "place", "sex");
            byRole = new CrossTab(subject, "place", "role");
            byAge = new CrossTab(subject, "place", "ageBand");
        }
    }

    private record Experts(String date, String meeting, int listed, long said) {}

    void take(Shown meeting) {
        Came came = byCampaign.computeIfAbsent(campaigns.of(meeting), Came::new);
        String place = Place.of(meeting.group("place")).key();
        boolean grid = false;
        for (Json.Obj line : meeting.items("attendance")) {
            Long count = line.integer("count");
            if (count != null && count > 0) {
                grid = true;
                came.bySex.add(place, Shown.text(line, "sex"), count);
                came.byRole.add(place, Shown.text(line, "role"), count);
                came.byAge.add(place, Shown.text(line, "ageBand"), count);
            }
        }
        if (!grid) {
            listed(meeting, place, came);
        }
        Set<String> experts = new HashSet<>();
        meeting.members("experts").forEach(id -> experts.add(people.person(id)));
        Long said = meeting.integer("expertCount");
        if (!experts.isEmpty() || said != null) {
            String title = meeting.text("title").isBlank() ? meeting.text("code") : meeting.text("title");
            came.experts.add(new Experts(meeting.text("date"), title, experts.size(), said == null ? 0 : said));
            came.distinct.addAll(experts);
        }
    }

    private void listed(Shown meeting, String place, Came came) {
        String date = meeting.text("date");
        long year = DateText.isDate(date) ? Long.parseLong(date.substring(0, 4)) : 0;
        Set<String> persons = new HashSet<>();
        for (String id : meeting.members("participants")) {
            if (persons.add(people.person(id))) {
                Person person = people.get(id);
                came.bySex.add(place, person.sex(), 1);
                came.byRole.add(List.of(place), person.roles(), 1);
                came.byAge.add(place, person.band(year, bands), 1);
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
        if (!came.bySex.isEmpty()) {
            Axis places = Place.axis(words, words.labels().field("focusGroup", "place", "settlement"));
            String base = words.text("table.attendance.base");
            tables.add(came.bySex.table(
                    head("attendance-sex/" + campaign, title, words.text("table.attendance.sex"), base),
                    places,
                    codes(words, "sex"),
                    words));
            tables.add(came.byRole.table(
                    head(
                            "attendance-role/" + campaign,
                            title,
                            words.text("table.attendance.role"),
                            base + " " + words.text("table.attendance.roles")),
                    places,
                    codes(words, "communityRole"),
                    words));
            tables.add(came.byAge.table(
                    head("attendance-age/" + campaign, title, words.text("table.attendance.age"), base),
                    places,
                    codes(words, "ageBand"),
                    words));
        }
        if (!came.experts.isEmpty()) {
            tables.add(experts(campaign, title, came, words));
        }
        return tables;
    }

    private static Head head(String key, String campaign, String title, String note) {
        return new Head(key, Topic.MEETINGS, Counted.PEOPLE, campaign, title, note);
    }

    private Axis codes(Words words, String codebook) {
        return Axis.codes(schema, words, codebook, "");
    }

    private Table experts(String campaign, String title, Came came, Words words) {
        List<Row> rows = new ArrayList<>();
        came.experts.sort(java.util.Comparator.comparing(Experts::date).thenComparing(Experts::meeting));
        for (Experts experts : came.experts) {
            rows.add(Row.plain(
                    Cell.of(words.stated(experts.meeting())),
                    Cell.of(experts.listed()),
                    experts.said() > 0 ? Cell.of(experts.said()) : Cell.BLANK));
        }
        rows.add(Row.total(Cell.of(words.text("table.experts.distinct")), Cell.of(came.distinct.size()), Cell.BLANK));
        return head("experts/" + campaign, title, words.text("table.experts.title"), words.text("table.experts.base"))
                .table(
                        List.of(
                                new Column(words.labels().type("focusGroup"), Width.WIDE),
                                new Column(words.text("table.experts.listed"), Width.NORMAL),
                                new Column(words.text("table.experts.said"), Width.NORMAL)),
                        rows);
    }
}
