package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Topic;

/** What each campaign recommends, demands and commits itself to: counted by State, body, mechanism and submission. */
final class ActionTables {
    private static final String APART = "\n";

    private final Schema schema;
    private final Campaigns campaigns;
    private final Trace trace;
    private final Map<String, Counts> byCampaign = new HashMap<>();
    private final Map<String, Plans> plans = new HashMap<>();

    ActionTables(Ground ground) {
        this.schema = ground.schema();
        this.campaigns = ground.campaigns();
        this.trace = ground.trace();
    }

    private static final class Counts {
        private final CrossTab byState;
        private final CrossTab byBody;
        private final CrossTab byAddressee;
        private final CrossTab byMechanism;
        private final CrossTab submissions;
        private final Tally status;

        Counts(String campaign, Trace trace) {
            byState = new CrossTab("recommendations/" + campaign, "state", "kind", trace);
            byBody = new CrossTab("addressed/" + campaign, "body", "kind", trace);
            byAddressee = new CrossTab("addressed/" + campaign, "addressee", "kind", trace);
            byMechanism = new CrossTab("made-to-mechanisms/" + campaign, "mechanisms", "state", trace);
            submissions = new CrossTab("submissions/" + campaign, "submission", "uptake", trace);
            status = new Tally("recommendations/" + campaign, "status", trace);
        }
    }

    void take(Shown action) {
        String campaign = campaigns.of(action);
        Counts counts = byCampaign.computeIfAbsent(campaign, c -> new Counts(c, trace));
        List<Json.Obj> addressees = action.items("addressees");
        String state = state(addressees);
        List<String> kind = List.of(action.text("kind"));
        counts.byState.add(List.of(state), kind, 1);
        if (!addressees.isEmpty()) {
            counts.byBody.add(
                    addressees.stream().map(a -> Shown.text(a, "kind")).toList(), kind, 1);
            counts.byAddressee.add(
                    addressees.stream()
                            .map(a -> Shown.text(a, "country")
                                    + APART
                                    + Shown.text(a, "kind")
                                    + APART
                                    + Shown.text(a, "body"))
                            .toList(),
                    kind,
                    1);
        }
        List<String> mechanisms = action.members("mechanisms");
        if (!mechanisms.isEmpty()) {
            counts.byMechanism.add(List.of(String.join(APART, mechanisms)), List.of(state), 1);
        }
        for (Json.Obj submission : action.items("submissions")) {
            counts.submissions.add(
                    String.join(
                            APART,
                            Shown.text(submission, "date"),
                            Shown.text(submission, "mechanism"),
                            Shown.text(submission, "body"),
                            Shown.text(submission, "document")),
                    Shown.text(submission, "uptake"),
                    1);
        }
        counts.status.add(action.text("status"));
        plans.computeIfAbsent(campaign, c -> new Plans(schema, c, trace)).take(action);
    }

    /** The one State that is addressed; empty where there are several or none: then it is counted for no State. */
    private static String state(List<Json.Obj> addressees) {
        TreeSet<String> states = new TreeSet<>();
        for (Json.Obj addressee : addressees) {
            String country = Shown.text(addressee, "country");
            if (!country.isEmpty()) {
                states.add(country);
            }
        }
        return states.size() == 1 ? states.first() : "";
    }

    List<Table> tables(String campaign, Words words) {
        Counts counts = byCampaign.get(campaign);
        Plans plan = plans.get(campaign);
        if (counts == null || plan == null) {
            return List.of();
        }
        String title = campaigns.title(campaign, words);
        List<Table> tables = new ArrayList<>(plan.tables(campaign, title, words));
        Axis kinds = Axis.codes(schema, words, "recommendationKind", "");
        tables.add(counts.byState.table(
                head(
                        "recommendations-state/" + campaign,
                        title,
                        words.text("table.state.title"),
                        words,
                        "table.state.base"),
                states(words),
                kinds,
                words));
        if (!counts.byBody.isEmpty()) {
            tables.add(counts.byBody.table(
                    head(
                            "recommendations-body/" + campaign,
                            title,
                            words.text("table.body.title"),
                            words,
                            "table.body.base"),
                    Axis.codes(schema, words, "bodyKind", words.labels().field("recommendation", "addressees", "kind")),
                    kinds,
                    words));
            tables.add(counts.byAddressee.table(
                    head(
                            "recommendations-addressee/" + campaign,
                            title,
                            words.text("table.addressee.title"),
                            words,
                            "table.body.base"),
                    Axis.labelled(
                            words, words.labels().field("recommendation", "addressees"), key -> addressee(key, words)),
                    kinds,
                    words));
        }
        if (!counts.byMechanism.isEmpty()) {
            tables.add(counts.byMechanism.table(
                    head(
                            "recommendations-mechanism/" + campaign,
                            title,
                            words.text("table.mechanism.title"),
                            words,
                            "table.mechanism.base"),
                    Axis.labelled(
                            words,
                            words.labels().field("recommendation", "mechanisms"),
                            key -> codes(key, "mechanism", words)),
                    states(words),
                    words));
        }
        if (!counts.submissions.isEmpty()) {
            tables.add(counts.submissions.table(
                    head(
                            "submissions/" + campaign,
                            title,
                            words.text("table.submissions.title"),
                            words,
                            "table.submissions.base"),
                    Axis.labelled(
                            words,
                            words.labels().field("recommendation", "submissions"),
                            key -> submission(key, words)),
                    Axis.codes(schema, words, "uptake", ""),
                    words));
        }
        if (!counts.status.saysNothing()) {
            tables.add(counts.status.table(
                    head(
                            "recommendations-status/" + campaign,
                            title,
                            words.text("table.status.title"),
                            words,
                            "table.status.base"),
                    Axis.codes(schema, words, "actionStatus", words.labels().field("recommendation", "status")),
                    words));
        }
        return tables;
    }

    private static Head head(String key, String campaign, String title, Words words, String note) {
        return new Head(key, Topic.ACTIONS, Counted.RECOMMENDATIONS, campaign, title, words.text(note));
    }

    private Axis states(Words words) {
        Axis countries = Axis.codes(schema, words, "country", words.text("table.state.column"));
        return new Axis(
                countries.title(),
                code -> code.isEmpty() ? words.text("table.state.regional") : words.code("country", code),
                countries.order());
    }

    private static String codes(String key, String codebook, Words words) {
        List<String> labels = new ArrayList<>();
        for (String code : key.split(APART, -1)) {
            labels.add(words.code(codebook, code));
        }
        return String.join(", ", labels);
    }

    private static String addressee(String key, Words words) {
        String[] parts = key.split(APART, -1);
        return joined(
                parts[0].isEmpty() ? "" : words.code("country", parts[0]),
                parts[1].isEmpty() ? "" : words.code("bodyKind", parts[1]),
                parts[2]);
    }

    private static String submission(String key, Words words) {
        String[] parts = key.split(APART, -1);
        return joined(
                parts[0].isEmpty() ? "" : words.labels().date(parts[0]),
                parts[1].isEmpty() ? "" : words.code("mechanism", parts[1]),
                parts[2],
                parts[3]);
    }

    private static String joined(String... parts) {
        List<String> stated = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                stated.add(part.strip());
            }
        }
        return String.join(" · ", stated);
    }
}
