package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Disclosure;
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
    private final Asked asked;
    private final Disclosure disclosure;
    private final List<Column> columns = new ArrayList<>();

    TypeColumns(RecordType type, Asked asked, Disclosure disclosure) {
        this.type = type.name();
        this.asked = asked;
        this.disclosure = disclosure;
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
        Audience audience = asked.audience();
        return disclosure.ofType(type, field, member, audience).isYes();
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

    /** Whether any part of a record may go: all parts share the consent of their record. */
    boolean mayGo(Shown record) {
        return columns.stream().anyMatch(column -> mayGo(record, column, memberOf(column)));
    }

    private static @Nullable String memberOf(Column column) {
        if (column.member() != null) {
            return column.member().name();
        }
        // Of a field with items, one that may go stands for the field.
        return null;
    }

    private boolean mayGo(Shown record, Column column, @Nullable String member) {
        return disclosure
                .answer(record.state(), column.field().name(), member, asked.audience(), asked.today())
                .isYes();
    }

    /** The cells of a record, in the order of the columns. */
    List<Cell> cells(Shown record, Values values) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            cells.add(cell(record, column, values));
        }
        return cells;
    }

    private Cell cell(Shown record, Column column, Values values) {
        Field field = column.field();
        if (field.kind() instanceof FieldKind.Items || field.kind() instanceof FieldKind.Attachments) {
            return items(record, column, values);
        }
        if (!mayGo(record, column, memberOf(column))) {
            return Cell.BLANK;
        }
        if (field.kind() instanceof FieldKind.SetOf || field.kind() instanceof FieldKind.References) {
            return Cell.of(values.set(field.kind(), record.members(field.name())));
        }
        Field member = column.member();
        return member == null
                ? values.cell(column.at(), field.kind(), record.state().values().get(field.name()))
                : values.cell(
                        column.at(), member.kind(), record.group(field.name()).get(member.name()));
    }

    /** The items, a line each; of each the members that may go. */
    private Cell items(Shown record, Column column, Values values) {
        Map<String, Field> members = Values.members(column.field().kind());
        List<String> lines = new ArrayList<>();
        for (Json.Obj item : record.items(column.field().name())) {
            String line = values.object(column.at(), members, item, member -> mayGo(record, column, member));
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        lines.sort(Comparator.naturalOrder());
        return Cell.of(String.join("\n", lines));
    }
}
