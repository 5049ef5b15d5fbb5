package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Topic;

/** The indicators of forced labour: in how many testimonies each was seen, and how many a testimony shows. */
final class Indicators {
    private final Schema schema;
    private final String campaign;
    private final Tally seen;
    private final Tally howMany;
    private int most;

    Indicators(Ground ground, String campaign) {
        this.schema = ground.schema();
        this.campaign = campaign;
        this.seen = new Tally("violated/" + campaign, "indicators", ground.trace());
        this.howMany = new Tally("violated/" + campaign, "indicators shown", ground.trace());
    }

    /** Takes the violations of an interview that names any. */
    void take(List<Json.Obj> violations) {
        Set<String> indicators = new TreeSet<>();
        violations.forEach(violation -> indicators.addAll(Shown.texts(violation, "indicators")));
        seen.add(indicators);
        howMany.add(Integer.toString(indicators.size()));
        most = Math.max(most, indicators.size());
    }

    List<Table> tables(String title, Words words) {
        if (most == 0) {
            return List.of();
        }
        for (int n = 0; n <= most; n++) {
            howMany.knows(Integer.toString(n));
        }
        Axis codes = Axis.codes(
                schema, words, "forcedLabourIndicator", words.labels().field("interview", "violations", "indicators"));
        Axis none = new Axis(
                codes.title(),
                code -> code.isEmpty()
                        ? words.text("table.indicators.none")
                        : codes.label().apply(code),
                codes.order(),
                false);
        Axis numbers =
                new Axis(words.text("table.indicators.shown"), n -> n, Comparator.comparing(Integer::valueOf), false);
        List<Table> tables = new ArrayList<>();
        tables.add(seen.table(head("indicators", title, words.text("table.indicators.title"), words), none, words));
        tables.add(howMany.table(
                head("indicators-shown", title, words.text("table.indicators.count"), words), numbers, words));
        return tables;
    }

    private Head head(String name, String title, String own, Words words) {
        return new Head(
                name + "/" + campaign,
                Topic.VIOLATIONS,
                Counted.TESTIMONIES,
                title,
                own,
                words.text("table.indicators.base"));
    }
}
