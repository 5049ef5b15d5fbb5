package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Path;
import org.jailoo.record.Schema;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;
import org.jailoo.report.Values.At;

/** What contradicts itself and nobody has settled: each value where the audience may see it, a number where it may not. */
final class Contradictions {
    private final Schema schema;
    private final Asked asked;
    private final List<Open> open = new ArrayList<>();
    private final Map<String, Long> kept = new TreeMap<>();

    Contradictions(Schema schema, Asked asked) {
        this.schema = schema;
        this.asked = asked;
    }

    /** A path in conflict, whose values may be seen. */
    private record Open(String type, String name, String record, String path, List<Json> values) {}

    void take(Shown record) {
        record.disclosed()
                .conflicts()
                .forEach((path, values) -> open.add(new Open(record.type(), name(record), record.id(), path, values)));
        record.disclosed().keptConflicts().forEach(field -> kept.merge(record.type() + "\n" + field, 1L, Long::sum));
    }

    /** What tells a record: its code or title, or the beginning of its text. */
    private String name(Shown record) {
        for (String field : List.of("code", "title", "text")) {
            if (!record.text(field).isBlank()) {
                return record.translated(field, asked.words().language());
            }
        }
        return record.id();
    }

    List<Table> tables(Names names) {
        Words words = asked.words();
        Values values = new Values(words, names);
        int most = open.stream().mapToInt(o -> o.values().size()).max().orElse(2);
        List<Column> columns = new ArrayList<>(List.of(
                new Column(words.text("table.records.type"), Width.NORMAL),
                new Column(words.text("table.contradictions.record"), Width.WIDE),
                new Column(words.text("table.contradictions.field"), Width.NORMAL)));
        for (int i = 1; i <= most; i++) {
            columns.add(new Column(words.text("table.contradictions.value", i), Width.WIDE));
        }
        List<Row> rows = new ArrayList<>();
        open.sort(Comparator.comparing(Open::type)
                .thenComparing(Open::name, words.order())
                .thenComparing(Open::record)
                .thenComparing(Open::path));
        for (Open each : open) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(words.labels().type(each.type())), Cell.of(each.name()), Cell.of(field(each, words))));
            for (int i = 0; i < most; i++) {
                cells.add(
                        i < each.values().size()
                                ? Cell.of(value(each, each.values().get(i), values))
                                : Cell.BLANK);
            }
            rows.add(new Row(cells, Sort.CONTRADICTED));
        }
        for (Map.Entry<String, Long> each : kept.entrySet()) {
            String[] parts = each.getKey().split("\n", -1);
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(words.labels().type(parts[0])),
                    Cell.of(kept(parts[0], each.getValue())),
                    Cell.of(words.labels().field(parts[0], parts[1]))));
            while (cells.size() < columns.size()) {
                cells.add(Cell.BLANK);
            }
            rows.add(new Row(cells, Sort.CONTRADICTED));
        }
        return List.of(new Head(
                        "contradictions",
                        Topic.NOTEBOOK,
                        Counted.RECORDS,
                        "",
                        words.text("table.contradictions.title"),
                        words.text("table.contradictions.base"))
                .table(columns, rows));
    }

    private String kept(String type, long number) {
        boolean few = Inventory.isOfPeople(type) && number < SmallCells.threshold(asked.audience());
        return few ? asked.words().text("table.small.said") : asked.words().text("table.contradictions.kept", number);
    }

    private String field(Open each, Words words) {
        Path path = Path.parse(each.path());
        if (path instanceof Path.Deleted) {
            return words.text("table.records.deleted");
        }
        String name = path == null ? each.path() : path.field();
        String label = words.labels().field(each.type(), name);
        Field field = schema.field(each.type(), name);
        if (path instanceof Path.Member member && field != null && field.kind() instanceof FieldKind.SetOf set) {
            return words.text("table.word.member", label, words.labels().code(set.codebook(), member.member()));
        }
        return label;
    }

    private String value(Open each, Json value, Values values) {
        Words words = asked.words();
        if (value instanceof Json.Null) {
            return words.text("table.contradictions.nothing");
        }
        Path path = Path.parse(each.path());
        Field field = path == null ? null : schema.field(each.type(), path.field());
        if (path == null || field == null) {
            return words.text("table.word.yes");
        }
        return values.text(At.of(each.type(), field.name()), field.kind(), value);
    }
}
