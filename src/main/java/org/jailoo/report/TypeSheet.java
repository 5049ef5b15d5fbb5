package org.jailoo.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jailoo.consent.Reading;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/** The sheet of a type: a row for each record of which something may go to the audience. Measured first, then written. */
final class TypeSheet {
    /** The rows of a sheet. */
    private static final int MAX_ROWS = 1_048_576;

    private static final int HEADER_ROWS = 2;

    private final RecordType type;
    private final Words words;
    private final TypeColumns columns;
    private final int maxRows;
    /** The names of other records are not known yet while records are measured. */
    private final Values measuring;

    private final List<Integer> widths = new ArrayList<>();
    private long records;

    TypeSheet(RecordType type, Asked asked, TypeColumns columns) {
        this(type, asked, columns, MAX_ROWS);
    }

    /** A test has sheets of fewer rows. */
    TypeSheet(RecordType type, Asked asked, TypeColumns columns, int maxRows) {
        this.type = type;
        this.words = asked.words();
        this.columns = columns;
        this.maxRows = maxRows;
        this.measuring = new Values(words, Names.longest());
        for (int i = 0; i < columns.list().size() + 1; i++) {
            widths.add(1);
        }
    }

    /** How long the texts of a record are: a column that holds a long one is given more than one. */
    void measure(Shown record) {
        if (!record.disclosed().answer().isYes()) {
            return;
        }
        records++;
        List<Cell> cells = cells(record, measuring);
        for (int i = 0; i < cells.size(); i++) {
            widths.set(i, Math.max(widths.get(i), Page.columns(cells.get(i))));
        }
    }

    long records() {
        return records;
    }

    String title() {
        return words.labels().types(type.name());
    }

    private List<Cell> cells(Shown record, Values values) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(record.id()));
        cells.addAll(columns.cells(record, values));
        return cells;
    }

    /** Writes all records, on as many sheets as they need. */
    void write(Book book, String name, RecordSource source, Reading reading, Names names) throws IOException {
        Values values = new Values(words, names);
        Writing writing = new Writing(book, name);
        try {
            source.each(type.name(), record -> {
                Shown shown = new Shown(reading.shown(record));
                if (shown.disclosed().answer().isYes()) {
                    writing.record(cells(shown, values));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private final class Writing {
        private final Book book;
        private final String name;
        private @Nullable Page page;

        Writing(Book book, String name) throws IOException {
            this.book = book;
            this.name = name;
            this.page = begin(name);
        }

        private Page begin(String sheet) throws IOException {
            Page begun = book.page(sheet, inCharacters(), HEADER_ROWS);
            begun.wideRow(Look.HEADER, header(true), ones());
            begun.wideRow(Look.CODES, header(false), ones());
            return begun;
        }

        void record(List<Cell> cells) {
            try {
                Page at = page;
                if (at == null || at.rows() >= maxRows) {
                    at = begin(book.name(name));
                    page = at;
                }
                at.wideRow(Look.BULK, cells, widths);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Integer> ones() {
        return java.util.Collections.nCopies(widths.stream().mapToInt(w -> w).sum(), 1);
    }

    private List<Double> inCharacters() {
        List<Double> list = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            FieldKind kind = i == 0 ? null : columns.list().get(i - 1).field().kind();
            boolean wide = kind instanceof FieldKind.LongText || kind instanceof FieldKind.Items;
            for (int part = 0; part < widths.get(i); part++) {
                list.add(wide ? 40.0 : 16.0);
            }
        }
        return list;
    }

    private List<Cell> header(boolean labels) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            String code = i == 0 ? "record" : columns.list().get(i - 1).code();
            String label = i == 0
                    ? words.text("table.contradictions.record")
                    : columns.list().get(i - 1).at().label(words);
            String title = labels ? label : code;
            cells.add(Cell.of(title));
            for (int part = 2; part <= widths.get(i); part++) {
                cells.add(Cell.of(words.text("workbook.column.continued", title, part)));
            }
        }
        return cells;
    }
}
