package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jailoo.report.Relation.Kind;

/** What the numbers of violations by kind and one thing more are called, and what binds them. */
record ViolationsByNumbers(String campaign, ViolationsBy.Member member, ViolationCodes codes) {
    private String code(int row) {
        return row == codes.size() ? "" : codes.code(row);
    }

    Quantity violated() {
        return Quantity.all("violated/" + campaign);
    }

    Quantity violatedIn(String column) {
        return violated().where(member.key(), column);
    }

    /** The interviews that name a code: the same number as in the table of violations. */
    Quantity testimonies(int row) {
        return new ViolationNumbers(campaign).of(code(row), ViolationNumbers.NAMED);
    }

    Quantity testimonies(int row, String column) {
        return testimonies(row).where(member.key(), column);
    }

    Quantity acts() {
        return Quantity.all("acts/" + campaign);
    }

    Quantity actsIn(String column) {
        return acts().where(member.key(), column);
    }

    Quantity acts(int row) {
        return acts().where("violation", code(row));
    }

    Quantity acts(int row, String column) {
        return acts(row).where(member.key(), column);
    }

    List<Relation> ofTestimonies(List<ViolationCodes.Placed> rows, Set<String> columns, boolean overlap) {
        Kind across = overlap ? Kind.OVERLAPPING : Kind.SUM;
        List<Relation> relations = new ArrayList<>();
        for (ViolationCodes.Placed placed : rows) {
            int row = placed.place();
            relations.add(new Relation(
                    across,
                    testimonies(row),
                    columns.stream().map(c -> testimonies(row, c)).toList()));
            relations.add(new Relation(Kind.WITHIN, violated(), List.of(testimonies(row))));
            for (String column : columns) {
                int parent = row == codes.size() ? -1 : codes.parent(row);
                // Where a part was not stated it may be that a broader or another one states it.
                if (!column.isEmpty()) {
                    relations.add(new Relation(
                            Kind.WITHIN,
                            parent < 0 ? violatedIn(column) : testimonies(parent, column),
                            List.of(testimonies(row, column))));
                }
            }
        }
        return relations;
    }

    List<Relation> ofActs(List<ViolationCodes.Placed> rows, Set<String> columns) {
        List<Relation> relations = new ArrayList<>();
        relations.add(new Relation(
                Kind.SUM, acts(), columns.stream().map(this::actsIn).toList()));
        for (ViolationCodes.Placed placed : rows) {
            int row = placed.place();
            relations.add(new Relation(
                    Kind.SUM, acts(row), columns.stream().map(c -> acts(row, c)).toList()));
        }
        List<Integer> tops = rows.stream()
                .filter(r -> r.depth() == 0)
                .map(ViolationCodes.Placed::place)
                .toList();
        relations.add(
                new Relation(Kind.SUM, acts(), tops.stream().map(this::acts).toList()));
        columns.forEach(column -> relations.add(new Relation(
                Kind.SUM,
                actsIn(column),
                tops.stream().map(t -> acts(t, column)).toList())));
        for (ViolationCodes.Placed placed : rows) {
            relations.addAll(ofParts(placed.place(), rows, columns));
        }
        return relations;
    }

    /** A broader code counts what its narrower ones count, and acts that are called no more precisely than itself. */
    private List<Relation> ofParts(int row, List<ViolationCodes.Placed> rows, Set<String> columns) {
        List<Integer> parts = rows.stream()
                .map(ViolationCodes.Placed::place)
                .filter(p -> p < codes.size() && codes.parent(p) == row)
                .toList();
        List<Relation> relations = new ArrayList<>();
        if (!parts.isEmpty()) {
            relations.add(sum(acts(row), parts.stream().map(this::acts).toList()));
            columns.forEach(column -> relations.add(sum(
                    acts(row, column), parts.stream().map(p -> acts(p, column)).toList())));
        }
        return relations;
    }

    private static Relation sum(Quantity whole, List<Quantity> parts) {
        List<Quantity> all = new ArrayList<>(parts);
        all.add(whole.where("violation itself", "yes"));
        return new Relation(Kind.SUM, whole, all);
    }
}
