package org.jailoo.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.sheet.ReturnedSheet.Edited;
import org.jspecify.annotations.Nullable;

/** Reads a sheet that came back from the office. Rows may stand in any order; columns may have been added and moved. */
public final class SheetReader {
    static final int MOST_ROWS = 20_000;
    private static final int LOOK_FOR_CODES = 50;
    private static final int MOST_COLUMNS = 200;

    private final TechnicalSheet technical;
    private final Sheet sheet;
    private final EditedCells edits;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final List<Edited> rows = new ArrayList<>();
    private final List<String> emptied = new ArrayList<>();
    private int unchanged;

    private SheetReader(TechnicalSheet technical, Sheet sheet) {
        this.technical = technical;
        this.sheet = sheet;
        this.edits = new EditedCells(technical);
    }

    /**
     * Reads a workbook.
     *
     * @param password empty where there is none
     * @throws SheetRefused if it is no sheet of ours, or cannot be read at all
     */
    public static ReturnedSheet read(byte[] bytes, char[] password) throws SheetRefused {
        byte[] workbook = Container.workbook(bytes, password);
        try (OPCPackage container = OPCPackage.open(new ByteArrayInputStream(workbook));
                XSSFWorkbook book = new XSSFWorkbook(container)) {
            ReturnedSheet read = read(book);
            // Nothing is written back.
            container.revert();
            return read;
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                | ClassCastException
                | RecordFormatException e) {
            // The file was opened; whatever its reader stumbles on is the file's fault.
            throw new SheetRefused(Reason.DAMAGED);
        }
    }

    private static ReturnedSheet read(Workbook book) throws SheetRefused {
        TechnicalSheet technical = TechnicalSheet.read(book);
        Sheet found = null;
        for (Sheet each : book) {
            if (codes(each) >= 0 && !each.getSheetName().equals(Technical.NAME)) {
                if (found != null) {
                    throw new SheetRefused(new Refusal(Reason.SHEET_TWICE, each.getSheetName(), "", ""));
                }
                found = each;
            }
        }
        if (found == null) {
            throw new SheetRefused(Reason.SHEET_MISSING);
        }
        SheetReader reader = new SheetReader(technical, found);
        reader.refusals.addAll(technical.refusals());
        if (reader.columns()) {
            reader.rows();
        }
        return new ReturnedSheet(
                technical.head(), found.getSheetName(), reader.rows, reader.unchanged, reader.emptied, reader.refusals);
    }

    /** The row that tells the columns; -1 where there is none. */
    private static int codes(Sheet sheet) {
        for (int i = sheet.getFirstRowNum(); i >= 0 && i <= Math.min(sheet.getLastRowNum(), LOOK_FOR_CODES); i++) {
            Row row = sheet.getRow(i);
            for (int at = 0; row != null && at < Math.min(row.getLastCellNum(), MOST_COLUMNS); at++) {
                if (isCode(CellContent.of(row.getCell(at)).text())) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean isCode(String text) {
        for (Column column : Column.values()) {
            if (column.code().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private void refuse(Reason reason, int row, int column, String said) {
        refusals.add(new Refusal(reason, sheet.getSheetName(), address(row, column), said));
    }

    private static String address(int row, int column) {
        return new CellReference(row, column, false, false).formatAsString();
    }

    /** Finds the columns; false where the rows cannot be read for want of one. */
    private boolean columns() {
        int codes = codes(sheet);
        Row row = sheet.getRow(codes);
        for (int at = 0; at < Math.min(row.getLastCellNum(), MOST_COLUMNS); at++) {
            String code = CellContent.of(row.getCell(at)).text();
            for (Column column : Column.values()) {
                if (column.code().equals(code) && columns.putIfAbsent(column, at) != null) {
                    refuse(Reason.COLUMN_TWICE, codes, at, heading(column));
                }
            }
        }
        for (Column column : Column.values()) {
            Integer at = columns.get(column);
            if (at == null) {
                refusals.add(new Refusal(Reason.COLUMN_MISSING, sheet.getSheetName(), "", heading(column)));
                continue;
            }
            Row headings = sheet.getRow(codes + 1);
            CellContent content = CellContent.of(headings == null ? null : headings.getCell(at));
            if (content.not() != null || !content.text().strip().equals(heading(column))) {
                refuse(Reason.HEADING_CHANGED, codes + 1, at, heading(column));
            }
        }
        return columns.size() == Column.values().length;
    }

    private String heading(Column column) {
        return technical.head().headings().get(column.place());
    }

    private void rows() throws SheetRefused {
        int first = codes(sheet) + 2;
        if (sheet.getLastRowNum() > MOST_ROWS) {
            throw new SheetRefused(new Refusal(Reason.TOO_MANY_ROWS, sheet.getSheetName(), "", ""));
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            boolean ours = columns.values().stream().anyMatch(merged::containsColumn);
            if (ours && merged.getLastRow() >= first) {
                refuse(Reason.MERGED, merged.getFirstRow(), merged.getFirstColumn(), merged.formatAsString());
            }
        }
        Map<String, String> seen = new HashMap<>();
        for (int i = first; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            if (row != null) {
                row(row, seen);
            }
        }
        refusals.sort(Comparator.comparing((Refusal r) -> rowOf(r.cell())).thenComparing(r -> columnOf(r.cell())));
    }

    private static int rowOf(String cell) {
        return cell.isEmpty() ? -1 : new CellReference(cell).getRow();
    }

    private static int columnOf(String cell) {
        return cell.isEmpty() ? -1 : new CellReference(cell).getCol();
    }

    private @Nullable Cell cell(Row row, Column column) {
        return row.getCell(columns.getOrDefault(column, 0));
    }

    private void row(Row row, Map<String, String> seen) {
        Map<Column, CellContent> cells = new EnumMap<>(Column.class);
        List<String> addresses = new ArrayList<>();
        for (Column column : Column.values()) {
            cells.put(column, CellContent.of(cell(row, column)));
            addresses.add(address(row.getRowNum(), columns.getOrDefault(column, 0)));
        }
        CellContent id = cells.getOrDefault(Column.RECORD, new CellContent("", null));
        String at = addresses.get(Column.RECORD.place());
        if (id.isBlank()) {
            for (Column column : Column.values()) {
                CellContent content = cells.getOrDefault(column, id);
                if (!content.isBlank()) {
                    refusals.add(new Refusal(
                            Reason.ROW_WITHOUT_RECORD,
                            sheet.getSheetName(),
                            addresses.get(column.place()),
                            content.text()));
                    return;
                }
            }
            return;
        }
        String record = id.text().strip();
        SheetRow given = technical.row(record);
        if (id.not() == Reason.FORMULA || id.not() == Reason.ERROR_VALUE) {
            refusals.add(new Refusal(id.not(), sheet.getSheetName(), at, id.text()));
            return;
        }
        String before = seen.putIfAbsent(record, at);
        if (before != null) {
            refusals.add(new Refusal(Reason.ROW_TWICE, sheet.getSheetName(), at, before));
        } else if (given == null && !technical.isBroken(record)) {
            refusals.add(new Refusal(Reason.UNKNOWN_RECORD, sheet.getSheetName(), at, record));
        } else if (given != null) {
            EditedCells.Row read = edits.read(given, cells);
            read.refused()
                    .forEach((column, refused) -> refusals.add(new Refusal(
                            refused.reason(), sheet.getSheetName(), addresses.get(column.place()), refused.said())));
            read.emptied().forEach(column -> emptied.add(addresses.get(column.place())));
            if (read.isChanged()) {
                rows.add(new Edited(
                        given,
                        row.getRowNum() + 1,
                        row.getZeroHeight(),
                        read.value(Column.STATUS),
                        read.value(Column.RESPONSIBLE),
                        read.value(Column.PROGRESS),
                        addresses));
            } else if (read.refused().isEmpty()) {
                unchanged++;
            }
        }
    }
}
