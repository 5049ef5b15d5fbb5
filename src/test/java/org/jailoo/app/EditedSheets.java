package org.jailoo.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.jailoo.sheet.ReturnedSheet;
import org.jailoo.sheet.SheetReader;
import org.jailoo.timeline.Quarter;

/** Sheets of a round that went out, edited as an office does it; tests only. */
final class EditedSheets {
    static final Quarter QUARTER = new Quarter(2024, 2);
    /** Where the columns stand. */
    static final int NUMBER = 1;

    static final int TEXT = 3;
    static final int STATUS = 7;
    static final int RESPONSIBLE = 8;
    static final int PROGRESS = 9;
    /** The first row of a recommendation, from 0. */
    static final int FIRST = 2;

    private static final char[] NONE = {};

    private EditedSheets() {}

    /** Does something to a workbook. */
    interface Edit {
        void to(XSSFWorkbook book) throws Exception;
    }

    /** A campaign with so many open recommendations; its id. */
    static String campaign(Laptop laptop, int recommendations) {
        String campaign = laptop.writes("campaign", "title", "Ысык-Көл 2023");
        for (int i = 1; i <= recommendations; i++) {
            recommendation(laptop, campaign, i);
        }
        return campaign;
    }

    static String recommendation(Laptop laptop, String campaign, int number) {
        Map<String, Json> body = new TreeMap<>();
        body.put("campaign", Json.of(campaign));
        body.put("plan", Json.of("План 1"));
        body.put("number", Json.of(number));
        body.put("text", Json.of("=Сунуш " + number + ": сууну текшерүү"));
        body.put("status", Json.of("planned"));
        body.put("timeline", Json.object(Map.of("to", Json.of("2024-06"), "text", Json.of("июнга чейин"))));
        body.put("addressees/" + RecordId.random(), Json.object(Map.of("country", Json.of("KG"))));
        body.put(
                "responsible/" + RecordId.random(),
                Json.object(Map.of("role", Json.of("айыл өкмөтү"), "name", Json.of("А. Асанова"))));
        body.put(
                "progress/" + RecordId.random(),
                Json.object(Map.of("quarter", Json.of("2024-Q1"), "text", Json.of("кат жазылды"))));
        return laptop.save(laptop.form("recommendation", null), body).form().record();
    }

    static byte[] write(Laptop laptop, Path folder, String campaign) throws IOException {
        Path out = folder.resolve("sheet-" + RecordId.random() + ".xlsx");
        new RoundSheet(laptop.notebook, Laptop.CLOCK, ZoneOffset.UTC)
                .export(new RoundSheet.Order(out, campaign, QUARTER, "ru"), NONE, Steps.UNWATCHED);
        return Files.readAllBytes(out);
    }

    static byte[] edited(byte[] sheet, Edit edit) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.to(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    static ReturnedSheet read(byte[] sheet) throws Exception {
        return SheetReader.read(sheet, NONE);
    }

    static Cell cell(XSSFWorkbook book, int row, int column) {
        return cell(book.getSheetAt(0), row, column);
    }

    static Cell cell(Sheet sheet, int row, int column) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
    }
}
