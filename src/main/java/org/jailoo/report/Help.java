package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.record.Schema;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Relation.Kind;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;

/** Whether those to whom any violation was done sought help, and what kept them from it. */
final class Help {
    /** Did not know where to turn. */
    private static final String DID_NOT_KNOW = "did-not-know-where";

    /** The codes of every fear begin so. */
    private static final String AFRAID = "afraid-";

    private final Schema schema;
    private final Tally sought;
    private final Tally barriers;
    private final Trace trace;
    private final Quantity violated;
    private final Set<String> fears = new TreeSet<>();
    private long lostOrAfraid;

    Help(Ground ground, String campaign) {
        this.schema = ground.schema();
        this.trace = ground.trace();
        this.violated = Quantity.all("violated/" + campaign);
        this.sought = new Tally(violated.subject(), "helpSought", trace);
        this.barriers = new Tally(violated.subject(), "helpBarriers", trace);
    }

    /** Takes an interview that names a violation. */
    void take(Shown interview) {
        sought.add(interview.text("helpSought"));
        List<String> codes = interview.members("helpBarriers");
        barriers.add(codes);
        List<String> found = codes.stream()
                .filter(code -> code.equals(DID_NOT_KNOW) || code.startsWith(AFRAID))
                .toList();
        if (!found.isEmpty()) {
            fears.addAll(found);
            lostOrAfraid++;
            trace.note(this, lost());
        }
    }

    boolean isEmpty() {
        return barriers.records() == 0;
    }

    List<Table> tables(String campaign, String title, Words words) {
        List<Table> tables = new ArrayList<>();
        if (!sought.saysNothing()) {
            tables.add(sought.table(
                    head("help-sought/" + campaign, title, words.text("table.help.sought"), words),
                    Axis.codes(schema, words, "yesNo", words.labels().field("interview", "helpSought")),
                    words));
        }
        if (!barriers.saysNothing()) {
            tables.add(barriers(campaign, title, words));
        }
        return tables;
    }

    private Quantity lost() {
        return violated.where("helpBarriers", "lost-or-afraid");
    }

    private Table barriers(String campaign, String title, Words words) {
        Table codes = barriers.table(
                head("help-barriers/" + campaign, title, words.text("table.help.barriers"), words),
                Axis.codes(schema, words, "helpBarrier", words.labels().field("interview", "helpBarriers")),
                words);
        Count lost = new Count(lostOrAfraid, lost());
        List<Row> rows = new ArrayList<>(codes.rows());
        rows.add(
                rows.size() - 1,
                Row.total(
                        Cell.of(words.text("table.help.lost-or-afraid")),
                        lost,
                        Cell.share(lost, new Count(barriers.records(), violated))));
        List<Relation> relations = new ArrayList<>(codes.relations());
        relations.add(new Relation(
                Kind.OVERLAPPING,
                lost.quantity(),
                fears.stream().map(code -> violated.where("helpBarriers", code)).toList()));
        relations.add(new Relation(Kind.WITHIN, violated, List.of(lost.quantity())));
        return codes.with(rows, relations, new Column(codes.columns().get(0).title(), Width.WIDE));
    }

    private static Head head(String key, String campaign, String title, Words words) {
        return new Head(key, Topic.VIOLATIONS, Counted.TESTIMONIES, campaign, title, words.text("table.help.base"));
    }
}
