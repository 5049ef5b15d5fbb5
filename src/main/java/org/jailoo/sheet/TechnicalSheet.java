package org.jailoo.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** Reads the hidden sheet: what the office was given. */
final class TechnicalSheet {
    private static final int LINE_STATUS = 3;

    private final Sheet sheet;
    private final SheetHead head;
    private final Map<String, SheetRow> rows = new LinkedHashMap<>();
    /** By record, whether the cell of each column showed all of its text. */
    private final Map<String, String> whole = new LinkedHashMap<>();

    private final Set<String> broken = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private TechnicalSheet(Sheet sheet, SheetHead head) {
        this.sheet = sheet;
        this.head = head;
    }

    static TechnicalSheet read(Workbook book) throws SheetRefused {
        Sheet sheet = book.getSheet(Technical.NAME);
        if (sheet == null) {
            throw new SheetRefused(Reason.NOT_OUR_SHEET);
        }
        List<String> meta = line(sheet, 0);
        String version = meta.isEmpty() ? "" : meta.get(0);
        if (!version.equals(Technical.VERSION)) {
            throw new SheetRefused(
                    version.matches("jailoo-sheet/[0-9]{1,9}") ? Reason.NEWER_VERSION : Reason.NOT_OUR_SHEET);
        }
        List<String> headings = line(sheet, 1);
        List<String> codes = line(sheet, 2);
        List<String> labels = line(sheet, LINE_STATUS);
        if (meta.size()
                        != Technical.meta(new SheetHead("", "", "", "", List.of(), List.of()))
                                .size()
                || headings.size() != Column.values().length
                || codes.isEmpty()
                || codes.size() != labels.size()) {
            throw new SheetRefused(new Refusal(Reason.TECHNICAL_CHANGED, Technical.NAME, "A1", ""));
        }
        List<SheetHead.Status> statuses = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            statuses.add(new SheetHead.Status(codes.get(i), labels.get(i)));
        }
        TechnicalSheet read = new TechnicalSheet(
                sheet, new SheetHead(meta.get(1), meta.get(2), meta.get(3), meta.get(4), headings, statuses));
        read.rows();
        return read;
    }

    private void rows() throws SheetRefused {
        if (sheet.getLastRowNum() > SheetReader.MOST_ROWS) {
            throw new SheetRefused(new Refusal(Reason.TOO_MANY_ROWS, Technical.NAME, "", ""));
        }
        for (int i = Technical.ROWS; i <= sheet.getLastRowNum(); i++) {
            List<String> cells = line(sheet, i);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            SheetRow row = row(cells);
            if (row == null || rows.containsKey(row.record())) {
                refusals.add(new Refusal(Reason.TECHNICAL_CHANGED, Technical.NAME, "A" + (i + 1), ""));
                broken.add(cells.get(0));
            } else {
                rows.put(row.record(), row);
                whole.put(row.record(), cells.get(Technical.WHOLE));
            }
        }
    }

    /** Null where the row is not as it was written. */
    private @Nullable SheetRow row(List<String> cells) {
        while (cells.size() <= Technical.SUM) {
            cells.add("");
        }
        if (!cells.get(Technical.SUM).equals(Technical.sum(head, cells.subList(0, Technical.SUM)))) {
            return null;
        }
        List<String> values = cells.subList(Technical.VALUES, Technical.SUM);
        String parents = cells.get(Technical.PARENTS);
        return new SheetRow(
                cells.get(0),
                parents.isEmpty() ? List.of() : List.of(parents.split(" ", -1)),
                new SheetRow.Given(
                        values.get(Column.NUMBER.place()),
                        values.get(Column.PLAN.place()),
                        values.get(Column.TEXT.place()),
                        values.get(Column.ADDRESSEES.place()),
                        values.get(Column.DUE.place()),
                        values.get(Column.LAST.place())),
                values.get(Column.STATUS.place()),
                values.get(Column.RESPONSIBLE.place()),
                cells.get(Technical.ROLE),
                values.get(Column.PROGRESS.place()),
                cells.get(Technical.ITEM));
    }

    private static List<String> line(Sheet sheet, int at) {
        List<String> cells = new ArrayList<>();
        Row row = sheet.getRow(at);
        for (int i = 0; row != null && i < Math.min(row.getLastCellNum(), 100); i++) {
            cells.add(CellContent.of(row.getCell(i)).text());
        }
        while (!cells.isEmpty()
                && at < Technical.ROWS
                && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    SheetHead head() {
        return head;
    }

    /** The row of a record; null where none went out. */
    @Nullable
    SheetRow row(String record) {
        return rows.get(record);
    }

    /** Whether the row of a record went out and is not as it was written. */
    boolean isBroken(String record) {
        return broken.contains(record);
    }

    boolean isWhole(String record, Column column) {
        return whole.getOrDefault(record, "").startsWith("1", column.place());
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
