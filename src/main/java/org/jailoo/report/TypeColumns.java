package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jailoo.consent.Reading;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.report.Values.At;
import org.jspecify.annotations.Nullable;

/** The columns of a type's sheet: what the schema says there is, and of that what the audience may ever see. */
final class TypeColumns {
    /** A column: a field, or one member of a group. */
    record Column(At at, Field field, @Nullable Field member) {
        /** The field as the schema names it. */
        String code() {
            return String.join(".", at.path());
        }
    }

    private final String type;
    private final Reading reading;
    private final List<Column> columns = new ArrayList<>();

    TypeColumns(RecordType type, Reading reading) {
        this.type = type.name();
        this.reading = reading;
        for (Field field : type.fields().values()) {
            if (field.kind() instanceof FieldKind.Group group) {
                for (Field member : group.members().values()) {
                    if (mayGo(field.name(), member.name())) {
                        columns.add(new Column(At.of(this.type, field.name(), member.name()), field, member));
                    }
                }
            } else if (mayGo(field.name(), null) || anyMemberMayGo(field)) {
                columns.add(new Column(At.of(this.type, field.name()), field, null));
            }
        }
    }

    private boolean mayGo(String field, @Nullable String member) {
        return reading.sees(type, field, member);
    }

    private boolean anyMemberMayGo(Field field) {
        return Values.members(field.kind()).keySet().stream().anyMatch(member -> mayGo(field.name(), member));
    }

    List<Column> list() {
        return columns;
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** The cells of a record, in the order of the columns. */
    List<Cell> cells(Shown record, Values values) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            cells.add(cell(record, column, values));
        }
        return cells;
    }

    private static Cell cell(Shown record, Column column, Values values) {
        Field field = column.field();
        if (field.kind() instanceof FieldKind.Items || field.kind() instanceof FieldKind.Attachments) {
            return items(record, column, values);
        }
        if (field.kind() instanceof FieldKind.SetOf || field.kind() instanceof FieldKind.References) {
            return Cell.of(values.set(field.kind(), record.members(field.name())));
        }
        Field member = column.member();
        return member == null
                ? values.cell(column.at(), field.kind(), record.value(field.name()))
                : values.cell(
                        column.at(), member.kind(), record.group(field.name()).get(member.name()));
    }

    /** The items, a line each. */
    private static Cell items(Shown record, Column column, Values values) {
        Map<String, Field> members = Values.members(column.field().kind());
        List<String> lines = new ArrayList<>();
        for (Json.Obj item : record.items(column.field().name())) {
            String line = values.object(column.at(), members, item);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        lines.sort(Comparator.naturalOrder());
        return Cell.of(String.join("\n", lines));
    }
}
