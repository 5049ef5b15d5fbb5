package org.jailoo.report;

import java.time.LocalDate;
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
    private final Map<String, Register> registers = new HashMap<>();

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
        private final Tally response;
        private final Tally assessment;
        private final Tally uptake;
        private final Tally addressed;
        private final Tally made;

        Counts(String campaign, Trace trace) {
            byState = new CrossTab("recommendations/" + campaign, "state", "kind", trace);
            byBody = new CrossTab("addressed/" + campaign, "body", "kind", trace);
            byAddressee = new CrossTab("addressed/" + campaign, "addressee", "kind", trace);
            byMechanism = new CrossTab("made-to-mechanisms/" + campaign, "mechanisms", "state", trace);
            submissions = new CrossTab("submissions/" + campaign, "submission", "uptake", trace);
            String all = "recommendations/" + campaign;
            status = new Tally(all, "status", trace);
            response = new Tally(all, "response", trace);
            assessment = new Tally(all, "assessment", trace);
            addressed = new Tally(all, "addressed", trace);
            made = new Tally(all, "made", trace);
            uptake = new Tally("submissions/" + campaign, "uptake", trace);
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
            counts.uptake.add(Shown.text(submission, "uptake"));
        }
        counts.status.add(action.text("status"));
        counts.response.add(action.text("response"));
        counts.assessment.add(action.text("assessment"));
        counts.addressed.add(addressees.isEmpty() ? "" : "yes");
        counts.made.add(mechanisms.isEmpty() ? "" : "yes");
        registers.computeIfAbsent(campaign, c -> new Register(schema)).take(action);
        plans.computeIfAbsent(campaign, c -> new Plans(schema, c, trace)).take(action);
    }

    /** The one State that is addressed; empty where there are several or none: then it is counted for no State. */
    static String state(List<Json.Obj> addressees) {
        TreeSet<String> states = new TreeSet<>();
        for (Json.Obj addressee : addressees) {
            String country = Shown.text(addressee, "country");
            if (!country.isEmpty()) {
                states.add(country);
            }
        }
        return states.size() == 1 ? states.first() : "";
    }

    List<Table> tables(String campaign, LocalDate today, Words words) {
        Counts counts = byCampaign.get(campaign);
        Plans plan = plans.get(campaign);
        Register register = registers.get(campaign);
        if (counts == null || plan == null || register == null) {
            return List.of();
        }
        String title = campaigns.title(campaign, words);
        ActionWords said = new ActionWords(words);
        List<Table> tables = new ArrayList<>(plan.tables(campaign, title, words));
        Axis kinds =
                Axis.codes(schema, words, "recommendationKind", words.labels().field("recommendation", "kind"));
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
            Head body = head(
                    "recommendations-body/" + campaign,
                    title,
                    words.text("table.body.title"),
                    words,
                    "table.body.base");
            Missing without = new Missing(
                    words.text("table.missing.not-stated", said.field("addressees")), counts.addressed.count(""));
            tables.add(counts.byBody.table(
                    body.missing(List.of(without)),
                    Axis.codes(schema, words, "bodyKind", said.field("addressees", "kind")),
                    kinds,
                    words));
            tables.add(counts.byAddressee.table(
                    head(
                                    "recommendations-addressee/" + campaign,
                                    title,
                                    words.text("table.addressee.title"),
                                    words,
                                    "table.body.base")
                            .missing(List.of(without)),
                    Axis.labelled(words, said.field("addressees"), key -> addressee(key, words))
                            .complete(),
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
                                    "table.mechanism.base")
                            .missing(
                                    words.text("table.missing.not-stated", said.field("mechanisms")),
                                    counts.made.count("")),
                    Axis.labelled(
                                    words,
                                    said.field("mechanisms"),
                                    key -> said.mechanisms(List.of(key.split(APART, -1))))
                            .complete(),
                    states(words),
                    words));
        }
        tables.add(register.byAddressee(campaign, title, words));
        tables.addAll(register.byMechanism(campaign, title, states(words), words));
        Answers answers = new Answers(campaign, title, schema, words, tables);
        answers.add("status", counts.status, "actionStatus", words.text("table.status.title"));
        answers.add("response", counts.response, "response", words.text("table.response.title"));
        answers.add("assessment", counts.assessment, "assessment", words.text("table.assessment.title"));
        if (!counts.submissions.isEmpty()) {
            tables.add(counts.submissions.table(
                    new Head(
                            "submissions/" + campaign,
                            Topic.REGISTER,
                            Counted.SUBMISSIONS,
                            title,
                            words.text("table.submissions.title"),
                            words.text("table.submissions.base")),
                    Axis.labelled(words, said.field("submissions"), key -> submission(key, said))
                            .complete(),
                    Axis.codes(schema, words, "uptake", said.field("submissions", "uptake")),
                    words));
            answers.uptake(counts.uptake);
        }
        tables.addAll(new Deadlines(register.actions(), today).tables(campaign, title, words));
        return tables;
    }

    private static Head head(String key, String campaign, String title, Words words, String note) {
        return new Head(key, Topic.REGISTER, Counted.RECOMMENDATIONS, campaign, title, words.text(note));
    }

    private Axis states(Words words) {
        Axis countries = Axis.codes(schema, words, "country", words.text("table.state.column"));
        return new Axis(
                countries.title(),
                code -> code.isEmpty() ? words.text("table.state.regional") : words.code("country", code),
                countries.order(),
                false);
    }

    private static String addressee(String key, Words words) {
        String[] parts = key.split(APART, -1);
        return ActionWords.joined(
                parts[0].isEmpty() ? "" : words.code("country", parts[0]),
                parts[1].isEmpty() ? "" : words.code("bodyKind", parts[1]),
                parts[2]);
    }

    private static String submission(String key, ActionWords said) {
        String[] parts = key.split(APART, -1);
        return said.submission(parts[0], parts[1], parts[2], parts[3]);
    }
}
