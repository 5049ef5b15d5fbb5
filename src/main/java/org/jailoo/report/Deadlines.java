package org.jailoo.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jailoo.json.Json;
import org.jailoo.record.Progress;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;
import org.jailoo.timeline.Due;
import org.jailoo.timeline.Due.Standing;
import org.jailoo.timeline.Quarter;
import org.jspecify.annotations.Nullable;

/** What of a campaign is overdue on a day, and what is due in its quarter; what is done or dropped is neither. */
final class Deadlines {
    private final List<Shown> open;
    private final LocalDate today;

    Deadlines(List<Shown> actions, LocalDate today) {
        this.open =
                actions.stream().filter(a -> Progress.isOpen(a.text("status"))).toList();
        this.today = today;
    }

    private record Line(Due due, Shown action) {}

    /** When it is due; of intervals that stand beside each other the one that ends first. */
    private Due due(Shown action) {
        return Plans.timelines(action).stream()
                .map(t -> Due.of(text(t, "from"), text(t, "to"), text(t, "every"), today))
                .min(Comparator.comparing(Due::standing)
                        .thenComparing(Due::day, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElseThrow();
    }

    private static @Nullable String text(Json.Obj timeline, String member) {
        return timeline.text(member);
    }

    List<Table> tables(String campaign, String title, Words words) {
        List<Line> lines = new ArrayList<>();
        open.forEach(action -> lines.add(new Line(due(action), action)));
        lines.sort(Comparator.comparing((Line l) -> l.due().day(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Line::action, Plans.BY_NUMBER));
        Quarter quarter = Quarter.of(today);
        List<Table> tables = new ArrayList<>();
        long undated = lines.stream()
                .filter(l -> l.due().standing() == Standing.UNDATED)
                .count();
        String day = words.labels().date(today.toString());
        List<Line> overdue = of(lines, Standing.OVERDUE);
        if (!overdue.isEmpty()) {
            tables.add(table(
                    head(
                            "overdue/" + campaign,
                            title,
                            words.text("table.overdue.title", day),
                            words.text("table.overdue.base")),
                    overdue,
                    undated,
                    words));
        }
        List<Line> due = of(lines, Standing.THIS_QUARTER);
        if (!due.isEmpty()) {
            tables.add(table(
                    head(
                            "due/" + campaign,
                            title,
                            words.text("table.due.title", words.labels().quarter(quarter.text())),
                            words.text("table.due.base")),
                    due,
                    undated,
                    words));
        }
        return tables;
    }

    private static List<Line> of(List<Line> lines, Standing standing) {
        return lines.stream().filter(l -> l.due().standing() == standing).toList();
    }

    private static Head head(String key, String campaign, String title, String base) {
        return new Head(key, Topic.PROGRESS, Counted.RECOMMENDATIONS, campaign, title, base);
    }

    private static Table table(Head head, List<Line> lines, long undated, Words words) {
        ActionWords said = new ActionWords(words);
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            Shown action = line.action();
            LocalDate day = line.due().day();
            rows.add(new Row(
                    List.of(
                            Cell.of(Plans.inPlan(action, words)),
                            Cell.of(action.translated("text", words.language())),
                            Cell.of(Plans.each(Plans.timelines(action), t -> Shown.text(t, "text"))),
                            day == null ? Cell.BLANK : new Cell.Day(day),
                            Cell.of(Plans.responsible(action)),
                            said.code(action, "status", "actionStatus"),
                            Cell.of(said.latestProgress(action))),
                    action.disclosed().contradicted() ? Sort.CONTRADICTED : Sort.PLAIN));
        }
        List<Shown> actions = lines.stream().map(Line::action).toList();
        return head.missing(words.text("table.due.undated"), new Count(undated))
                .missing(List.of(Lacking.missing(
                        said.field("responsible"),
                        actions,
                        a -> Plans.responsible(a).isEmpty(),
                        words)))
                .table(
                        List.of(
                                new Column(said.field("plan"), Width.NORMAL),
                                new Column(words.text("table.plan.action"), Width.WIDE),
                                new Column(words.text("table.plan.when"), Width.NORMAL),
                                new Column(words.text("table.due.day"), Width.NORMAL),
                                new Column(said.field("responsible"), Width.NORMAL),
                                new Column(said.field("status"), Width.NORMAL),
                                new Column(words.text("table.register.progress"), Width.WIDE)),
                        rows);
    }
}
