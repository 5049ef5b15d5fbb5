package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;

/** What a campaign has brought out: counted by kind, and listed. */
final class OutputTables {
    private final Schema schema;
    private final Trace trace;

    OutputTables(Ground ground) {
        this.schema = ground.schema();
        this.trace = ground.trace();
    }

    List<Table> tables(Campaigns.Campaign campaign, String title, Words words) {
        if (campaign.outputs().isEmpty()) {
            return List.of();
        }
        CrossTab kinds = new CrossTab("outputs/" + campaign.id(), "kind", "language", trace);
        trace.at(campaign.id());
        for (Json.Obj output : campaign.outputs()) {
            kinds.add(Shown.text(output, "kind"), Shown.text(output, "language"), 1);
        }
        Axis kind = Axis.codes(schema, words, "output", field(words, "kind"));
        return List.of(
                kinds.table(
                        head("outputs-kind/" + campaign.id(), title, words.text("table.outputs.kinds"), words),
                        kind,
                        Axis.codes(schema, words, "language", field(words, "language")),
                        words),
                list(campaign, title, kind, words));
    }

    private Table list(Campaigns.Campaign campaign, String title, Axis kinds, Words words) {
        List<Json.Obj> outputs = new ArrayList<>(campaign.outputs());
        outputs.sort(Comparator.comparing((Json.Obj o) -> Shown.text(o, "kind"), kinds.order())
                .thenComparing(o -> Shown.text(o, "date"))
                .thenComparing(o -> Shown.text(o, "title"))
                .thenComparing(o -> Shown.text(o, "language")));
        List<Row> rows = new ArrayList<>();
        for (Json.Obj output : outputs) {
            rows.add(Row.plain(
                    Cell.of(kinds.label().apply(Shown.text(output, "kind"))),
                    Cell.of(Shown.text(output, "title")),
                    Shown.text(output, "language").isEmpty()
                            ? Cell.BLANK
                            : Cell.of(words.code("language", Shown.text(output, "language"))),
                    Cell.date(Shown.text(output, "date"), words),
                    Cell.of(output.integer("copies")),
                    Cell.of(Shown.text(output, "link"))));
        }
        return head("outputs/" + campaign.id(), title, words.text("table.outputs.title"), words)
                .table(
                        List.of(
                                new Column(field(words, "kind"), Width.WIDE),
                                new Column(field(words, "title"), Width.WIDE),
                                new Column(field(words, "language"), Width.NORMAL),
                                new Column(field(words, "date"), Width.NORMAL),
                                new Column(field(words, "copies"), Width.NORMAL),
                                new Column(field(words, "link"), Width.NORMAL)),
                        rows);
    }

    private static Head head(String key, String campaign, String title, Words words) {
        return new Head(key, Topic.OUTPUTS, Counted.OUTPUTS, campaign, title, words.text("table.outputs.base"));
    }

    private static String field(Words words, String member) {
        return words.labels().field("campaign", "outputs", member);
    }
}
