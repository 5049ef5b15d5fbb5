package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.record.Schema;
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
    private long lostOrAfraid;

    Help(Schema schema, String campaign) {
        this.schema = schema;
        this.sought = new Tally("violated/" + campaign, "helpSought");
        this.barriers = new Tally("violated/" + campaign, "helpBarriers");
    }

    /** Takes an interview that names a violation. */
    void take(Shown interview) {
        sought.add(interview.text("helpSought"));
        List<String> codes = interview.members("helpBarriers");
        barriers.add(codes);
        if (codes.stream().anyMatch(code -> code.equals(DID_NOT_KNOW) || code.startsWith(AFRAID))) {
            lostOrAfraid++;
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

    private Table barriers(String campaign, String title, Words words) {
        Table codes = barriers.table(
                head("help-barriers/" + campaign, title, words.text("table.help.barriers"), words),
                Axis.codes(schema, words, "helpBarrier", words.labels().field("interview", "helpBarriers")),
                words);
        List<Row> rows = new ArrayList<>(codes.rows());
        rows.add(
                rows.size() - 1,
                Row.total(
                        Cell.of(words.text("table.help.lost-or-afraid")),
                        Cell.of(lostOrAfraid),
                        Cell.share(lostOrAfraid, barriers.records())));
        List<Column> columns = new ArrayList<>(codes.columns());
        columns.set(0, new Column(columns.get(0).title(), Width.WIDE));
        return new Table(
                codes.key(),
                codes.topic(),
                codes.counted(),
                codes.campaign(),
                codes.title(),
                codes.notes(),
                columns,
                rows,
                codes.relations());
    }

    private static Head head(String key, String campaign, String title, Words words) {
        return new Head(key, Topic.INTERVIEWS, Counted.TESTIMONIES, campaign, title, words.text("table.help.base"));
    }
}
