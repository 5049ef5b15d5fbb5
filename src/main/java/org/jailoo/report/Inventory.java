package org.jailoo.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final Map<String, Numbers> types = new LinkedHashMap<>();

    void take(Guarded record, Answer counting, Disclosed shown) {
        Numbers numbers = types.computeIfAbsent(record.type(), t -> new Numbers());
        numbers.all++;
        if (record.purged()) {
            numbers.purged++;
        } else if (record.deleted()) {
            numbers.deleted++;
        } else {
            numbers.incomplete += record.incomplete() ? 1 : 0;
            numbers.contradicted += record.contradicted() ? 1 : 0;
            numbers.synthetic += record.synthetic() ? 1 : 0;
        }
        if (counting.isYes()) {
            numbers.counted++;
        } else {
            numbers.leftOut.merge(counting, 1L, Long::sum);
        }
        numbers.quotations += shown.quotationsLeftOut();
        numbers.withoutParts += shown.withoutSensitive() ? 1 : 0;
        if (!shown.answer().isYes()) {
            numbers.notShown.merge(shown.answer(), 1L, Long::sum);
        }
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

    /** All that was left out and why, a sentence each. */
    List<String> sentences(Words words) {
        List<String> sentences = new ArrayList<>();
        for (LeftOut each : leftOut()) {
            sentences.add(
                    words.text("table.left-out.line", what(each, words), reason(each.reason(), words), each.number()));
        }
        for (LeftOut each : notShown()) {
            sentences.add(
                    words.text("table.not-shown.line", what(each, words), reason(each.reason(), words), each.number()));
        }
        return sentences;
    }

    long synthetic() {
        return types.values().stream().mapToLong(n -> n.synthetic).sum();
    }

    /** Records that are there: neither deleted nor erased. */
    long there() {
        return types.values().stream()
                .mapToLong(n -> n.all - n.deleted - n.purged)
                .sum();
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
                cells.add(Cell.of(line[i]));
                sums[i] += line[i];
            }
            rows.add(new Row(cells, Table.Sort.PLAIN));
        });
        List<Cell> last = new ArrayList<>();
        last.add(Cell.of(words.total()));
        for (long sum : sums) {
            last.add(Cell.of(sum));
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
                .table(columns, rows));
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

    private static Table table(Head head, List<LeftOut> leftOut, Words words) {
        List<Row> rows = new ArrayList<>();
        for (LeftOut each : leftOut) {
            rows.add(Row.plain(
                    Cell.of(what(each, words)), Cell.of(reason(each.reason(), words)), Cell.of(each.number())));
        }
        return head.table(
                List.of(
                        new Column(words.text("table.records.type"), Width.WIDE),
                        new Column(words.text("table.left-out.reason"), Width.WIDE),
                        new Column(words.text("table.column.number"), Width.NORMAL)),
                rows);
    }

    private static Head head(String key, String title, String note) {
        return new Head(key, Topic.NOTEBOOK, Counted.RECORDS, "", title, note);
    }
}
