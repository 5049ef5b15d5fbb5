package org.jailoo.paper;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Draws the parts of a form, in black on white: lines to write on, boxes to tick, tables. Lengths are twentieths of a point. */
final class Pen {
    /** A box to tick; every office font has it. */
    static final String BOX = "\u25A1";

    static final String FONT = "Arial";
    static final int SMALL = 8;
    static final int NORMAL = 10;
    /** The height of a line that a hand can write on: 8 mm. */
    static final int WRITING = 454;

    private final XWPFDocument document;
    private final int width;

    Pen(XWPFDocument document, int width) {
        this.document = document;
        this.width = width;
    }

    int width() {
        return width;
    }

    void title(String text) {
        XWPFParagraph paragraph = paragraph(document.createParagraph(), text, 16, true);
        paragraph.setSpacingAfter(60);
        paragraph.setKeepNext(true);
    }

    void heading(String text) {
        XWPFParagraph paragraph = paragraph(document.createParagraph(), text, 12, true);
        paragraph.setSpacingBefore(240);
        paragraph.setSpacingAfter(80);
        paragraph.setKeepNext(true);
    }

    /** A sentence that says what to do; small. */
    void note(String text) {
        XWPFParagraph paragraph = paragraph(document.createParagraph(), text, 9, false);
        paragraph.getRuns().forEach(run -> run.setItalic(true));
        paragraph.setSpacingBefore(60);
        paragraph.setSpacingAfter(80);
        paragraph.setKeepNext(true);
    }

    /** A text to be read, a paragraph for each of its lines. */
    void text(String text) {
        for (String line : text.split("\n", -1)) {
            paragraph(document.createParagraph(), line, 11, false).setSpacingAfter(100);
        }
    }

    /** What is looked up while writing. */
    void small(String text) {
        paragraph(document.createParagraph(), text, SMALL, false).setSpacingAfter(100);
    }

    /** Something that must not be overlooked, in a frame. */
    void framed(String text) {
        XWPFParagraph paragraph = paragraph(document.createParagraph(), text, NORMAL, true);
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setBorderBottom(Borders.SINGLE);
        paragraph.setBorderLeft(Borders.SINGLE);
        paragraph.setBorderRight(Borders.SINGLE);
        paragraph.setIndentationLeft(60);
        paragraph.setIndentationRight(60);
        paragraph.setSpacingBefore(160);
        paragraph.setSpacingAfter(160);
    }

    /** A label and ruled lines below it. */
    void ruled(String label, int lines) {
        if (!label.isEmpty()) {
            XWPFParagraph head = paragraph(document.createParagraph(), label, NORMAL, true);
            head.setSpacingBefore(160);
            head.setKeepNext(true);
        }
        for (int i = 0; i < lines; i++) {
            XWPFParagraph line = document.createParagraph();
            line.setBorderBottom(Borders.SINGLE);
            line.setBorderBetween(Borders.SINGLE);
            line.setSpacingAfter(0);
            line.setSpacingBetween(WRITING / 20.0, LineSpacingRule.EXACT);
            // Two lines stay together, so that no label stands alone at the foot of a page.
            line.setKeepNext(i < Math.min(2, lines - 1));
        }
        document.createParagraph().setSpacingAfter(0);
    }

    /** A heading that begins a new page. */
    void page(String text) {
        XWPFParagraph paragraph = paragraph(document.createParagraph(), text, 12, true);
        paragraph.setPageBreak(true);
        paragraph.setSpacingAfter(80);
        paragraph.setKeepNext(true);
    }

    /** A table with columns of these widths, in hundredths of the page. */
    XWPFTable table(int... shares) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(width);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        for (int share : shares) {
            grid.addNewGridCol().setW(BigInteger.valueOf(of(share)));
        }
        table.setCellMargins(30, 80, 30, 80);
        return table;
    }

    private int of(int share) {
        return width * share / 100;
    }

    /** A row of a table; it never breaks over two pages. */
    XWPFTableRow row(XWPFTable table, int[] shares, int height) {
        XWPFTableRow row = table.createRow();
        while (row.getTableCells().size() < shares.length) {
            row.createCell();
        }
        for (int i = 0; i < shares.length; i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidthType(TableWidthType.DXA);
            cell.setWidth(String.valueOf(of(shares[i])));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        }
        row.setHeight(height);
        row.setCantSplitRow(true);
        return row;
    }

    /** A table that stands on one page. */
    static void keepTogether(XWPFTable table) {
        int last = table.getRows().size() - 1;
        for (XWPFTableRow row : table.getRows().subList(0, Math.max(0, last))) {
            row.getTableCells().forEach(c -> c.getParagraphs().forEach(p -> p.setKeepNext(true)));
        }
    }

    static void write(XWPFTableCell cell, String text, int size, boolean bold) {
        paragraph(cell.getParagraphs().get(0), text, size, bold).setSpacingAfter(0);
    }

    static void centre(XWPFTableCell cell, String text, int size, boolean bold) {
        write(cell, text, size, bold);
        cell.getParagraphs().get(0).setAlignment(ParagraphAlignment.CENTER);
    }

    static XWPFParagraph paragraph(XWPFParagraph paragraph, String text, int size, boolean bold) {
        run(paragraph, text, size, bold);
        return paragraph;
    }

    static XWPFRun run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
        return run;
    }
}
