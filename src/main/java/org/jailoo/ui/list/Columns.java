package org.jailoo.ui.list;

import java.util.List;
import java.util.Map;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/** Which fields a list shows of a type: those that tell its records apart; for a type not named here, its first ones. */
final class Columns {
    private static final int FIRST = 5;

    /**
     * A column.
     *
     * @param path a field, or {@code group.member}
     * @param weight its share of the width, against the others
     */
    record Column(String path, double weight) {}

    private static final Map<String, List<Column>> CHOSEN = Map.of(
            "interview",
            List.of(
                    new Column("code", 1.8),
                    new Column("date", 2.2),
                    new Column("category", 2.2),
                    new Column("place.settlement", 2.4),
                    new Column("mode", 1.7),
                    new Column("language", 1.6),
                    new Column("consent.given", 2.2),
                    new Column("violations", 1.7)),
            "participant",
            List.of(
                    new Column("code", 2),
                    new Column("sex", 1.4),
                    new Column("ageBand", 2),
                    new Column("place.adm1", 2.4),
                    new Column("place.settlement", 2.2),
                    new Column("roles", 3),
                    new Column("migration", 2)),
            "focusGroup",
            List.of(
                    new Column("title", 4.5),
                    new Column("date", 1.8),
                    new Column("place.settlement", 2),
                    new Column("kind", 2)),
            "recommendation",
            List.of(
                    new Column("plan", 1.4),
                    new Column("number", 1.1),
                    new Column("text", 6.2),
                    new Column("kind", 1.8),
                    new Column("timeline.text", 2.2),
                    new Column("status", 1.6)),
            "campaign",
            List.of(new Column("title", 5), new Column("start", 1.6), new Column("end", 1.6)));

    private Columns() {}

    /** Fields that a column can show and that are not shown before somebody asks: those that fit into a line. */
    static List<Column> others(RecordType type) {
        List<String> known = of(type).stream().map(Column::path).toList();
        return type.fields().values().stream()
                .filter(field -> !field.sensitive() && !known.contains(field.name()))
                .filter(field -> field.kind() instanceof FieldKind.Text
                        || field.kind() instanceof FieldKind.Int
                        || field.kind() instanceof FieldKind.Bool
                        || field.kind() instanceof FieldKind.Date
                        || field.kind() instanceof FieldKind.Choice
                        || field.kind() instanceof FieldKind.SetOf)
                .map(field -> new Column(field.name(), 1.6))
                .toList();
    }

    /** By what a column can be sorted in an index, null by nothing: its first date, and what people call it. */
    static @Nullable Order order(RecordType type, String path) {
        boolean coded = type.field("code") != null;
        boolean titled = type.field("title") != null;
        if (path.equals("code") || (path.equals("title") && !coded) || (path.equals("plan") && !coded && !titled)) {
            return Order.CODE;
        }
        String day = type.fields().values().stream()
                .filter(field -> field.kind() instanceof FieldKind.Date)
                .map(Field::name)
                .findFirst()
                .orElse("");
        return path.equals(day) ? Order.EARLIEST : null;
    }

    static List<Column> of(RecordType type) {
        return CHOSEN.getOrDefault(
                type.name(),
                type.fields().keySet().stream()
                        .limit(FIRST)
                        .map(name -> new Column(name, 1))
                        .toList());
    }
}
