package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What was left out of every count, and of what is shown row by row, as the tables tell it to an audience: a number that
 * might lead to a person is hidden here as it is there.
 */
record LeftOutLines(List<Line> counts, List<Line> rows) {
    /** So many of something for a reason. */
    record Line(String what, String reason, Cell number) {}

    /** What these tables, which are those of an audience, say of it. */
    static LeftOutLines of(List<Table> tables) {
        return new LeftOutLines(lines("left-out", tables), lines("not-shown", tables));
    }

    private static List<Line> lines(String key, List<Table> tables) {
        List<Line> lines = new ArrayList<>();
        for (Table table : tables) {
            if (table.key().equals(key)) {
                for (Table.Row row : table.rows()) {
                    List<Cell> cells = row.cells();
                    lines.add(new Line(text(cells.get(0)), text(cells.get(1)), cells.get(2)));
                }
            }
        }
        return lines;
    }

    /** A sentence each. */
    List<String> sentences(Words words) {
        List<String> sentences = new ArrayList<>();
        for (Line line : counts) {
            sentences.add(words.text("table.left-out.line", line.what(), line.reason(), number(line.number(), words)));
        }
        for (Line line : rows) {
            sentences.add(words.text("table.not-shown.line", line.what(), line.reason(), number(line.number(), words)));
        }
        return sentences;
    }

    private static Object number(Cell cell, Words words) {
        return cell instanceof Cell.Count count ? (Object) count.value() : words.text("table.small.said");
    }

    private static String text(Cell cell) {
        return cell instanceof Cell.Text text ? text.value() : "";
    }
}
