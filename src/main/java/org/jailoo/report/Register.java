package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;

/**
 * The register of what one campaign recommends, demands and commits itself to, row by row with what became of each: by
 * addressee, and by mechanism and State. It holds every such record of the campaign: people write these one by one, and
 * there are hundreds of them, not hundreds of thousands.
 */
final class Register {
    private final Schema schema;
    private final List<Shown> actions = new ArrayList<>();

    Register(Schema schema) {
        this.schema = schema;
    }

    void take(Shown action) {
        actions.add(action);
    }

    /** All that were taken. */
    List<Shown> actions() {
        return actions;
    }

    /** A record under one of the things that it stands under. */
    private record Line(List<String> under, Shown action) {}

    Table byAddressee(String campaign, String title, Words words) {
        ActionWords said = new ActionWords(words);
        List<Line> lines = new ArrayList<>();
        for (Shown action : actions) {
            TreeSet<String> addressees = new TreeSet<>();
            action.items("addressees").forEach(a -> addressees.add(said.addressee(a)));
            if (addressees.isEmpty()) {
                addressees.add("");
            }
            addressees.forEach(each -> lines.add(new Line(List.of(each), action)));
        }
        lines.sort(Comparator.comparing((Line l) -> l.under().get(0), words.order())
                .thenComparing(Line::action, Plans.BY_NUMBER));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(said.field("addressees"), Width.WIDE));
        columns.addAll(columns(said));
        List<Row> rows = lines.stream()
                .map(line -> row(List.of(Cell.of(words.stated(line.under().get(0)))), line.action(), said, true))
                .toList();
        columns.add(3, new Column(said.field("mechanisms"), Width.NORMAL));
        return head("register/" + campaign, title, words.text("table.register.addressee"), "table.register.base", words)
                .missing(List.of(Lacking.missing(
                        said.field("addressees"),
                        actions,
                        a -> a.items("addressees").isEmpty(),
                        words)))
                .missing(lacking(actions, words))
                .table(columns, rows);
    }

    /** Nothing where nothing was made to any mechanism. */
    List<Table> byMechanism(String campaign, String title, Axis states, Words words) {
        ActionWords said = new ActionWords(words);
        Axis mechanisms = Axis.codes(schema, words, "mechanism", said.field("mechanisms"));
        List<Line> lines = new ArrayList<>();
        List<Shown> made = new ArrayList<>();
        for (Shown action : actions) {
            List<String> to = action.members("mechanisms");
            to.forEach(mechanism ->
                    lines.add(new Line(List.of(mechanism, ActionTables.state(action.items("addressees"))), action)));
            if (!to.isEmpty()) {
                made.add(action);
            }
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        lines.sort(Comparator.comparing((Line l) -> l.under().get(0), mechanisms.order())
                .thenComparing(l -> l.under().get(1), states.order())
                .thenComparing(Line::action, Plans.BY_NUMBER));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(mechanisms.title(), Width.NORMAL));
        columns.add(new Column(states.title(), Width.NORMAL));
        columns.addAll(columns(said));
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(row(
                    List.of(
                            Cell.of(mechanisms.label().apply(line.under().get(0))),
                            Cell.of(states.label().apply(line.under().get(1)))),
                    line.action(),
                    said,
                    false));
        }
        return List.of(head(
                        "register-mechanism/" + campaign,
                        title,
                        words.text("table.register.mechanism"),
                        "table.register.mechanism-base",
                        words)
                .missing(List.of(Lacking.missing(
                        mechanisms.title(),
                        actions,
                        a -> a.members("mechanisms").isEmpty(),
                        words)))
                .missing(lacking(made, words))
                .table(columns, rows));
    }

    private static List<Missing> lacking(List<Shown> actions, Words words) {
        return List.of(
                Lacking.field("response", actions, words),
                Lacking.field("status", actions, words),
                Lacking.field("assessment", actions, words));
    }

    private static Head head(String key, String campaign, String title, String base, Words words) {
        return new Head(key, Topic.REGISTER, Counted.RECOMMENDATIONS, campaign, title, words.text(base));
    }

    private static List<Column> columns(ActionWords said) {
        return List.of(
                new Column(said.field("plan"), Width.NORMAL),
                new Column(said.field("text"), Width.WIDE),
                new Column(said.field("response"), Width.NORMAL),
                new Column(said.field("status"), Width.NORMAL),
                new Column(said.field("assessment"), Width.NORMAL),
                new Column(said.field("submissions"), Width.WIDE),
                new Column(said.words().text("table.register.progress"), Width.WIDE));
    }

    private static Row row(List<Cell> under, Shown action, ActionWords said, boolean withMechanisms) {
        Words words = said.words();
        List<Cell> cells = new ArrayList<>(under);
        cells.add(Cell.of(Plans.inPlan(action, words)));
        cells.add(Cell.of(action.translated("text", words.language())));
        if (withMechanisms) {
            cells.add(Cell.of(said.mechanisms(action.members("mechanisms"))));
        }
        cells.add(said.code(action, "response", "response"));
        cells.add(said.code(action, "status", "actionStatus"));
        cells.add(said.code(action, "assessment", "assessment"));
        cells.add(Cell.of(said.submissions(action)));
        cells.add(Cell.of(said.latestProgress(action)));
        return new Row(cells, action.disclosed().contradicted() ? Sort.CONTRADICTED : Sort.PLAIN);
    }
}
