package org.jailoo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jailoo.app.EditedSheets.FIRST;
import static org.jailoo.app.EditedSheets.NUMBER;
import static org.jailoo.app.EditedSheets.PROGRESS;
import static org.jailoo.app.EditedSheets.RESPONSIBLE;
import static org.jailoo.app.EditedSheets.STATUS;
import static org.jailoo.app.EditedSheets.TEXT;
import static org.jailoo.app.EditedSheets.cell;
import static org.jailoo.app.EditedSheets.edited;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.record.RecordId;
import org.jailoo.sheet.Reason;

/** Forty and more ways in which a good sheet comes back damaged, each made from it; tests only. */
final class DamagedSheets {
    private static final String TECHNICAL = "_jailoo";

    private final byte[] good;
    private final Map<String, Damaged> all = new LinkedHashMap<>();

    /**
     * A damaged sheet.
     *
     * @param cell where the reason must be told to stand; empty for what is about no cell
     */
    record Damaged(Making bytes, Reason reason, String cell) {}

    /** Makes the bytes of a file. */
    interface Making {
        byte[] bytes() throws Exception;
    }

    /** Of a sheet with four rows, and a fifth for a record with two who are responsible. */
    DamagedSheets(byte[] good) {
        this.good = good;
        files();
        workbooks();
        rows();
        cells();
    }

    Map<String, Damaged> all() {
        return all;
    }

    private void file(String name, Reason reason, Making bytes) {
        all.put(name, new Damaged(bytes, reason, ""));
    }

    private void book(String name, Reason reason, String cell, EditedSheets.Edit edit) {
        all.put(name, new Damaged(() -> edited(good, edit), reason, cell));
    }

    private void files() {
        file("empty file", Reason.EMPTY_FILE, () -> new byte[0]);
        file("csv renamed", Reason.NOT_A_WORKBOOK, () -> "№;Состояние\n1;Выполнено\n".getBytes(UTF_8));
        file("pdf renamed", Reason.NOT_A_WORKBOOK, () -> "%PDF-1.7\n1 0 obj".getBytes(UTF_8));
        file("web page renamed", Reason.NOT_A_WORKBOOK, () -> "<html><table></table></html>".getBytes(UTF_8));
        file("zip without a workbook", Reason.NOT_A_WORKBOOK, () -> zip(Map.of("a.txt", new byte[10])));
        file("old workbook", Reason.OLD_WORKBOOK, DamagedSheets::oldWorkbook);
        file("with a password", Reason.PASSWORD, this::encrypted);
        file("cut in the middle", Reason.DAMAGED, () -> Arrays.copyOf(good, good.length / 2));
        file("cut at the end", Reason.DAMAGED, () -> Arrays.copyOf(good, good.length - 30));
        file("a byte changed inside", Reason.DAMAGED, this::flipped);
        file("broken container of the old kind", Reason.DAMAGED, () -> Arrays.copyOf(oldWorkbook(), 600));
        file("bomb", Reason.TOO_LARGE, () -> with("xl/media/bomb.bin", new byte[60 * 1024 * 1024]));
        file("too large", Reason.TOO_LARGE, () -> new byte[17 * 1024 * 1024]);
        file("macros", Reason.MACROS, () -> with("xl/vbaProject.bin", new byte[100]));
        file(
                "another workbook is asked",
                Reason.EXTERNAL_LINKS,
                () -> with("xl/externalLinks/externalLink1.xml", "<externalLink/>".getBytes(UTF_8)));
        file(
                "a data source is asked",
                Reason.EXTERNAL_LINKS,
                () -> with("xl/connections.xml", "<connections/>".getBytes(UTF_8)));
        file(
                "entities in the xml",
                Reason.DAMAGED,
                () -> changed(
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replaceFirst("<worksheet", "<!DOCTYPE a [<!ENTITY b \"b\">]><worksheet")));
        file("xml cut", Reason.DAMAGED, () -> changed("xl/worksheets/sheet1.xml", xml -> xml.substring(0, 900)));
    }

    private void workbooks() {
        book("technical sheet gone", Reason.NOT_OUR_SHEET, "", b -> {
            b.removeName(b.getName("jailoo_status"));
            b.removeSheetAt(b.getSheetIndex(TECHNICAL));
        });
        book("another form altogether", Reason.NOT_OUR_SHEET, "", b -> set(b, 0, 0, "etwas"));
        book("newer version", Reason.NEWER_VERSION, "", b -> set(b, 0, 0, "jailoo-sheet/2"));
        book("sheet gone", Reason.SHEET_MISSING, "", b -> b.removeSheetAt(0));
        book("sheet copied", Reason.SHEET_TWICE, "", b -> b.cloneSheet(0));
        book(
                "first row gone",
                Reason.SHEET_MISSING,
                "",
                b -> b.getSheetAt(0).removeRow(b.getSheetAt(0).getRow(0)));
        book("campaign changed in the technical sheet", Reason.TECHNICAL_CHANGED, "A5", b -> set(b, 0, 2, "x"));
        book("row changed in the technical sheet", Reason.TECHNICAL_CHANGED, "A6", b -> set(b, 5, 4 + 8, "x"));
        book(
                "parents changed in the technical sheet",
                Reason.TECHNICAL_CHANGED,
                "A5",
                b -> set(b, 4, 1, "0".repeat(64)));
        book("a status gone in the technical sheet", Reason.TECHNICAL_CHANGED, "A5", b -> set(b, 2, 1, ""));
        book("statuses exchanged in the technical sheet", Reason.TECHNICAL_CHANGED, "A5", b -> {
            String planned = cell(b.getSheet(TECHNICAL), 3, 1).getStringCellValue();
            set(b, 3, 1, cell(b.getSheet(TECHNICAL), 3, 3).getStringCellValue());
            set(b, 3, 3, planned);
        });
        book("headings gone in the technical sheet", Reason.TECHNICAL_CHANGED, "A1", b -> set(b, 1, 9, ""));
        book("column gone", Reason.COLUMN_MISSING, "", b -> {
            for (int i = 0; i < FIRST + 4; i++) {
                b.getSheetAt(0).getRow(i).removeCell(cell(b, i, STATUS));
            }
        });
        book("column twice", Reason.COLUMN_TWICE, "L1", b -> cell(b, 0, 11).setCellValue("jailoo:progress"));
        book(
                "heading changed",
                Reason.HEADING_CHANGED,
                "H2",
                b -> cell(b, 1, STATUS).setCellValue("Примечание"));
        book("headings exchanged", Reason.HEADING_CHANGED, "I2", b -> {
            String status = cell(b, 1, STATUS).getStringCellValue();
            cell(b, 1, STATUS).setCellValue(cell(b, 1, RESPONSIBLE).getStringCellValue());
            cell(b, 1, RESPONSIBLE).setCellValue(status);
        });
        book(
                "far too many rows",
                Reason.TOO_MANY_ROWS,
                "",
                b -> cell(b, 30_000, 20).setCellValue("x"));
    }

    private void rows() {
        book(
                "a row of their own",
                Reason.ROW_WITHOUT_RECORD,
                "J9",
                b -> cell(b, 8, PROGRESS).setCellValue("новое"));
        book(
                "a record that never went out",
                Reason.UNKNOWN_RECORD,
                "A9",
                b -> cell(b, 8, 0).setCellValue(RecordId.random()));
        book("no id at all", Reason.UNKNOWN_RECORD, "A3", b -> cell(b, FIRST, 0).setCellValue("17"));
        book("a row copied", Reason.ROW_TWICE, "A9", b -> {
            for (int i = 0; i <= PROGRESS; i++) {
                if (i != NUMBER) {
                    cell(b, 8, i).setCellValue(cell(b, FIRST, i).getStringCellValue());
                }
            }
        });
        book("ids exchanged", Reason.READ_ONLY, "B4", b -> {
            String first = cell(b, FIRST, 0).getStringCellValue();
            cell(b, FIRST, 0).setCellValue(cell(b, FIRST + 1, 0).getStringCellValue());
            cell(b, FIRST + 1, 0).setCellValue(first);
        });
        book(
                "an id that is computed",
                Reason.FORMULA,
                "A3",
                b -> cell(b, FIRST, 0).setCellFormula("A4"));
    }

    private void cells() {
        book("grey text changed", Reason.READ_ONLY, "D5", b -> cell(b, 4, TEXT).setCellValue("другое"));
        book(
                "grey number changed",
                Reason.READ_ONLY,
                "B4",
                b -> cell(b, 3, NUMBER).setCellValue(99));
        book("grey text emptied", Reason.READ_ONLY, "D4", b -> cell(b, 3, TEXT).setBlank());
        book(
                "cells merged",
                Reason.MERGED,
                "J3",
                b -> b.getSheetAt(0).addMergedRegion(new CellRangeAddress(2, 4, 9, 9)));
        book("formula", Reason.FORMULA, "J6", b -> cell(b, 5, PROGRESS).setCellFormula("\"a\"&\"b\""));
        book("formula with its value", Reason.FORMULA, "H4", b -> {
            cell(b, 3, STATUS).setCellFormula("\"Выполнено\"");
            b.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        book(
                "formula that asks the web",
                Reason.FORMULA,
                "J4",
                b -> cell(b, 3, PROGRESS).setCellFormula("HYPERLINK(\"http://x.example\",\"y\")"));
        book(
                "error",
                Reason.ERROR_VALUE,
                "J4",
                b -> cell(b, 3, PROGRESS).setCellErrorValue(FormulaError.REF.getCode()));
        book(
                "number in the text",
                Reason.NUMBER,
                "J5",
                b -> cell(b, 4, PROGRESS).setCellValue(300));
        book("number as status", Reason.NUMBER, "H5", b -> cell(b, 4, STATUS).setCellValue(1.5));
        book("date in the text", Reason.DATE, "J5", b -> {
            cell(b, 4, PROGRESS).setCellValue(LocalDate.of(2024, 5, 6));
            var style = b.createCellStyle();
            style.setDataFormat((short) 14);
            cell(b, 4, PROGRESS).setCellStyle(style);
        });
        book(
                "true in the text",
                Reason.YES_NO,
                "I5",
                b -> cell(b, 4, RESPONSIBLE).setCellValue(true));
        book(
                "status nobody knows",
                Reason.UNKNOWN_STATUS,
                "H3",
                b -> cell(b, FIRST, STATUS).setCellValue("почти"));
        book(
                "status with a letter more",
                Reason.UNKNOWN_STATUS,
                "H3",
                b -> cell(b, FIRST, STATUS).setCellValue("Выполненоо"));
        book(
                "status in Kyrgyz",
                Reason.OTHER_LANGUAGE,
                "H3",
                b -> cell(b, FIRST, STATUS).setCellValue("Аткарылды"));
        book(
                "status in English",
                Reason.OTHER_LANGUAGE,
                "H3",
                b -> cell(b, FIRST, STATUS).setCellValue("In progress"));
        book(
                "one name for two who are responsible",
                Reason.SEVERAL_RESPONSIBLE,
                "I7",
                b -> cell(b, 6, RESPONSIBLE).setCellValue("все"));
        book(
                "two lines who is responsible",
                Reason.LINE_BREAK,
                "I3",
                b -> cell(b, FIRST, RESPONSIBLE).setCellValue("а\nб"));
        book(
                "a sign nobody types",
                Reason.CONTROL_CHARACTER,
                "J3",
                b -> cell(b, FIRST, PROGRESS).setCellValue("да_x0007_"));
        book(
                "a text without end",
                Reason.TOO_LONG,
                "J3",
                b -> cell(b, FIRST, PROGRESS).setCellValue("ң".repeat(20_001)));
        book(
                "a role without end",
                Reason.TOO_LONG,
                "I3",
                b -> cell(b, FIRST, RESPONSIBLE).setCellValue("р".repeat(501)));
        book("hidden row with a formula", Reason.FORMULA, "J3", b -> {
            cell(b, FIRST, PROGRESS).setCellFormula("1+1");
            b.getSheetAt(0).getRow(FIRST).setZeroHeight(true);
        });
    }

    private static void set(XSSFWorkbook book, int row, int column, String text) {
        cell(book.getSheet(TECHNICAL), row, column).setCellValue(text);
    }

    // ---- bytes

    private static byte[] oldWorkbook() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("a").createRow(0).createCell(0).setCellValue("b");
            book.write(out);
            return out.toByteArray();
        }
    }

    byte[] encrypted() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("сырсөз");
            try (var in = encryptor.getDataStream(file)) {
                in.write(good);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private byte[] flipped() {
        byte[] bytes = good.clone();
        // Inside what the first part is packed to.
        bytes[120] ^= 0x55;
        return bytes;
    }

    private Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(good))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private byte[] with(String name, byte[] content) throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(name, content);
        return zip(parts);
    }

    private byte[] changed(String name, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> parts = parts();
        parts.computeIfPresent(
                name, (n, bytes) -> change.apply(new String(bytes, UTF_8)).getBytes(UTF_8));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
