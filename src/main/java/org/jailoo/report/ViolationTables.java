package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;
import org.jspecify.annotations.Nullable;

/** The tables of violations of one campaign: shares, what a broader code is made of, and what comes together. */
record ViolationTables(String campaign, String title, Words words, ViolationNumbers numbers) {
    /** A code with its numbers; {@code depth} says how many broader codes stand above it. */
    record Line(
            String code,
            int depth,
            @Nullable String parent,
            Count named,
            Count known,
            Count refused,
            Count notAsked,
            boolean refusedAndKnown) {}

    /** A code among the interviews that name its broader one. */
    record Part(String parent, String code, Count named, Count base) {}

    /** Two codes under one broader code that were named together, of those where both were asked about or named. */
    record Pair(String one, String other, long named, long base) {}

    Table shares(List<Line> lines) {
        List<Row> rows = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (Line line : lines) {
            rows.add(Row.plain(
                    Cell.of("  ".repeat(line.depth()) + label(line.code())),
                    line.named(),
                    line.known(),
                    Cell.share(line.named(), line.known()),
                    line.refused(),
                    line.notAsked()));
            relations.addAll(numbers.relations(line.code(), line.refusedAndKnown()));
            String parent = line.parent();
            if (parent != null) {
                relations.addAll(numbers.within(parent, line.code()));
            }
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
                        rows,
                        relations);
    }

    Table within(List<Part> parts) {
        List<Row> rows = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (Part part : parts) {
            relations.addAll(numbers.within(part.parent(), part.code()));
            rows.add(Row.plain(
                    Cell.of(label(part.parent())),
                    Cell.of(label(part.code())),
                    part.named(),
                    part.base(),
                    Cell.share(part.named(), part.base())));
        }
        return head("violations-within", "table.violations.within", "table.violations.within-base")
                .table(twoCodes("table.violations.of-those", "table.violations.among"), rows, relations);
    }

    Table together(List<Pair> pairs) {
        List<Row> rows = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (Pair pair : pairs) {
            relations.addAll(numbers.together(pair.one(), pair.other()));
            Count named = new Count(pair.named(), numbers.both(pair.one(), pair.other(), ViolationNumbers.NAMED));
            Count base = new Count(pair.base(), numbers.both(pair.one(), pair.other(), ViolationNumbers.KNOWN));
            rows.add(Row.plain(
                    Cell.of(label(pair.one())), Cell.of(label(pair.other())), named, base, Cell.share(named, base)));
        }
        return head("violations-together", "table.violations.together", "table.violations.together-base")
                .table(twoCodes("table.violations.first", "table.violations.second"), rows, relations);
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
                Topic.VIOLATIONS,
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
