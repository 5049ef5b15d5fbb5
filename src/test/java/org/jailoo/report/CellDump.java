package org.jailoo.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as lines that a person can read and compare: a sheet's name, then a line a row, each cell with its kind. */
final class CellDump {
    static {
        // Else the reader of workbooks says on standard error that nobody listens to what it logs.
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        // A text of one letter repeated is packed better than its reader likes.
        ZipSecureFile.setMinInflateRatio(0);
    }

    private CellDump() {}

    /** Opens a workbook to look into it. */
    static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    static XSSFWorkbook read(InputStream in) throws IOException {
        return new XSSFWorkbook(in);
    }

    /** All rows of a sheet, or the first ones. */
    static List<String> rows(Sheet sheet, int most) {
        List<String> lines = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() >= most) {
                break;
            }
            StringBuilder line = new StringBuilder();
            for (Cell cell : row) {
                String shown = shown(cell);
                if (!shown.isEmpty()) {
                    line.append(line.isEmpty() ? "" : " | ")
                            .append(cell.getAddress().formatAsString())
                            .append(' ')
                            .append(shown);
                }
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
        }
        return lines;
    }

    /** A cell: text in quotation marks, a number bare, a share with its format, a date as one. */
    static String shown(Cell cell) {
        if (cell.getCellType() == CellType.STRING) {
            return '"' + visible(cell.getStringCellValue()) + '"';
        }
        if (cell.getCellType() == CellType.NUMERIC) {
            if (DateUtil.isCellDateFormatted(cell)) {
                return "date " + cell.getLocalDateTimeCellValue().toLocalDate();
            }
            String format = cell.getCellStyle().getDataFormatString();
            double value = cell.getNumericCellValue();
            return format.endsWith("%")
                    ? "share " + Math.round(value * 10_000) / 10_000.0
                    : value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
        return cell.getCellType() == CellType.BLANK ? "" : cell.getCellType() + " " + cell;
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            visible.append(
                    switch (c) {
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        default -> c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c);
                    });
        }
        return visible.length() <= 400
                ? visible.toString()
                : visible.substring(0, 60) + "… " + text.length() + " units";
    }
}
