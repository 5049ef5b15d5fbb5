package org.jailoo.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a register of words as a workbook to be read and printed: a title, what it holds, and one table. */
public final class RegisterWorkbook {
    private static final int LETTERS = 170;

    private RegisterWorkbook() {}

    /**
     * A register.
     *
     * @param percent how wide each column is, of a page
     */
    public record Register(
            String name,
            String title,
            List<String> notes,
            List<String> header,
            List<Integer> percent,
            List<List<String>> rows) {
        public Register {
            notes = List.copyOf(notes);
            header = List.copyOf(header);
            percent = List.copyOf(percent);
            rows = List.copyOf(rows);
        }
    }

    /** Writes it; it is in memory, so of some thousand rows. */
    public static void write(Register register, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet(register.name());
            int line = 0;
            XSSFCellStyle title = style(book, true, 15);
            put(sheet.createRow(line++), 0, register.title(), title);
            XSSFCellStyle note = style(book, false, 10);
            for (String each : register.notes()) {
                put(sheet.createRow(line++), 0, each, note);
            }
            line++;
            int header = line;
            XSSFCellStyle heading = table(style(book, true, 11), "E4EAEE");
            XSSFRow headings = sheet.createRow(line++);
            for (int i = 0; i < register.header().size(); i++) {
                put(headings, i, register.header().get(i), heading);
                sheet.setColumnWidth(i, Math.max(6, register.percent().get(i) * LETTERS / 100) * 256);
            }
            XSSFCellStyle body = table(style(book, false, 11), "FFFFFF");
            for (List<String> row : register.rows()) {
                XSSFRow cells = sheet.createRow(line++);
                for (int i = 0; i < row.size(); i++) {
                    put(cells, i, row.get(i), body);
                }
            }
            sheet.createFreezePane(0, header + 1);
            sheet.setAutoFilter(
                    new CellRangeAddress(header, line - 1, 0, register.header().size() - 1));
            sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
            sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            sheet.getPrintSetup().setLandscape(true);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitWidth((short) 1);
            sheet.getPrintSetup().setFitHeight((short) 0);
            book.write(out);
        }
    }

    private static void put(XSSFRow row, int at, String text, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(at);
        if (at == 0 && text.matches("[1-9][0-9]{0,8}")) {
            cell.setCellValue(Integer.parseInt(text));
        } else {
            SheetWriter.text(cell, SheetText.shown(text));
        }
        cell.setCellStyle(style);
    }

    private static XSSFCellStyle style(XSSFWorkbook book, boolean bold, int size) {
        XSSFCellStyle style = book.createCellStyle();
        XSSFFont font = book.createFont();
        font.setFontName("Calibri");
        font.setBold(bold);
        font.setFontHeightInPoints((short) size);
        style.setFont(font);
        return style;
    }

    private static XSSFCellStyle table(XSSFCellStyle style, String fill) {
        style.setFillForegroundColor(colour(fill));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBottomBorderColor(colour("C9CFD4"));
        style.setRightBorderColor(colour("C9CFD4"));
        return style;
    }

    private static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex), new DefaultIndexedColorMap());
    }
}
