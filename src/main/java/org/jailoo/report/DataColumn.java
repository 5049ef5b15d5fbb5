package org.jailoo.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jailoo.record.FieldKind;
import org.jailoo.report.Values.At;
import org.jspecify.annotations.Nullable;

/**
 * A column of a data sheet: where its value stands, and what of it is shown.
 *
 * @param inItem whether the value stands in the item of the row, and not in its record
 * @param code the code that a {@link Part#FLAG} is about; empty for the others
 */
record DataColumn(At at, FieldKind kind, boolean inItem, Part part, String code) {
    private static final Cell YES = Cell.of(1);
    private static final Cell NO = Cell.of(0);

    /** What a column shows of a value. */
    enum Part {
        VALUE,
        /** The first day that a date or a quarter may mean. */
        FIRST_DAY,
        LAST_DAY,
        /** Whether a code is among those of a set: 1 or 0, and nothing where none is. */
        FLAG
    }

    static DataColumn value(At at, FieldKind kind, boolean inItem) {
        return new DataColumn(at, kind, inItem, Part.VALUE, "");
    }

    DataColumn with(Part another, String about) {
        return new DataColumn(at, kind, inItem, another, about);
    }

    boolean isDate() {
        return kind instanceof FieldKind.Date || kind instanceof FieldKind.Quarter;
    }

    /** The codebook of what holds several codes; null for what does not. */
    @Nullable
    String several() {
        if (kind instanceof FieldKind.SetOf set) {
            return set.codebook();
        }
        return kind instanceof FieldKind.ListOf list ? list.codebook() : null;
    }

    /** The codebook of a single code; null where the column holds none. */
    @Nullable
    String choice() {
        return part == Part.VALUE && kind instanceof FieldKind.Choice choice ? choice.codebook() : null;
    }

    boolean isLong() {
        return part == Part.VALUE && kind instanceof FieldKind.LongText;
    }

    /** The name of the field as the schema has it, and after it what of it is shown. */
    String name() {
        String path = String.join(".", at.path());
        return switch (part) {
            case VALUE -> path;
            case FIRST_DAY -> path + ".first";
            case LAST_DAY -> path + ".last";
            case FLAG -> path + "." + code;
        };
    }

    /** What people call it. */
    String label(Words words) {
        String field = at.label(words);
        return switch (part) {
            case VALUE -> field;
            case FIRST_DAY -> words.text("workbook.column.first-day", field);
            case LAST_DAY -> words.text("workbook.column.last-day", field);
            case FLAG -> words.text("workbook.column.of", field, words.labels().code(String.valueOf(several()), code));
        };
    }

    /** What stands in this column in the row of a record, or of an item of it. */
    Cell cell(Shown record, Json.@Nullable Obj item, Values values) {
        return switch (part) {
            case VALUE ->
                kind instanceof FieldKind.SetOf || kind instanceof FieldKind.References
                        ? Cell.of(values.set(kind, record.members(at.path().get(0))))
                        : values.cell(at, kind, json(record, item));
            case FIRST_DAY -> day(json(record, item), true);
            case LAST_DAY -> day(json(record, item), false);
            case FLAG -> among(codes(record, item));
        };
    }

    /** Of a flag: whether its code is among these; nothing where there are none, for nothing was answered. */
    Cell among(Collection<String> codes) {
        return codes.isEmpty() ? Cell.BLANK : codes.contains(code) ? YES : NO;
    }

    /** The codes that are there, of a column that may hold several. */
    List<String> codes(Shown record, Json.@Nullable Obj item) {
        if (kind instanceof FieldKind.SetOf) {
            return record.members(at.path().get(0));
        }
        Json value = json(record, item);
        return value instanceof Json.Array ? Shown.texts(Json.object(Map.of("codes", value)), "codes") : List.of();
    }

    private @Nullable Json json(Shown record, Json.@Nullable Obj item) {
        List<String> path = at.path();
        if (!inItem && path.size() == 1) {
            return record.value(path.get(0));
        }
        Json within = inItem ? item : record.group(path.get(0));
        for (String name : path.subList(1, path.size())) {
            within = within instanceof Json.Obj object ? object.get(name) : null;
        }
        return within;
    }

    private static Cell day(@Nullable Json value, boolean first) {
        if (!(value instanceof Json.Text text)) {
            return Cell.BLANK;
        }
        String written = text.value();
        if (DateText.isQuarter(written)) {
            int quarter = written.charAt(6) - '0';
            LocalDate begin = LocalDate.of(Integer.parseInt(written.substring(0, 4)), 3 * quarter - 2, 1);
            return new Cell.Day(first ? begin : begin.plusMonths(3).minusDays(1));
        }
        LocalDate day = first ? DateText.firstDay(written) : DateText.lastDay(written);
        return day == null ? Cell.BLANK : new Cell.Day(day);
    }
}
