package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Topic;

/** The interviews of each campaign that may be counted: of whom, how, when, where, and the quotas they were to fill. */
final class InterviewTables {
    private final Ground ground;
    private final Schema schema;
    private final Campaigns campaigns;
    private final Map<String, Counts> byCampaign = new HashMap<>();

    InterviewTables(Ground ground) {
        this.ground = ground;
        this.schema = ground.schema();
        this.campaigns = ground.campaigns();
    }

    private static final class Counts {
        private final Tally category;
        private final Tally language;
        private final Tally mode;
        private final Tally month;
        private final Tally place;
        private final Violations violations;
        private final ViolationDetails details;
        private final Quotas quotas;

        Counts(String campaign, Ground ground) {
            Trace trace = ground.trace();
            String all = "interviews/" + campaign;
            category = new Tally(all, "category", trace);
            language = new Tally(all, "language", trace);
            mode = new Tally(all, "mode", trace);
            month = new Tally(all, "month", trace);
            place = new Tally(all, "place", trace);
            violations = new Violations(ground, campaign);
            details = new ViolationDetails(ground, campaign);
            quotas = new Quotas(ground, campaign);
        }
    }

    void take(Shown interview) {
        String campaign = campaigns.of(interview);
        Counts counts = byCampaign.computeIfAbsent(campaign, c -> new Counts(c, ground));
        counts.category.add(interview.text("category"));
        counts.language.add(interview.text("language"));
        counts.mode.add(interview.text("mode"));
        String date = interview.text("date");
        counts.month.add(date.substring(0, Math.min(7, date.length())));
        counts.place.add(Place.of(interview.group("place")).key());
        counts.details.take(interview.items("violations"));
        counts.violations.take(interview);
        counts.quotas.take(interview);
    }

    /** The quotas of a campaign as they are filled. */
    List<QuotaCount> quotas(String campaign) {
        Counts counts = byCampaign.get(campaign);
        return (counts == null ? new Quotas(ground, campaign) : counts.quotas).counts();
    }

    /** The interviews of all campaigns, and of none, are all that are counted. */
    Relation sum() {
        return new Relation(
                Relation.Kind.SUM,
                Inventory.counted("interview"),
                byCampaign.keySet().stream()
                        .map(c -> Quantity.all("interviews/" + c))
                        .toList());
    }

    /** What binds the numbers of interviews that name a violation to those of all interviews of a campaign. */
    List<Relation> violated() {
        List<Relation> bonds = new ArrayList<>();
        byCampaign.forEach((campaign, counts) -> {
            Quantity violated = Quantity.all("violated/" + campaign);
            bonds.add(new Relation(Relation.Kind.WITHIN, Quantity.all("interviews/" + campaign), List.of(violated)));
            bonds.add(counts.violations.broadest(violated));
        });
        return bonds;
    }

    List<Table> tables(String campaign, Words words) {
        Counts counts = byCampaign.get(campaign);
        List<Table> tables = new ArrayList<>();
        if (counts == null) {
            // Nobody was interviewed: the quotas are all still to be reached.
            tables.addAll(new Quotas(ground, campaign).tables(campaign, campaigns.title(campaign, words), words));
            return tables;
        }
        String title = campaigns.title(campaign, words);
        tables.addAll(counts.quotas.tables(campaign, title, words));
        By by = new By(tables, campaign, title, words);
        by.add("category", counts.category, codes(words, "intervieweeCategory", "category"));
        by.add("language", counts.language, codes(words, "language", "language"));
        by.add("mode", counts.mode, codes(words, "mode", "mode"));
        by.add("month", counts.month, months(words));
        by.add("place", counts.place, Place.axis(words, words.labels().field("interview", "place")));
        tables.addAll(counts.violations.tables(campaign, title, words));
        tables.addAll(counts.details.tables(title, words));
        return tables;
    }

    private Axis codes(Words words, String codebook, String... path) {
        return Axis.codes(schema, words, codebook, words.labels().field("interview", path));
    }

    private static Axis months(Words words) {
        return new Axis(
                words.text("table.interviews.month"),
                month -> month.isEmpty() ? words.notStated() : words.labels().date(month),
                java.util.Comparator.comparing(String::isEmpty).thenComparing(java.util.Comparator.naturalOrder()));
    }

    /** Adds a table for each way to divide interviews that tells something. */
    private record By(List<Table> tables, String campaign, String title, Words words) {
        void add(String name, Tally tally, Axis axis) {
            if (tally.saysNothing()) {
                return;
            }
            tables.add(tally.table(
                    new Head(
                            "interviews-" + name + "/" + campaign,
                            Topic.INTERVIEWS,
                            Counted.TESTIMONIES,
                            title,
                            words.text("table.interviews.by", axis.title()),
                            words.text("table.interviews.base")),
                    axis,
                    words));
        }
    }
}
