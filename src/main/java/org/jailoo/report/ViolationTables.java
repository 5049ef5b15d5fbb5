package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;

/** The tables of violations of one campaign: shares, what a broader code is made of, and what comes together. */
record ViolationTables(String campaign, String title, Words words) {
    /** A code with its numbers; {@code depth} says how many broader codes stand above it. */
    record Count(String code, int depth, long named, long known, long refused, long notAsked) {}

    /** A code among the interviews that name its broader one. */
    record Part(String parent, String code, long named, long base) {}

    /** Two codes under one broader code that were named together, of those where both were asked about or named. */
    record Pair(String one, String other, long named, long base) {}

    Table shares(List<Count> counts) {
        List<Row> rows = new ArrayList<>();
        for (Count count : counts) {
            rows.add(Row.plain(
                    Cell.of("  ".repeat(count.depth()) + label(count.code())),
                    Cell.of(count.named()),
                    Cell.of(count.known()),
                    Cell.share(count.named(), count.known()),
                    Cell.of(count.refused()),
                    Cell.of(count.notAsked())));
        }
        return head("violations", "table.violations.title", "table.violations.base")
                .table(
                        List.of(
                                new Column(field("code"), Width.WIDE),
                                column("table.violations.named"),
                                column("table.column.base"),
                                column("table.column.share"),
                                column("table.violations.refused"),
                                column("table.violations.not-asked")),
                        rows);
    }

    Table within(List<Part> parts) {
        List<Row> rows = new ArrayList<>();
        for (Part part : parts) {
            rows.add(Row.plain(
                    Cell.of(label(part.parent())),
                    Cell.of(label(part.code())),
                    Cell.of(part.named()),
                    Cell.of(part.base()),
                    Cell.share(part.named(), part.base())));
        }
        return head("violations-within", "table.violations.within", "table.violations.within-base")
                .table(twoCodes("table.violations.of-those", "table.violations.among"), rows);
    }

    Table together(List<Pair> pairs) {
        List<Row> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            rows.add(Row.plain(
                    Cell.of(label(pair.one())),
                    Cell.of(label(pair.other())),
                    Cell.of(pair.named()),
                    Cell.of(pair.base()),
                    Cell.share(pair.named(), pair.base())));
        }
        return head("violations-together", "table.violations.together", "table.violations.together-base")
                .table(twoCodes("table.violations.first", "table.violations.second"), rows);
    }

    private List<Column> twoCodes(String one, String other) {
        return List.of(
                new Column(words.text(one), Width.WIDE),
                new Column(words.text(other), Width.WIDE),
                column("table.violations.named"),
                column("table.column.base"),
                column("table.column.share"));
    }

    private Head head(String name, String titleKey, String note) {
        return new Head(
                name + "/" + campaign,
                Topic.INTERVIEWS,
                Counted.TESTIMONIES,
                title,
                words.text(titleKey),
                words.text(note));
    }

    private Column column(String key) {
        return new Column(words.text(key), Width.NORMAL);
    }

    private String label(String code) {
        return words.code("violation", code);
    }

    private String field(String member) {
        return words.labels().field("interview", "violations", member);
    }
}
