package org.jailoo.ui.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jailoo.json.Json;
import org.jailoo.record.Codebook;
import org.jailoo.record.Field;
import org.jailoo.record.RecordType;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.ItemsEntry;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.form.UnknownPaths;
import org.jspecify.annotations.Nullable;

/**
 * Who came to a meeting, as a table over the items of the form: a row is a role, a column a sex and an age band. A cell
 * mostly is one item; merged notebooks may hold several of the same, which are added up and never lost.
 */
final class AttendanceModel {
    private final RecordForm form;
    private final ItemsEntry items;
    private final Set<Line> rows = new LinkedHashSet<>();
    private final Set<Column> columns = new LinkedHashSet<>();
    private boolean writing;

    /**
     * A row of the table; an empty code is one that was not said.
     *
     * @param country empty at nearly every meeting
     */
    record Line(String role, String country) {}

    /** A column of the table. */
    record Column(String sex, String ageBand) {}

    /** What became of a number typed into a cell. */
    enum Written {
        DONE,
        /** The cell has several entries; the first was changed, so that they add up to the number. */
        ONE_OF_SEVERAL,
        /** The cell has several entries, and the others are more than the number: nothing was changed. */
        REFUSED
    }

    AttendanceModel(RecordForm form) {
        this.form = form;
        this.items = form.items(field(form, "attendance"));
    }

    static Field field(RecordForm form, String name) {
        RecordType type = Objects.requireNonNull(form.type());
        return Objects.requireNonNull(type.field(name));
    }

    ItemsEntry items() {
        return items;
    }

    /** Takes up rows and columns that came in; those that are shown stay. */
    boolean look() {
        int before = rows.size() * 1000 + columns.size();
        for (String id : live()) {
            rows.add(new Line(text(id, "role"), text(id, "country")));
            columns.add(new Column(text(id, "sex"), text(id, "ageBand")));
        }
        if (columns.isEmpty()) {
            columns.add(new Column("female", ""));
            columns.add(new Column("male", ""));
        }
        return rows.size() * 1000 + columns.size() != before;
    }

    List<Line> rows() {
        return sorted(
                rows,
                Comparator.<Line>comparingInt(row -> place("communityRole", row.role()))
                        .thenComparing(Line::country));
    }

    List<Column> columns() {
        return sorted(
                columns,
                Comparator.<Column>comparingInt(column -> place("sex", column.sex()))
                        .thenComparingInt(column -> place("ageBand", column.ageBand())));
    }

    private static <T> List<T> sorted(Set<T> all, Comparator<T> by) {
        List<T> list = new ArrayList<>(all);
        list.sort(by);
        return list;
    }

    /** Where a code stands in its codebook; one that is not said comes last. */
    private int place(String codebook, String code) {
        Codebook book = form.schema().codebook(codebook);
        int at = book == null ? -1 : List.copyOf(book.codes()).indexOf(code);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** The country of every row, if it is one; empty where there are several, or none. */
    String country() {
        return rows.stream().map(Line::country).distinct().count() == 1
                ? rows.iterator().next().country()
                : "";
    }

    /** Adds a row, to be filled; false if it is there. */
    boolean add(Line row) {
        return rows.add(row);
    }

    boolean add(Column column) {
        return columns.add(column);
    }

    /** The number of a cell; null while nobody was counted. */
    @Nullable
    Long count(Line row, Column column) {
        Long sum = null;
        for (String id : at(row, column)) {
            Long count = count(id);
            if (count != null) {
                sum = (sum == null ? 0 : sum) + count;
            }
        }
        return sum;
    }

    /** How many entries a cell has. */
    int entries(Line row, Column column) {
        return at(row, column).size();
    }

    /** Writes the number of a cell; null where nobody is counted any more. */
    Written write(Line row, Column column, @Nullable Long number) {
        writing = true;
        try {
            return written(row, column, number);
        } finally {
            writing = false;
        }
    }

    /** Whether a cell is being written: an item that is half made is no row of the table. */
    boolean isWriting() {
        return writing;
    }

    private Written written(Line row, Column column, @Nullable Long number) {
        rows.add(row);
        columns.add(column);
        List<String> ids = at(row, column);
        if (Objects.equals(count(row, column), number)) {
            return Written.DONE;
        }
        if (ids.isEmpty()) {
            if (number != null) {
                String id = items.add();
                set(id, "role", row.role());
                set(id, "country", row.country());
                set(id, "sex", column.sex());
                set(id, "ageBand", column.ageBand());
                entry(id, "count").set(Json.of(number));
            }
            return Written.DONE;
        }
        if (ids.size() == 1) {
            String id = ids.get(0);
            if (number == null && isPlain(id)) {
                items.remove(id);
            } else {
                entry(id, "count").set(number == null ? null : Json.of(number));
            }
            return Written.DONE;
        }
        long others = 0;
        for (String id : ids.subList(1, ids.size())) {
            Long count = count(id);
            others += count == null ? 0 : count;
        }
        if (number == null || number < others) {
            return Written.REFUSED;
        }
        entry(ids.get(0), "count").set(Json.of(number - others));
        return Written.ONE_OF_SEVERAL;
    }

    long total(Line row) {
        return columns.stream().mapToLong(column -> or0(count(row, column))).sum();
    }

    long total(Column column) {
        return rows.stream().mapToLong(row -> or0(count(row, column))).sum();
    }

    long total() {
        return rows.stream().mapToLong(this::total).sum();
    }

    /** How many people are listed by name of a record. */
    int listed() {
        return form.set(field(form, "participants")).members().size();
    }

    /** Whether the table is what counts: where anybody is counted in it, the list is not, as in every report. */
    boolean counts() {
        return live().stream().anyMatch(id -> or0(count(id)) > 0);
    }

    private static long or0(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private List<String> live() {
        return items.ids().stream().filter(id -> !items.isRemoved(id)).toList();
    }

    private List<String> at(Line row, Column column) {
        return live().stream()
                .filter(id -> row.equals(new Line(text(id, "role"), text(id, "country")))
                        && column.equals(new Column(text(id, "sex"), text(id, "ageBand"))))
                .toList();
    }

    private String text(String id, String member) {
        return form.value(items.place(id).member(member)) instanceof Json.Text text ? text.value() : "";
    }

    private @Nullable Long count(String id) {
        return form.value(items.place(id).member("count")) instanceof Json.Int number ? number.value() : null;
    }

    /** Whether an item holds nothing but what the table shows. */
    private boolean isPlain(String id) {
        return UnknownPaths.members(form.value(items.place(id)), items.members())
                .isEmpty();
    }

    private void set(String id, String member, String code) {
        if (!code.isEmpty()) {
            entry(id, member).set(Json.of(code));
        }
    }

    private Entry entry(String id, String member) {
        return form.entry(
                items.place(id).member(member),
                Objects.requireNonNull(items.members().get(member)));
    }
}
