package org.jailoo.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jailoo.consent.Disclosed;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.consent.Guarded;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;

/** How many records of each type there are, how many of them are made up, and what was left out of every count and why. */
final class Inventory {
    /** The numbers of one type. */
    private static final class Numbers {
        private long all;
        private long deleted;
        private long purged;
        private long incomplete;
        private long contradicted;
        private long synthetic;
        private long counted;
        private long thereAndNotCounted;
        private final Map<Answer, Long> leftOut = new EnumMap<>(Answer.class);
        private final Map<Answer, Long> notShown = new EnumMap<>(Answer.class);
        private long quotations;
        private long withoutParts;
    }

    /** What was left out of one type for one reason. */
    record LeftOut(Kind kind, String type, Answer reason, long number) {}

    /** What is left out. */
    enum Kind {
        /** Records, of every count. */
        COUNT,
        /** Records, of what is shown row by row. */
        ROW,
        /** Quotations in records that are shown. */
        QUOTATION,
        /** Records that are shown without what is for the team alone. */
        PART
    }

    private static final String EVERYTHING = "records/";
    private static final String DELETED = "deleted";
    private static final String PURGED = "purged";
    private static final String COUNTED = "counted";
    private static final String NOT_COUNTED = "not-counted";

    /** Records of these types are none of people, nor of what was done to them. */
    private static final Set<String> NOT_OF_PEOPLE = Set.of("campaign", "focusGroup", "recommendation");

    /** The columns of the table, after the kind of record; the first is all. */
    private static final List<String> COLUMNS =
            List.of("", DELETED, PURGED, "incomplete", "contradicted", "synthetic", COUNTED);

    private final Map<String, Numbers> types = new LinkedHashMap<>();
    private final Trace trace;

    Inventory(Trace trace) {
        this.trace = trace;
    }

    /** The records of a type of which something is so; all without a word. */
    private static Quantity records(String type, String what) {
        Quantity all = Quantity.all("records/" + type);
        return what.isEmpty() ? all : all.where("what", what);
    }

    /** Whether records of a type are of people, or tell what was done to them. */
    static boolean isOfPeople(String type) {
        return !NOT_OF_PEOPLE.contains(type);
    }

    /** Whether a number of records says how many campaigns, meetings or recommendations there are. */
    static boolean isNotOfPeople(Quantity quantity) {
        return quantity.subject().startsWith(EVERYTHING)
                && NOT_OF_PEOPLE.contains(quantity.subject().substring(EVERYTHING.length()));
    }

    /** What was left out of a type for a reason. */
    static Quantity quantity(LeftOut each) {
        return quantity(each.kind(), each.type(), each.reason());
    }

    private static Quantity quantity(Kind kind, String type, Answer reason) {
        return switch (kind) {
            case COUNT -> records(type, NOT_COUNTED).where("reason", reason.name());
            case ROW -> records(type, "not-shown").where("reason", reason.name());
            case QUOTATION -> Quantity.all("quotations/" + type).where("reason", reason.name());
            case PART -> records(type, "without-parts");
        };
    }

    void take(Guarded record, Answer counting, Disclosed shown) {
        Numbers numbers = types.computeIfAbsent(record.type(), t -> new Numbers());
        String type = record.type();
        numbers.all += one(type, "", true);
        numbers.purged += one(type, PURGED, record.purged());
        numbers.deleted += one(type, DELETED, record.deleted() && !record.purged());
        boolean there = !record.purged() && !record.deleted();
        numbers.incomplete += one(type, "incomplete", there && record.incomplete());
        numbers.contradicted += one(type, "contradicted", there && record.contradicted());
        numbers.synthetic += one(type, "synthetic", there && record.synthetic());
        numbers.counted += one(type, COUNTED, counting.isYes());
        numbers.thereAndNotCounted += one(type, NOT_COUNTED, there && !counting.isYes());
        if (!counting.isYes()) {
            numbers.leftOut.merge(counting, 1L, Long::sum);
            trace.note(this, quantity(Kind.COUNT, type, counting));
        }
        if (shown.quotationsLeftOut() > 0) {
            numbers.quotations += shown.quotationsLeftOut();
            trace.note(this, quantity(Kind.QUOTATION, type, Answer.QUOTING_NOT_GRANTED), shown.quotationsLeftOut());
        }
        numbers.withoutParts += one(type, "without-parts", shown.withoutSensitive());
        if (!shown.answer().isYes()) {
            numbers.notShown.merge(shown.answer(), 1L, Long::sum);
            trace.note(this, quantity(Kind.ROW, type, shown.answer()));
        }
    }

    private long one(String type, String what, boolean so) {
        if (so && (trace.follows("records/" + type) || trace.follows(EVERYTHING))) {
            trace.note(this, records(type, what));
            trace.note(this, records("", what));
        }
        return so ? 1 : 0;
    }

    /** The records of a type that are counted. */
    static Quantity counted(String type) {
        return records(type, COUNTED);
    }

    /** The quotations of a type that nobody agreed to. */
    Cell.Count quotationsLeftOut(String type) {
        Numbers numbers = types.get(type);
        return new Cell.Count(
                numbers == null ? 0 : numbers.quotations, quantity(Kind.QUOTATION, type, Answer.QUOTING_NOT_GRANTED));
    }

    /** The records of a type that are there and in no count. */
    Cell.Count notCounted(String type) {
        Numbers numbers = types.get(type);
        return new Cell.Count(numbers == null ? 0 : numbers.thereAndNotCounted, records(type, NOT_COUNTED));
    }

    /** What was left out of every count, for another reason than that it is gone. */
    List<LeftOut> leftOut() {
        List<LeftOut> list = new ArrayList<>();
        types.forEach((type, numbers) -> add(Kind.COUNT, type, numbers.leftOut, list));
        return list;
    }

    /** What was left out of what is shown row by row, for another reason than that it is gone. */
    List<LeftOut> notShown() {
        List<LeftOut> list = new ArrayList<>();
        types.forEach((type, numbers) -> {
            add(Kind.ROW, type, numbers.notShown, list);
            add(Kind.QUOTATION, type, Map.of(Answer.QUOTING_NOT_GRANTED, numbers.quotations), list);
            add(Kind.PART, type, Map.of(Answer.SENSITIVE, numbers.withoutParts), list);
        });
        return list;
    }

    private static void add(Kind kind, String type, Map<Answer, Long> numbers, List<LeftOut> list) {
        numbers.forEach((reason, n) -> {
            if (reason != Answer.GONE && n > 0) {
                list.add(new LeftOut(kind, type, reason, n));
            }
        });
    }

    /** What is left out, as people call it. */
    static String what(LeftOut each, Words words) {
        String type = words.labels().types(each.type());
        return switch (each.kind()) {
            case COUNT, ROW -> type;
            case QUOTATION -> words.text("table.not-shown.quotations", type);
            case PART -> words.text("table.not-shown.parts", type);
        };
    }

    /** How many records are made up. */
    Cell.Count synthetic() {
        return new Cell.Count(
                types.values().stream().mapToLong(n -> n.synthetic).sum(), records("", "synthetic"));
    }

    /** Records that are there: neither deleted nor erased. */
    Cell.Count there() {
        long there = types.values().stream()
                .mapToLong(n -> n.all - n.deleted - n.purged)
                .sum();
        return new Cell.Count(there, records("", "there"));
    }

    /** What is said of the notebook beside its tables: as a table that is shown nowhere. */
    Table beside() {
        return head("beside", "", "")
                .table(
                        List.of(new Column("", Width.NORMAL)),
                        List.of(Row.plain(there()), Row.plain(synthetic())),
                        List.of(new Relation(
                                Relation.Kind.SUM,
                                records("", ""),
                                List.of(records("", "there"), records("", DELETED), records("", PURGED)))));
    }

    /** Why something does not go, as people read it. */
    static String reason(Answer reason, Words words) {
        return words.text(
                "table.reason." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    List<Table> tables(Words words) {
        List<Row> rows = new ArrayList<>();
        long[] sums = new long[7];
        types.forEach((type, n) -> {
            long[] line = {n.all, n.deleted, n.purged, n.incomplete, n.contradicted, n.synthetic, n.counted};
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(words.labels().types(type)));
            for (int i = 0; i < line.length; i++) {
                cells.add(new Cell.Count(line[i], records(type, COLUMNS.get(i))));
                sums[i] += line[i];
            }
            rows.add(new Row(cells, Table.Sort.PLAIN));
        });
        List<Cell> last = new ArrayList<>();
        last.add(Cell.of(words.total()));
        for (int i = 0; i < sums.length; i++) {
            last.add(new Cell.Count(sums[i], records("", COLUMNS.get(i))));
        }
        rows.add(new Row(last, Table.Sort.TOTAL));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.text("table.records.type"), Width.WIDE));
        for (String title : List.of(
                words.text("table.records.all"),
                words.text("table.records.deleted"),
                words.text("table.records.purged"),
                words.text("table.records.incomplete"),
                words.text("table.records.contradicted"),
                words.text("table.records.synthetic"),
                words.text("table.records.counted"))) {
            columns.add(new Column(title, Width.NORMAL));
        }
        List<Table> tables = new ArrayList<>();
        tables.add(head("records", words.text("table.records.title"), words.text("table.records.base"))
                .table(columns, rows, relations()));
        if (!leftOut().isEmpty()) {
            tables.add(table(
                    head("left-out", words.text("table.left-out.title"), words.text("table.left-out.base")),
                    leftOut(),
                    words));
        }
        if (!notShown().isEmpty()) {
            tables.add(table(
                    head("not-shown", words.text("table.not-shown.title"), words.text("table.not-shown.base")),
                    notShown(),
                    words));
        }
        return tables;
    }

    /** All of a type are those counted, those that are gone, and those left out; and all types make up everything. */
    private List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        for (String what : COLUMNS) {
            relations.add(new Relation(
                    Relation.Kind.SUM,
                    records("", what),
                    types.keySet().stream().map(type -> records(type, what)).toList()));
        }
        types.keySet().forEach(type -> relations.addAll(relations(type)));
        return relations;
    }

    private List<Relation> relations(String type) {
        Quantity all = records(type, "");
        List<Relation> relations = new ArrayList<>();
        relations.add(new Relation(
                Relation.Kind.SUM,
                all,
                Stream.of(COUNTED, DELETED, PURGED, NOT_COUNTED)
                        .map(what -> records(type, what))
                        .toList()));
        relations.add(new Relation(
                Relation.Kind.WITHIN,
                all,
                Stream.of("incomplete", "contradicted", "synthetic")
                        .map(what -> records(type, what))
                        .toList()));
        List<Quantity> reasons = leftOut().stream()
                .filter(each -> each.type().equals(type))
                .map(Inventory::quantity)
                .toList();
        if (!reasons.isEmpty()) {
            relations.add(new Relation(Relation.Kind.SUM, records(type, NOT_COUNTED), reasons));
        }
        return relations;
    }

    /** No line of what was left out or is not shown is more than all records of its type, quotations apart. */
    private static List<Relation> relations(List<LeftOut> leftOut) {
        return leftOut.stream()
                .filter(each -> each.kind() != Kind.QUOTATION)
                .map(each -> new Relation(Relation.Kind.WITHIN, records(each.type(), ""), List.of(quantity(each))))
                .toList();
    }

    private static Table table(Head head, List<LeftOut> leftOut, Words words) {
        List<Row> rows = new ArrayList<>();
        for (LeftOut each : leftOut) {
            rows.add(Row.plain(
                    Cell.of(what(each, words)),
                    Cell.of(reason(each.reason(), words)),
                    new Cell.Count(each.number(), quantity(each))));
        }
        return head.table(
                List.of(
                        new Column(words.text("table.records.type"), Width.WIDE),
                        new Column(words.text("table.left-out.reason"), Width.WIDE),
                        new Column(words.text("table.column.number"), Width.NORMAL)),
                rows,
                relations(leftOut));
    }

    private static Head head(String key, String title, String note) {
        return new Head(key, Topic.NOTEBOOK, Counted.RECORDS, "", title, note);
    }
}
