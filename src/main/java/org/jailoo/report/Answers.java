package org.jailoo.report;

import java.util.List;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Topic;

/** Adds the tables of how the recommendations of a campaign were answered: by status, response, assessment and uptake. */
record Answers(String campaign, String title, Schema schema, Words words, List<Table> tables) {
    /** By one field of theirs that holds a code; nothing where none says anything. */
    void add(String field, Tally tally, String codebook, String own) {
        if (!tally.saysNothing()) {
            String label = words.labels().field("recommendation", field);
            tables.add(tally.table(
                    head("recommendations-" + field, Counted.RECOMMENDATIONS, own, words.text("table.status.base")),
                    Axis.codes(schema, words, codebook, label),
                    words));
        }
    }

    /** By what became of each submission. */
    void uptake(Tally tally) {
        if (!tally.saysNothing()) {
            String label = words.labels().field("recommendation", "submissions", "uptake");
            tables.add(tally.table(
                    head(
                            "uptake",
                            Counted.SUBMISSIONS,
                            words.text("table.uptake.title"),
                            words.text("table.submissions.base")),
                    Axis.codes(schema, words, "uptake", label),
                    words));
        }
    }

    private Head head(String name, Counted counted, String own, String base) {
        return new Head(name + "/" + campaign, Topic.REGISTER, counted, title, own, base);
    }
}
