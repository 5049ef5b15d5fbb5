package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.json.Json;
import org.jailoo.report.Table.Topic;

/** What the interviews of one campaign tell of the violations that they name: where, in which work, by whom, and how grave. */
final class ViolationDetails {
    private static final List<ViolationsBy.Member> MEMBERS = List.of(
            new ViolationsBy.Member("sector", "sector"),
            new ViolationsBy.Member("country", "country"),
            new ViolationsBy.Member("perpetrator", "perpetrator"));
    private static final String CITY = "city";

    private final Ground ground;
    private final String campaign;
    private final List<Tally> tallies = new ArrayList<>();
    private final Tally cities;
    private final List<ViolationsBy> byKind = new ArrayList<>();
    private final Indicators indicators;

    ViolationDetails(Ground ground, String campaign) {
        this.ground = ground;
        this.campaign = campaign;
        String violated = "violated/" + campaign;
        for (ViolationsBy.Member member : MEMBERS) {
            tallies.add(new Tally(violated, member.key(), ground.trace()));
            byKind.add(new ViolationsBy(ground, campaign, member));
        }
        this.cities = new Tally(violated, "violations." + CITY, ground.trace());
        this.indicators = new Indicators(ground, campaign);
    }

    /** Takes the violations of an interview; nothing where it names none. */
    void take(List<Json.Obj> violations) {
        if (violations.isEmpty()) {
            return;
        }
        for (int i = 0; i < MEMBERS.size(); i++) {
            tallies.get(i).add(each(violations, MEMBERS.get(i).name()));
            byKind.get(i).take(violations);
        }
        cities.add(each(violations, CITY));
        indicators.take(violations);
    }

    private static List<String> each(List<Json.Obj> violations, String member) {
        List<String> values = new ArrayList<>();
        for (Json.Obj violation : violations) {
            String value = Shown.text(violation, member).strip();
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    List<Table> tables(String title, Words words) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < MEMBERS.size(); i++) {
            ViolationsBy.Member member = MEMBERS.get(i);
            add(
                    "interviews-violation-" + member.name(),
                    tallies.get(i),
                    Axis.codes(ground.schema(), words, member.codebook(), label(member.name(), words)),
                    title,
                    words,
                    tables);
        }
        add("interviews-violation-city", cities, Axis.texts(words, label(CITY, words)), title, words, tables);
        byKind.forEach(each -> tables.addAll(each.tables(title, ground, words)));
        tables.addAll(indicators.tables(title, words));
        return tables;
    }

    private static String label(String member, Words words) {
        return words.labels().field("interview", "violations", member);
    }

    private void add(String name, Tally tally, Axis axis, String title, Words words, List<Table> into) {
        if (!tally.saysNothing()) {
            into.add(tally.table(
                    new Head(
                            name + "/" + campaign,
                            Topic.VIOLATIONS,
                            Counted.TESTIMONIES,
                            title,
                            words.text("table.violations.by", axis.title()),
                            words.text("table.violations.by-base")),
                    axis,
                    words));
        }
    }
}
