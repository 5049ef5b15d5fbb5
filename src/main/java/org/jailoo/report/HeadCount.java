package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jailoo.record.Schema;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Relation.Kind;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Width;

/** Heads by settlement, sex, role and age: each of the three beside the settlement, and all of them together. */
final class HeadCount {
    private static final String APART = ",";

    /** Heads of whom the same is known. */
    private record Alike(String place, String sex, String roles, String age) {}

    private final Quantity whole;
    private final Trace trace;
    private final CrossTab bySex;
    private final CrossTab byRole;
    private final CrossTab byAge;
    private final Map<Alike, Long> alike = new HashMap<>();
    private long all;

    HeadCount(String subject, Trace trace) {
        this.whole = Quantity.all(subject);
        this.trace = trace;
        this.bySex = new CrossTab(subject, "place", "sex", trace);
        this.byRole = new CrossTab(subject, "place", "role", trace);
        this.byAge = new CrossTab(subject, "place", "ageBand", trace);
    }

    /**
     * Whether a table is one of all combinations. To others than the team it would show next to nothing, and for its
     * sake more would have to be hidden beside it.
     */
    static boolean isForTheTeam(Table table) {
        return table.key().startsWith("attendance-all/") || table.key().equals("participants-all");
    }

    void add(String place, String sex, List<String> roles, String age, long n) {
        bySex.add(place, sex, n);
        byRole.add(List.of(place), roles, n);
        byAge.add(place, age, n);
        Alike key = new Alike(place, sex, String.join(APART, new TreeSet<>(roles)), age);
        alike.merge(key, n, Long::sum);
        all += n;
        if (trace.follows(whole.subject())) {
            trace.note(this, of(key), n);
        }
    }

    boolean isEmpty() {
        return alike.isEmpty();
    }

    private Quantity of(Alike key) {
        return whole.where("place", key.place())
                .where("sex", key.sex())
                .where("roles", key.roles())
                .where("ageBand", key.age());
    }

    /** How the sides of these tables are called, and in which order they stand. */
    record Sides(Axis places, Axis sexes, Axis roles, Axis ages) {
        Sides(Axis places, Schema schema, Words words) {
            this(
                    places,
                    Axis.codes(schema, words, "sex", words.labels().field("participant", "sex")),
                    Axis.codes(schema, words, "communityRole", words.labels().field("participant", "roles")),
                    Axis.codes(schema, words, "ageBand", words.labels().field("participant", "ageBand")));
        }

        String rolesLabel(String joined) {
            List<String> labels = new ArrayList<>();
            for (String role : joined.split(APART, -1)) {
                labels.add(roles.label().apply(role));
            }
            return String.join(", ", labels);
        }
    }

    Table bySex(Head head, Sides sides, Words words) {
        return bySex.table(head, sides.places(), sides.sexes(), words);
    }

    Table byRole(Head head, Sides sides, Words words) {
        return byRole.table(head, sides.places(), sides.roles(), words);
    }

    Table byAge(Head head, Sides sides, Words words) {
        return byAge.table(head, sides.places(), sides.ages(), words);
    }

    /** A row for each combination that occurs. */
    Table together(Head head, Sides sides, Words words) {
        List<Alike> keys = new ArrayList<>(alike.keySet());
        keys.sort(Comparator.comparing(Alike::place, sides.places().order())
                .thenComparing(Alike::sex, sides.sexes().order())
                .thenComparing(
                        Alike::roles,
                        Comparator.comparing(
                                r -> r.split(APART, -1)[0], sides.roles().order()))
                .thenComparing(Alike::roles)
                .thenComparing(Alike::age, sides.ages().order()));
        List<Row> rows = new ArrayList<>();
        for (Alike key : keys) {
            rows.add(Row.plain(
                    Cell.of(sides.places().label().apply(key.place())),
                    Cell.of(sides.sexes().label().apply(key.sex())),
                    Cell.of(sides.rolesLabel(key.roles())),
                    Cell.of(sides.ages().label().apply(key.age())),
                    new Count(alike.getOrDefault(key, 0L), of(key))));
        }
        rows.add(Row.total(Cell.of(words.total()), Cell.BLANK, Cell.BLANK, Cell.BLANK, new Count(all, whole)));
        return missing(head, sides, words)
                .table(
                        List.of(
                                new Column(sides.places().title(), Width.WIDE),
                                new Column(sides.sexes().title(), Width.NORMAL),
                                new Column(sides.roles().title(), Width.WIDE),
                                new Column(sides.ages().title(), Width.NORMAL),
                                new Column(words.text("table.column.number"), Width.NORMAL)),
                        rows,
                        relations(keys));
    }

    private Head missing(Head head, Sides sides, Words words) {
        return head.missing(sides.places().missing(lacking("place", Alike::place), words))
                .missing(sides.sexes().missing(lacking("sex", Alike::sex), words))
                .missing(sides.roles().missing(lacking("role", Alike::roles), words))
                .missing(sides.ages().missing(lacking("ageBand", Alike::age), words));
    }

    private Count lacking(String key, Function<Alike, String> part) {
        long n = alike.entrySet().stream()
                .filter(e -> part.apply(e.getKey()).isEmpty())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Count(n, whole.where(key, ""));
    }

    /** Combinations are apart from each other, so they add up to whatever the other tables say. */
    private List<Relation> relations(List<Alike> keys) {
        Map<Quantity, Set<Alike>> sums = new LinkedHashMap<>();
        for (Alike key : keys) {
            Quantity place = whole.where("place", key.place());
            List<Quantity> sumsOf = new ArrayList<>(
                    List.of(whole, place, place.where("sex", key.sex()), place.where("ageBand", key.age())));
            for (String role : key.roles().split(APART, -1)) {
                sumsOf.add(place.where("role", role));
            }
            sumsOf.forEach(
                    sum -> sums.computeIfAbsent(sum, s -> new LinkedHashSet<>()).add(key));
        }
        List<Relation> relations = new ArrayList<>();
        sums.forEach((sum, parts) -> relations.add(
                new Relation(Kind.SUM, sum, parts.stream().map(this::of).toList())));
        return relations;
    }
}
