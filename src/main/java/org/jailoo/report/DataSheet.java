package org.jailoo.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jailoo.consent.Reading;
import org.jailoo.json.Json;
import org.jailoo.record.Codebook;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jailoo.report.DataColumn.Part;
import org.jailoo.report.Values.At;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of data: a row for each record of a type, or for each item of a field of it, as far as the audience may see them.
 *
 * <p>Records are measured first: which codes there are, how many rows, and how long the texts of each column get.
 */
final class DataSheet {
    /** A codebook of more codes is open-ended: of countries and languages only those in use get a column. */
    private static final int MANY = 100;

    /** What tells, in the row of an item, which record it is of. */
    private static final List<String> OF_RECORD =
            List.of("code", "title", "campaign", "plan", "number", "date", "start", "place", "status");

    private final RecordType type;
    private final @Nullable Field items;
    private final Words words;
    private final Schema schema;
    private final List<DataColumn> base;
    /** The names of other records are not known yet while records are measured. */
    private final Values measuring;

    private final List<Integer> widths = new ArrayList<>();
    private final Map<Integer, Set<String>> used = new TreeMap<>();
    private long rows;

    private DataSheet(RecordType type, @Nullable Field items, Schema schema, Words words, List<DataColumn> base) {
        this.type = type;
        this.items = items;
        this.schema = schema;
        this.words = words;
        this.base = base;
        this.measuring = new Values(words, Names.longest());
        widths.addAll(Collections.nCopies(base.size(), 1));
    }

    /** The sheets of a type: its own, and one for each field of items; those of which the audience may see a column. */
    static List<DataSheet> of(RecordType type, Schema schema, Words words, Reading reading) {
        List<DataSheet> sheets = new ArrayList<>();
        List<DataColumn> own = new ArrayList<>();
        List<DataColumn> ofRecord = new ArrayList<>();
        for (Field field : type.fields().values()) {
            List<DataColumn> columns = ownColumns(type.name(), field, reading);
            own.addAll(columns);
            if (OF_RECORD.contains(field.name())
                    && !(field.name().equals("title") && type.fields().containsKey("code"))) {
                ofRecord.addAll(columns);
            }
        }
        if (!own.isEmpty()) {
            sheets.add(new DataSheet(type, null, schema, words, own));
        }
        for (Field field : type.fields().values()) {
            List<DataColumn> columns = new ArrayList<>();
            for (Field member : Values.members(field.kind()).values()) {
                boolean isItem = !(field.kind() instanceof FieldKind.Group);
                if (isItem && reading.sees(type.name(), field.name(), member.name())) {
                    add(At.of(type.name(), field.name(), member.name()), member.kind(), true, columns);
                }
            }
            if (!columns.isEmpty()) {
                List<DataColumn> all = new ArrayList<>(ofRecord);
                all.addAll(columns);
                sheets.add(new DataSheet(type, field, schema, words, all));
            }
        }
        return sheets;
    }

    private static List<DataColumn> ownColumns(String type, Field field, Reading reading) {
        List<DataColumn> columns = new ArrayList<>();
        if (field.kind() instanceof FieldKind.Group group) {
            for (Field member : group.members().values()) {
                if (reading.sees(type, field.name(), member.name())) {
                    add(At.of(type, field.name(), member.name()), member.kind(), false, columns);
                }
            }
        } else if (!(field.kind() instanceof FieldKind.Items)
                && !(field.kind() instanceof FieldKind.Attachments)
                && reading.sees(type, field.name(), null)) {
            add(At.of(type, field.name()), field.kind(), false, columns);
        }
        return columns;
    }

    private static void add(At at, FieldKind kind, boolean inItem, List<DataColumn> columns) {
        if (kind instanceof FieldKind.Group group) {
            group.members().values().forEach(member -> add(at.member(member.name()), member.kind(), inItem, columns));
            return;
        }
        DataColumn value = DataColumn.value(at, kind, inItem);
        columns.add(value);
        if (value.isDate()) {
            columns.add(value.with(Part.FIRST_DAY, ""));
            columns.add(value.with(Part.LAST_DAY, ""));
        }
    }

    /** Looks at a record: how many rows it gives, how long its texts are, which codes it holds. */
    void measure(Shown record) {
        if (!record.type().equals(type.name()) || !record.disclosed().answer().isYes()) {
            return;
        }
        for (Json.@Nullable Obj item : items(record)) {
            rows++;
            for (int i = 0; i < base.size(); i++) {
                DataColumn column = base.get(i);
                widths.set(i, Math.max(widths.get(i), Page.columns(column.cell(record, item, measuring))));
                if (column.several() != null) {
                    used.computeIfAbsent(i, k -> new TreeSet<>()).addAll(column.codes(record, item));
                }
            }
        }
    }

    private List<Json.@Nullable Obj> items(Shown record) {
        return items == null ? Collections.singletonList(null) : new ArrayList<>(record.items(items.name()));
    }

    long rows() {
        return rows;
    }

    boolean isOfItems() {
        return items != null;
    }

    RecordType type() {
        return type;
    }

    /** What people call it. */
    String title() {
        String records = words.labels().types(type.name());
        return items == null
                ? records
                : words.text("workbook.sheet.items", words.labels().field(type.name(), items.name()), records);
    }

    /** What programs call it. */
    String name() {
        return items == null ? type.name() : type.name() + "." + items.name();
    }

    /** What stands above a column that is no field: the id of the record. */
    String idLabel() {
        return words.text("table.contradictions.record");
    }

    /** The columns after the id of the record: after a column of several codes one for each code. */
    List<DataColumn> columns() {
        List<DataColumn> columns = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            columns.add(base.get(i));
            flags(i).forEach(columns::add);
        }
        return columns;
    }

    private List<DataColumn> flags(int at) {
        DataColumn column = base.get(at);
        String several = column.several();
        Codebook codebook = several == null ? null : schema.codebooks().get(several);
        if (codebook == null) {
            return List.of();
        }
        Set<String> there = used.getOrDefault(at, Set.of());
        Set<String> codes = new LinkedHashSet<>(codebook.codes());
        if (codes.size() > MANY) {
            codes.retainAll(there);
        }
        // A code that a newer version knows has a column as well.
        codes.addAll(there);
        return codes.stream().map(code -> column.with(Part.FLAG, code)).toList();
    }

    /** How many cells each column takes, the id first: more than one where a text is too long for one. */
    List<Integer> widths() {
        List<Integer> all = new ArrayList<>();
        all.add(1);
        for (int i = 0; i < base.size(); i++) {
            all.add(widths.get(i));
            all.addAll(Collections.nCopies(flags(i).size(), 1));
        }
        return all;
    }

    /** The label of a column; that of the record says so in the row of an item. */
    String label(DataColumn column) {
        String label = column.label(words);
        return items == null || column.inItem()
                ? label
                : words.text("workbook.column.of", words.labels().type(type.name()), label);
    }

    /** The name of a column, for programs. */
    String name(DataColumn column) {
        return items == null || column.inItem() ? column.name() : type.name() + "." + column.name();
    }

    /** Hands over the rows of all records, a cell for the id and one for each column. */
    void each(RecordSource source, Reading reading, Names names, Consumer<List<Cell>> take) {
        Consumer<Shown> giving = giving(names, take);
        source.each(type.name(), record -> giving.accept(new Shown(reading.shown(record))));
    }

    /** Whoever is shown a record of this type hands over its rows, once everything is measured. */
    Consumer<Shown> giving(Names names, Consumer<List<Cell>> take) {
        Values values = new Values(words, names);
        List<List<DataColumn>> flags = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            flags.add(flags(i));
        }
        return shown -> {
            if (shown.disclosed().answer().isYes()) {
                for (Json.@Nullable Obj item : items(shown)) {
                    List<Cell> cells = new ArrayList<>();
                    cells.add(Cell.of(shown.id()));
                    for (int i = 0; i < base.size(); i++) {
                        DataColumn column = base.get(i);
                        cells.add(column.cell(shown, item, values));
                        if (!flags.get(i).isEmpty()) {
                            Set<String> codes = new HashSet<>(column.codes(shown, item));
                            flags.get(i).forEach(flag -> cells.add(flag.among(codes)));
                        }
                    }
                    take.accept(cells);
                }
            }
        };
    }
}
