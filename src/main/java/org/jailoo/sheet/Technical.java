package org.jailoo.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The hidden sheet: what the office was given, row by row, each with a sum that shows whether anybody changed it. So what
 * was edited is told from what was there, and a row that was moved from its record is noticed.
 */
final class Technical {
    static final String NAME = "_jailoo";
    static final String VERSION = "jailoo-sheet/1";

    /** The cells of a row: the record, its heads, the items, then what stood in each column. */
    static final int PARENTS = 1;

    static final int ROLE = 2;
    static final int ITEM = 3;
    static final int WHOLE = 4;
    static final int VALUES = 5;
    static final int SUM = VALUES + Column.values().length;
    /** The rows of the head, before those of the records. */
    static final int ROWS = 4;

    private Technical() {}

    /** The cells of a row of a record, with its sum. */
    static List<String> cells(SheetHead head, SheetRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.record());
        cells.add(String.join(" ", row.parents()));
        cells.add(row.role());
        cells.add(row.item());
        StringBuilder whole = new StringBuilder();
        for (Column column : Column.values()) {
            whole.append(SheetText.isWhole(row.in(column)) ? '1' : '0');
        }
        cells.add(whole.toString());
        for (Column column : Column.values()) {
            cells.add(SheetText.shown(row.in(column)));
        }
        cells.add(sum(head, cells));
        return cells;
    }

    static List<String> meta(SheetHead head) {
        return List.of(VERSION, head.notebook(), head.campaign(), head.quarter(), head.language());
    }

    static List<String> codes(SheetHead head) {
        return head.statuses().stream().map(SheetHead.Status::code).toList();
    }

    static List<String> labels(SheetHead head) {
        return head.statuses().stream().map(SheetHead.Status::label).toList();
    }

    /** Over the head and the cells of a row; not against somebody who means harm, whose entries are seen in the preview. */
    static String sum(SheetHead head, List<String> cells) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (List<String> all : List.of(meta(head), head.headings(), codes(head), labels(head), cells)) {
                sha.update((all.size() + ";").getBytes(StandardCharsets.US_ASCII));
                for (String cell : all) {
                    byte[] bytes = SheetText.normal(cell).getBytes(StandardCharsets.UTF_8);
                    sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                    sha.update(bytes);
                }
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
