package org.jailoo.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jailoo.intake.IntakeRefused.Reason;

/** A grid in the making, which stops at the limits that keep a small laptop alive. */
final class GridBuilder {
    static final int MAX_ROWS = 100_000;
    static final int MAX_COLUMNS = 512;
    static final long MAX_LETTERS = 20_000_000;

    private final Progress progress;
    private final TreeMap<Integer, List<String>> rows = new TreeMap<>();
    private long letters;
    private int length;

    GridBuilder(Progress progress) {
        this.progress = progress;
    }

    /** Puts a cell where it stands; both count from 0. A place before the first, or two cells in one, no program writes. */
    void put(int row, int column, String text) throws IntakeRefused {
        if (row < 0 || column < 0) {
            throw new IntakeRefused(Reason.DAMAGED);
        }
        String clean = clean(text);
        if (clean.isEmpty()) {
            return;
        }
        letters += clean.length();
        if (row >= MAX_ROWS || column >= MAX_COLUMNS || letters > MAX_LETTERS) {
            throw new IntakeRefused(Reason.TOO_LARGE, row + 1L);
        }
        List<String> cells = rows.computeIfAbsent(row, r -> {
            progress.rows(r);
            return new ArrayList<>();
        });
        while (cells.size() <= column) {
            cells.add("");
        }
        if (!cells.set(column, clean).isEmpty()) {
            throw new IntakeRefused(Reason.DAMAGED, row + 1L);
        }
    }

    /** Says that there is a row, be it empty. */
    void row(int row) throws IntakeRefused {
        if (row >= MAX_ROWS) {
            throw new IntakeRefused(Reason.TOO_LARGE, row + 1L);
        }
        length = Math.max(length, row + 1);
    }

    /**
     * Writes the first cell of a merged region into the cells below it, in rows that hold something of their own: a
     * person sees it beside each of them.
     */
    void spreadDown(int firstRow, int lastRow, int column) {
        List<String> first = rows.get(firstRow);
        if (first == null || column >= first.size() || first.get(column).isEmpty()) {
            return;
        }
        rows.subMap(firstRow, false, lastRow, true).values().forEach(cells -> {
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, first.get(column));
        });
    }

    Grid grid() throws IntakeRefused {
        if (rows.isEmpty()) {
            throw new IntakeRefused(Reason.EMPTY);
        }
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < Math.max(length, rows.lastKey() + 1); i++) {
            all.add(new Row(i + 1, rows.getOrDefault(i, Collections.emptyList())));
        }
        return new Grid(all);
    }

    /** Without space around it, and with one kind of line end; a lone surrogate, which no record holds, is marked. */
    private static String clean(String text) {
        String clean = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .strip();
        boolean broken = clean.codePoints().anyMatch(p -> (p >= 0xD800 && p <= 0xDFFF) || p == 0);
        if (!broken) {
            return clean;
        }
        StringBuilder mended = new StringBuilder();
        clean.codePoints()
                .map(p -> (p >= 0xD800 && p <= 0xDFFF) || p == 0 ? 0xFFFD : p)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
