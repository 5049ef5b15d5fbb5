package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;

/** The action plans of one campaign, its matrix by kind of action, and its directions, row by row. */
final class Plans {
    static final Comparator<Shown> BY_NUMBER = Comparator.comparing((Shown a) -> number(a))
            .thenComparing(a -> a.text("text"))
            .thenComparing(Shown::id);

    private final Schema schema;
    private final Quantity all;
    private final Trace trace;
    private final Map<String, List<Shown>> plans = new TreeMap<>();
    private final Map<String, List<Shown>> directions = new TreeMap<>();
    private final Map<String, List<Shown>> actions = new TreeMap<>();

    Plans(Schema schema, String campaign, Trace trace) {
        this.schema = schema;
        this.all = Quantity.all("recommendations/" + campaign);
        this.trace = trace;
    }

    void take(Shown action) {
        put(plans, action.text("plan"), action);
        put(directions, action.text("direction"), action);
        put(actions, action.text("action"), action);
    }

    private static void put(Map<String, List<Shown>> where, String name, Shown action) {
        if (!name.isBlank()) {
            where.computeIfAbsent(name, n -> new ArrayList<>()).add(action);
        }
    }

    private static long number(Shown action) {
        Long number = action.integer("number");
        return number == null ? Long.MAX_VALUE : number;
    }

    private static List<Shown> sorted(List<Shown> actions) {
        return actions.stream().sorted(BY_NUMBER).toList();
    }

    List<Table> tables(String campaign, String title, Words words) {
        List<Table> tables = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(words.order().thenComparing(Comparator.naturalOrder()));
        names.addAll(plans.keySet());
        for (String name : names) {
            tables.add(plan(campaign, title, name, words));
        }
        if (!actions.isEmpty()) {
            tables.add(matrix(campaign, title, words));
        }
        if (!directions.isEmpty()) {
            tables.add(directions(campaign, title, words));
            tables.add(directionCounts(campaign, title, words));
        }
        return tables;
    }

    private Table plan(String campaign, String title, String name, Words words) {
        List<Row> rows = new ArrayList<>();
        for (Shown action : sorted(plans.getOrDefault(name, List.of()))) {
            List<Json.Obj> timelines = timelines(action);
            boolean contradicted = action.disclosed().contradicted();
            rows.add(new Row(
                    List.of(
                            Cell.of(action.integer("number")),
                            Cell.of(action.translated("text", words.language())),
                            Cell.of(each(timelines, t -> Shown.text(t, "text"))),
                            day(timelines, "from", words),
                            day(timelines, "to", words),
                            Cell.of(each(timelines, t -> recurrence(t, words))),
                            Cell.of(responsible(action)),
                            action.text("status").isEmpty()
                                    ? Cell.BLANK
                                    : Cell.of(words.code("actionStatus", action.text("status"))),
                            contradicted ? Cell.of(words.text("table.plan.contradicted")) : Cell.BLANK),
                    contradicted ? Sort.CONTRADICTED : Sort.PLAIN));
        }
        return new Head(
                        "plan/" + campaign + "/" + name,
                        Topic.ACTIONS,
                        Counted.RECOMMENDATIONS,
                        title,
                        words.text("table.plan.title", name),
                        words.text("table.plan.base"))
                .missing(Lacking.of(plans.getOrDefault(name, List.of()), words))
                .table(
                        List.of(
                                new Column(words.text("table.column.row"), Width.NARROW),
                                wide(words.text("table.plan.action")),
                                normal(words.text("table.plan.when")),
                                normal(field(words, "timeline", "from")),
                                normal(field(words, "timeline", "to")),
                                normal(field(words, "timeline", "every")),
                                normal(field(words, "responsible")),
                                normal(field(words, "status")),
                                normal(words.text("table.plan.note"))),
                        rows);
    }

    /** The interval; all that stand beside each other until somebody settles which. */
    static List<Json.Obj> timelines(Shown action) {
        List<Json.Obj> timelines = new ArrayList<>();
        for (Json value : action.conflict("timeline")) {
            timelines.add(value instanceof Json.Obj object ? object : Json.object());
        }
        return timelines.isEmpty() ? List.of(action.group("timeline")) : timelines;
    }

    interface Part {
        String of(Json.Obj timeline);
    }

    static String each(List<Json.Obj> timelines, Part part) {
        List<String> distinct = timelines.stream().map(part::of).distinct().toList();
        return distinct.stream().allMatch(String::isEmpty) ? "" : String.join(" ≠ ", distinct);
    }

    static Cell day(List<Json.Obj> timelines, String member, Words words) {
        if (timelines.size() == 1) {
            return Cell.date(Shown.text(timelines.get(0), member), words);
        }
        return Cell.of(each(timelines, t -> {
            String date = Shown.text(t, member);
            return date.isEmpty() ? "" : words.labels().date(date);
        }));
    }

    private static String recurrence(Json.Obj timeline, Words words) {
        String every = Shown.text(timeline, "every");
        return every.isEmpty() ? "" : words.code("recurrence", every);
    }

    /** Who is responsible, by role alone: the name is for the sheet of the team. */
    static String responsible(Shown action) {
        List<String> roles = new ArrayList<>();
        for (Json.Obj each : action.items("responsible")) {
            if (!Shown.text(each, "role").isBlank()) {
                roles.add(Shown.text(each, "role"));
            }
        }
        roles.sort(Comparator.naturalOrder());
        return String.join("; ", roles);
    }

    private Table matrix(String campaign, String title, Words words) {
        Axis kinds = Axis.codes(schema, words, "actionType", "");
        TreeSet<String> columns = new TreeSet<>(kinds.order());
        columns.addAll(actions.keySet());
        int longest = 0;
        List<List<Shown>> lists = new ArrayList<>();
        for (String column : columns) {
            lists.add(sorted(actions.getOrDefault(column, List.of())));
            longest = Math.max(longest, lists.get(lists.size() - 1).size());
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            List<Cell> cells = new ArrayList<>();
            for (List<Shown> list : lists) {
                cells.add(i < list.size() ? Cell.of(withPlan(list.get(i), words)) : Cell.BLANK);
            }
            rows.add(new Row(cells, Sort.PLAIN));
        }
        List<Cell> last = new ArrayList<>();
        for (String column : columns) {
            last.add(count(actions.getOrDefault(column, List.of()), all.where("action", column)));
        }
        rows.add(new Row(last, Sort.TOTAL));
        return new Head(
                        "matrix/" + campaign,
                        Topic.ACTIONS,
                        Counted.RECOMMENDATIONS,
                        title,
                        words.text("table.matrix.title"),
                        words.text("table.matrix.base"))
                .table(columns.stream().map(c -> wide(kinds.label().apply(c))).toList(), rows);
    }

    private static String withPlan(Shown action, Words words) {
        String text = action.translated("text", words.language());
        String plan = inPlan(action, words);
        return plan.isEmpty() ? text : text + " [" + plan + "]";
    }

    static String inPlan(Shown action, Words words) {
        if (action.text("plan").isBlank()) {
            return "";
        }
        Long number = action.integer("number");
        return number == null
                ? action.text("plan")
                : words.text("table.plan.row", action.text("plan"), number.toString());
    }

    private Table directions(String campaign, String title, Words words) {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, List<Shown>> direction : directions.entrySet()) {
            for (Shown action : sorted(direction.getValue())) {
                rows.add(Row.plain(
                        Cell.of(direction.getKey()),
                        Cell.of(action.translated("text", words.language())),
                        Cell.of(each(timelines(action), t -> Shown.text(t, "text"))),
                        Cell.of(inPlan(action, words))));
            }
        }
        return new Head(
                        "directions/" + campaign,
                        Topic.ACTIONS,
                        Counted.RECOMMENDATIONS,
                        title,
                        words.text("table.direction.title"),
                        words.text("table.direction.base"))
                .table(
                        List.of(
                                normal(field(words, "direction")),
                                wide(words.text("table.plan.action")),
                                normal(words.text("table.plan.when")),
                                normal(field(words, "plan"))),
                        rows);
    }

    private Table directionCounts(String campaign, String title, Words words) {
        List<Row> rows = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (Map.Entry<String, List<Shown>> direction : directions.entrySet()) {
            Quantity here = all.where("direction", direction.getKey());
            List<Shown> planned = direction.getValue().stream()
                    .filter(a -> !a.text("plan").isBlank())
                    .toList();
            rows.add(Row.plain(
                    Cell.of(direction.getKey()),
                    count(direction.getValue(), here),
                    count(planned, here.where("planned", "yes"))));
            relations.add(new Relation(Relation.Kind.WITHIN, here, List.of(here.where("planned", "yes"))));
        }
        return new Head(
                        "directions-count/" + campaign,
                        Topic.ACTIONS,
                        Counted.RECOMMENDATIONS,
                        title,
                        words.text("table.direction.counts"),
                        words.text("table.direction.base"))
                .table(
                        List.of(
                                wide(field(words, "direction")),
                                normal(words.text("table.column.number")),
                                normal(words.text("table.direction.planned"))),
                        rows,
                        relations);
    }

    private Cell count(List<Shown> counted, Quantity quantity) {
        counted.forEach(each -> trace.once(quantity, each.id()));
        return new Cell.Count(counted.size(), quantity);
    }

    private static Column wide(String title) {
        return new Column(title, Width.WIDE);
    }

    private static Column normal(String title) {
        return new Column(title, Width.NORMAL);
    }

    private static String field(Words words, String... path) {
        return words.labels().field("recommendation", path);
    }
}
