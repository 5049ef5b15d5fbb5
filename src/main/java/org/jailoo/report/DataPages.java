package org.jailoo.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a {@link DataSheet} into a workbook: on as many sheets as its rows and its columns need. */
final class DataPages {
    /** What a sheet of any workbook holds. */
    static final Size EXCEL = new Size(1_048_576, 16_384);

    /** How many rows and columns a sheet holds. */
    record Size(int rows, int columns) {}

    private static final int HEADER_ROWS = 2;

    private final DataSheet sheet;
    private final Words words;
    private final Size size;
    private final List<DataColumn> columns;
    private final List<Integer> widths;

    DataPages(DataSheet sheet, Words words, Size size) {
        this.sheet = sheet;
        this.words = words;
        this.size = size;
        this.columns = sheet.columns();
        this.widths = sheet.widths();
    }

    /** Hands over the rows of a sheet, from the first to the last, as often as it is asked. */
    interface Rows {
        void each(java.util.function.Consumer<List<Cell>> take);
    }

    /**
     * Writes all rows.
     *
     * @param lists where the values of a codebook stand, for what is edited; empty where they are not offered
     */
    void write(Book book, String name, Rows rows, Map<String, String> lists) throws IOException {
        String next = name;
        for (List<Integer> slice : slices()) {
            Writing writing = new Writing(book, name, slice, lists);
            writing.begin(next);
            try {
                rows.each(writing::row);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            next = "";
        }
    }

    /** The places of the cells that stand on a sheet together; each begins with the id of the record. */
    private List<List<Integer>> slices() {
        List<List<Integer>> slices = new ArrayList<>();
        List<Integer> open = new ArrayList<>(List.of(0));
        int taken = 1;
        for (int i = 1; i < widths.size(); i++) {
            if (taken + widths.get(i) > size.columns()) {
                slices.add(open);
                open = new ArrayList<>(List.of(0));
                taken = 1;
            }
            open.add(i);
            taken += widths.get(i);
        }
        slices.add(open);
        return slices;
    }

    private final class Writing {
        private final Book book;
        private final String name;
        private final List<Integer> slice;
        private final List<Integer> cellsOf;
        private final Map<String, String> lists;
        private @Nullable Page page;

        Writing(Book book, String name, List<Integer> slice, Map<String, String> lists) {
            this.book = book;
            this.name = name;
            this.slice = slice;
            this.cellsOf = slice.stream().map(widths::get).toList();
            this.lists = lists;
        }

        Page begin(String given) throws IOException {
            Page begun = book.page(given.isEmpty() ? book.name(name) : given, inCharacters(), HEADER_ROWS);
            int count = cellsOf.stream().mapToInt(w -> w).sum();
            List<Integer> ones = java.util.Collections.nCopies(count, 1);
            begun.wideRow(Look.HEADER, header(true), ones);
            begun.wideRow(Look.CODES, header(false), ones);
            book.offer(new Book.Columns(HEADER_ROWS - 1, count, offered(), words.text("workbook.column.refused")));
            page = begun;
            return begun;
        }

        void row(List<Cell> cells) {
            try {
                Page at = page;
                if (at == null || at.rows() >= size.rows()) {
                    at = begin("");
                }
                List<Cell> these = slice.size() == cells.size()
                        ? cells
                        : slice.stream().map(cells::get).toList();
                at.wideRow(Look.BULK, these, cellsOf);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Map<Integer, String> offered() {
            Map<Integer, String> offered = new LinkedHashMap<>();
            int at = 0;
            for (int i : slice) {
                String codebook = i == 0 ? null : columns.get(i - 1).choice();
                if (codebook != null && lists.containsKey(codebook)) {
                    offered.put(at, lists.get(codebook));
                }
                at += widths.get(i);
            }
            return offered;
        }

        private List<Double> inCharacters() {
            List<Double> list = new ArrayList<>();
            for (int i : slice) {
                for (int part = 0; part < widths.get(i); part++) {
                    list.add(width(i == 0 ? null : columns.get(i - 1)));
                }
            }
            return list;
        }

        private List<Cell> header(boolean labels) {
            List<Cell> cells = new ArrayList<>();
            for (int i : slice) {
                String title = labels
                        ? i == 0 ? sheet.idLabel() : sheet.label(columns.get(i - 1))
                        : i == 0 ? "record" : sheet.name(columns.get(i - 1));
                cells.add(Cell.of(title));
                for (int part = 2; part <= widths.get(i); part++) {
                    cells.add(Cell.of(words.text("workbook.column.continued", title, part)));
                }
            }
            return cells;
        }
    }

    private static double width(@Nullable DataColumn column) {
        if (column == null) {
            // An id as a whole: it is copied from here.
            return 38;
        }
        return switch (column.part()) {
            case VALUE -> column.isLong() ? 48 : column.several() != null ? 32 : column.isDate() ? 14 : 22;
            case FIRST_DAY, LAST_DAY -> 18;
            case FLAG -> 16;
        };
    }
}
