package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Reading;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Topic;

/**
 * Cross-tabs of a notebook: any two coded fields of what is counted, with filters, for an audience.
 *
 * <p>A record is counted where consent grants statistics. Others than the team have only the fields that counting looks at;
 * the team has every coded field that it may read, and a record of which such a field is asked must allow to be kept.
 */
public final class CrossTables {
    private final Schema schema;
    private final Asked asked;
    private final Reading reading;

    public CrossTables(Schema schema, Asked asked) {
        this.schema = schema;
        this.asked = asked;
        this.reading = new Reading(new Disclosure(schema), asked.audience(), asked.today(), new Children());
    }

    /** The fields by which a unit can be told apart, in the order of the schema. */
    public List<CrossField> fields(CrossUnit unit) {
        return CrossFields.of(unit, schema, reading, asked.words());
    }

    /** A value that a field has in a notebook, and how people call it. */
    public record Value(String key, String label) {}

    /**
     * The values that a field has in a notebook, in their order: codes that stand nowhere are not among them.
     *
     * @throws java.util.concurrent.CancellationException as the source threw it
     */
    public List<Value> values(RecordSource source, CrossUnit unit, String field) {
        CrossWalk walk = new CrossWalk(new CrossWalk.Ground(schema, asked, reading), unit, List.of(field), source);
        Set<String> found = new TreeSet<>(walk.axis(walk.field(field)).order());
        walk.each((id, facets, n) -> {
            Map<String, Set<String>> pairs = facets.pairs(walk.field(field), walk.field(field), List.of());
            if (pairs != null) {
                found.addAll(pairs.keySet());
            }
        });
        Axis axis = walk.axis(walk.field(field));
        return found.stream()
                .map(key -> new Value(key, axis.label().apply(key).strip()))
                .toList();
    }

    /**
     * The answer to a question as a table, without the numbers that might lead to a person.
     *
     * @throws IllegalArgumentException if the audience may not tell apart by a field that is asked for
     * @throws java.util.concurrent.CancellationException as the source threw it
     */
    public Table table(RecordSource source, CrossQuery query) {
        Asking asking = new Asking(query, source);
        CrossTab counts = new CrossTab(subject(query), query.rows(), query.columns());
        asking.walk.each((id, facets, n) -> {
            Map<String, Set<String>> pairs = asking.pairs(facets);
            if (pairs != null) {
                counts.add(pairs, n);
            }
        });
        Table table = counts.table(
                asking.head(counts), asking.walk.axis(asking.row), asking.walk.axis(asking.column), asked.words());
        return SmallCells.hide(List.of(CrossShares.of(table, query.numbers())), asked.audience(), asked.words())
                .get(0);
    }

    /**
     * The records behind a number of such a table, ascending by id: an interview once, whatever it tells of; of heads the
     * meeting; of a person one record.
     */
    public List<String> behind(RecordSource source, CrossQuery query, Quantity quantity) {
        Asking asking = new Asking(query, source);
        Set<String> records = new TreeSet<>();
        if (quantity.subject().equals(subject(query))) {
            asking.walk.each((id, facets, n) -> {
                Map<String, Set<String>> pairs = asking.pairs(facets);
                if (pairs != null && n > 0 && holds(pairs, query, quantity)) {
                    records.add(id);
                }
            });
        }
        return List.copyOf(records);
    }

    private static boolean holds(Map<String, Set<String>> pairs, CrossQuery query, Quantity quantity) {
        String row = quantity.keys().get(query.rows());
        String column = quantity.keys().get(query.columns());
        return pairs.entrySet().stream()
                .filter(pair -> row == null || pair.getKey().equals(row))
                .anyMatch(pair -> column == null || pair.getValue().contains(column));
    }

    /** What is counted, with every filter: the same question has the same numbers under the same names. */
    private static String subject(CrossQuery query) {
        StringBuilder subject = new StringBuilder("crosstab/").append(query.unit());
        new TreeMap<>(byField(query))
                .forEach((field, values) ->
                        subject.append('/').append(field).append('=').append(String.join("|", values)));
        return subject.toString();
    }

    private static Map<String, Set<String>> byField(CrossQuery query) {
        Map<String, Set<String>> filters = new HashMap<>();
        query.filters()
                .forEach(filter -> filters.merge(filter.field(), filter.values(), (one, other) -> {
                    Set<String> both = new TreeSet<>(one);
                    both.retainAll(other);
                    return both;
                }));
        return filters;
    }

    /** One question being answered. */
    private final class Asking {
        private final CrossQuery query;
        private final CrossWalk walk;
        private final CrossField row;
        private final CrossField column;
        private final List<Facets.Wanted> filters = new ArrayList<>();

        Asking(CrossQuery query, RecordSource source) {
            this.query = query;
            Set<String> ids = new LinkedHashSet<>(List.of(query.rows(), query.columns()));
            query.filters().forEach(filter -> ids.add(filter.field()));
            this.walk =
                    new CrossWalk(new CrossWalk.Ground(schema, asked, reading), query.unit(), List.copyOf(ids), source);
            this.row = walk.field(query.rows());
            this.column = walk.field(query.columns());
            query.filters().forEach(f -> filters.add(new Facets.Wanted(walk.field(f.field()), f.values())));
        }

        @org.jspecify.annotations.Nullable
        Map<String, Set<String>> pairs(Facets facets) {
            return facets.pairs(row, column, filters);
        }

        Head head(CrossTab counts) {
            Words words = asked.words();
            List<String> notes = new ArrayList<>();
            notes.add(words.text("crosstab.note.base", unit()));
            for (Facets.Wanted filter : filters) {
                Axis axis = walk.axis(filter.field());
                notes.add(words.text(
                        "crosstab.note.filter",
                        filter.field().label(),
                        String.join(
                                "; ",
                                filter.values().stream()
                                        .sorted(axis.order())
                                        .map(value -> axis.label().apply(value).strip())
                                        .toList())));
            }
            if (counts.overlaps()) {
                notes.add(words.text("crosstab.note.overlap"));
            }
            // Beside the table and not in a sentence: a small number of people is hidden there too.
            List<Missing> missing = new ArrayList<>();
            if (walk.notCounted() > 0) {
                missing.add(new Missing(words.text("crosstab.note.not-counted"), new Cell.Count(walk.notCounted())));
            }
            if (walk.notKept() > 0) {
                missing.add(new Missing(words.text("crosstab.note.not-kept"), new Cell.Count(walk.notKept())));
            }
            return new Head(
                    "crosstab/" + query.unit() + "/" + query.rows() + "/" + query.columns(),
                    Topic.NOTEBOOK,
                    query.unit().counted(),
                    "",
                    words.text("crosstab.table.title", unit(), row.label(), column.label()),
                    notes,
                    missing);
        }

        private String unit() {
            Words words = asked.words();
            return switch (query.unit()) {
                case INTERVIEWS -> words.text("crosstab.unit.interviews");
                case TESTIMONIES -> words.text("crosstab.unit.testimonies");
                case ACTS -> words.text("crosstab.unit.acts");
                case PARTICIPANTS -> words.text("crosstab.unit.participants");
                case ATTENDANCE -> words.text("crosstab.unit.attendance");
                case RECOMMENDATIONS -> words.text("crosstab.unit.recommendations");
            };
        }
    }
}
