package org.jailoo.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the sheet that goes to the office: what may be changed is white, the rest grey and locked. */
public final class SheetWriter {
    /** The hidden row that tells the columns; below it the headings, then the records. */
    static final int CODES = 0;

    static final int HEADINGS = 1;
    static final int FIRST = 2;
    private static final String STATUSES = "jailoo_status";

    private final XSSFWorkbook book;
    private final XSSFSheet sheet;
    private final SheetHead head;
    private final List<SheetRow> rows;

    private SheetWriter(XSSFWorkbook book, String name, SheetHead head, List<SheetRow> rows) {
        this.book = book;
        this.sheet = book.createSheet(name);
        this.head = head;
        this.rows = rows;
    }

    /**
     * What a sheet is called and how it is explained.
     *
     * @param name of the sheet, which Excel allows
     * @param lines for the sheet that explains it
     */
    public record Words(String name, String explanation, List<String> lines) {
        public Words {
            lines = List.copyOf(lines);
        }
    }

    /** Writes a workbook; it is in memory, so of some thousand rows. */
    public static void write(SheetHead head, List<SheetRow> rows, Words words, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            SheetWriter writer = new SheetWriter(book, words.name(), head, rows);
            writer.fill();
            writer.explain(words);
            writer.technical();
            writer.protect();
            book.write(out);
        }
    }

    private void fill() {
        XSSFRow codes = sheet.createRow(CODES);
        XSSFRow headings = sheet.createRow(HEADINGS);
        headings.setHeightInPoints(34);
        XSSFCellStyle open = style("FFFFFF", false, true);
        XSSFCellStyle closed = style("EEF0F2", false, false);
        XSSFCellStyle number = style("EEF0F2", false, false);
        number.setDataFormat((short) 1);
        number.setAlignment(HorizontalAlignment.LEFT);
        XSSFCellStyle openHeading = style("0F766E", true, false);
        XSSFCellStyle closedHeading = style("5B6770", true, false);
        for (Column column : Column.values()) {
            int at = column.place();
            codes.createCell(at).setCellValue(column.code());
            XSSFCell heading = headings.createCell(at);
            heading.setCellValue(head.headings().get(at));
            heading.setCellStyle(column.isOpen() ? openHeading : closedHeading);
            sheet.setColumnWidth(at, column.width() * 256);
        }
        for (int i = 0; i < rows.size(); i++) {
            XSSFRow line = sheet.createRow(FIRST + i);
            for (Column column : Column.values()) {
                SheetRow row = rows.get(i);
                XSSFCell cell = line.createCell(column.place());
                String text = SheetText.shown(row.in(column));
                if (column == Column.NUMBER && text.matches("[1-9][0-9]{0,8}")) {
                    cell.setCellValue(Integer.parseInt(text));
                    cell.setCellStyle(number);
                    continue;
                }
                text(cell, column == Column.STATUS ? head.label(text) : text);
                cell.setCellStyle(isOpen(row, column) ? open : closed);
            }
        }
        sheet.setColumnHidden(Column.RECORD.place(), true);
        codes.setZeroHeight(true);
        sheet.createFreezePane(Column.ADDRESSEES.place(), FIRST);
        int last = Math.max(HEADINGS, FIRST + rows.size() - 1);
        sheet.setAutoFilter(new CellRangeAddress(HEADINGS, last, 0, Column.values().length - 1));
        print();
    }

    /** Text that begins like a formula, or that looks like a number, is text all the same. */
    static void text(XSSFCell cell, String text) {
        if (text.isEmpty()) {
            cell.setBlank();
        } else {
            cell.setCellType(CellType.STRING);
            cell.setCellValue(escaped(text));
        }
    }

    /** What looks like an escape of XML's would be read back as the sign that it stands for. */
    private static String escaped(String text) {
        return text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
    }

    private static boolean isOpen(SheetRow row, Column column) {
        return column.isOpen()
                && SheetText.isWhole(row.in(column))
                && !(column == Column.RESPONSIBLE && row.role().isEmpty());
    }

    private XSSFCellStyle style(String fill, boolean heading, boolean open) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFillForegroundColor(colour(fill));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        style.setVerticalAlignment(heading ? VerticalAlignment.CENTER : VerticalAlignment.TOP);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBottomBorderColor(colour("C9CFD4"));
        style.setRightBorderColor(colour("C9CFD4"));
        style.setLocked(!open);
        // What is typed there stays the text that was typed.
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        XSSFFont font = book.createFont();
        font.setFontName("Calibri");
        font.setBold(heading);
        if (heading) {
            font.setColor(colour("FFFFFF"));
        }
        style.setFont(font);
        return style;
    }

    private static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex), new DefaultIndexedColorMap());
    }

    private void print() {
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(HEADINGS, HEADINGS, -1, -1));
    }

    private void explain(Words words) {
        XSSFSheet about = book.createSheet(words.explanation());
        about.setColumnWidth(0, 110 * 256);
        XSSFCellStyle wrapped = book.createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        for (int i = 0; i < words.lines().size(); i++) {
            XSSFCell cell = about.createRow(i).createCell(0);
            text(cell, SheetText.shown(words.lines().get(i)));
            cell.setCellStyle(wrapped);
        }
    }

    private void technical() {
        XSSFSheet hidden = book.createSheet(Technical.NAME);
        line(hidden, 0, Technical.meta(head));
        line(hidden, 1, head.headings());
        line(hidden, 2, Technical.codes(head));
        line(hidden, 3, Technical.labels(head));
        for (int i = 0; i < rows.size(); i++) {
            line(hidden, Technical.ROWS + i, Technical.cells(head, rows.get(i)));
        }
        XSSFName name = book.createName();
        name.setNameName(STATUSES);
        String last = org.apache.poi.ss.util.CellReference.convertNumToColString(
                Math.max(0, head.statuses().size() - 1));
        name.setRefersToFormula(Technical.NAME + "!$A$4:$" + last + "$4");
        if (!rows.isEmpty()) {
            DataValidationHelper helper = sheet.getDataValidationHelper();
            int at = Column.STATUS.place();
            DataValidation list = helper.createValidation(
                    helper.createFormulaListConstraint(STATUSES),
                    new CellRangeAddressList(FIRST, FIRST + rows.size() - 1, at, at));
            list.setShowErrorBox(true);
            list.setSuppressDropDownArrow(true);
            sheet.addValidationData(list);
        }
        book.setSheetVisibility(book.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
    }

    private static void line(XSSFSheet sheet, int at, List<String> cells) {
        XSSFRow row = sheet.createRow(at);
        for (int i = 0; i < cells.size(); i++) {
            text(row.createCell(i), cells.get(i));
        }
    }

    /** Against a slip of the hand, and without a password: whoever has to can lift it. */
    private void protect() {
        sheet.enableLocking();
        sheet.lockSelectLockedCells(false);
        sheet.lockAutoFilter(false);
        sheet.lockSort(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
        sheet.lockDeleteRows(false);
        sheet.lockInsertColumns(false);
        book.setActiveSheet(0);
    }
}
