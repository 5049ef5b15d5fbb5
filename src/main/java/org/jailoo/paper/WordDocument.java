package org.jailoo.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * A Word document of headings, paragraphs and tables that is read and printed: A4, its pages numbered, its language known
 * to the spelling checker. It is whole in memory, and says nothing of who made it, where or when.
 */
public final class WordDocument {
    private static final Map<String, String> SPELLING = Map.of("en", "en-GB", "ru", "ru-RU", "ky", "ky-KG");
    private static final String TITLE = "Title";
    private static final String HEADING = "Heading1";
    /** A row that holds more than this may break over two pages: it could be longer than one. */
    private static final int LONG_ROW = 600;

    private static final String SHADE = "EDEDED";
    private static final String GREY = "808080";

    private final XWPFDocument document = new XWPFDocument();
    private final Frame.Sheet sheet;
    private final Pen pen;
    private boolean afterTable;

    /** An empty document in a language given as ISO 639-1. */
    public WordDocument(String language, boolean landscape) {
        styles(language);
        sheet = Frame.sheet(document, landscape);
        pen = new Pen(document, sheet.width());
        Frame.pages(document, Words.of(language), sheet.width());
    }

    private void styles(String language) {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(Pen.FONT);
        fonts.setHAnsi(Pen.FONT);
        fonts.setCs(Pen.FONT);
        fonts.setEastAsia(Pen.FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(SPELLING.getOrDefault(language, language));
        styles.addStyle(style(TITLE, "Title", -1));
        styles.addStyle(style(HEADING, "heading 1", 0));
    }

    /** A style that only names what a paragraph is: programs list the headings, and a screen reader says them. */
    private static XWPFStyle style(String id, String name, int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        if (level >= 0) {
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        }
        return new XWPFStyle(style);
    }

    /** What stands at the head of every page, at its left and at its right. */
    public WordDocument head(String left, String right) {
        Frame.head(document, left, right, sheet.width());
        return this;
    }

    public WordDocument title(String text) {
        XWPFParagraph paragraph = paragraph(text, 16, true);
        paragraph.setStyle(TITLE);
        paragraph.setSpacingAfter(60);
        paragraph.setKeepNext(true);
        return this;
    }

    public WordDocument heading(String text) {
        XWPFParagraph paragraph = paragraph(text, 12, true);
        paragraph.setStyle(HEADING);
        paragraph.setSpacingBefore(240);
        paragraph.setSpacingAfter(80);
        paragraph.setKeepNext(true);
        return this;
    }

    /** A text to be read; each of its lines is a paragraph. */
    public WordDocument paragraph(String text) {
        for (String line : PlainText.lines(text)) {
            paragraph(line, Pen.NORMAL, false).setSpacingAfter(100);
        }
        return this;
    }

    /** A long text whose paragraphs are numbered, so that others can say where in it something stands. */
    public WordDocument numbered(String text) {
        int number = 0;
        for (String line : PlainText.lines(text)) {
            XWPFParagraph paragraph = paragraph("", Pen.NORMAL, false);
            paragraph.setSpacingAfter(100);
            paragraph.setIndentationLeft(500);
            if (!line.isBlank()) {
                paragraph.setIndentationHanging(500);
                XWPFRun mark = Pen.run(paragraph, ++number + ".", Pen.SMALL, false);
                mark.setColor(GREY);
                mark.addTab();
            }
            PlainText.into(Pen.run(paragraph, "", Pen.NORMAL, false), line);
        }
        return this;
    }

    /** The number that {@link #numbered} gives to the paragraph in which a character stands; both count code points. */
    public static int paragraphOf(String text, int character) {
        int units = text.offsetByCodePoints(0, Math.min(character, text.codePointCount(0, text.length())));
        String[] lines = PlainText.lines(text.substring(0, units));
        int number = 0;
        for (String line : lines) {
            number += line.isBlank() ? 0 : 1;
        }
        // At the beginning of a line, what stands before it are the lines of others.
        return lines[lines.length - 1].isBlank() ? number + 1 : number;
    }

    /** The words of somebody, set in from the margin so that nobody takes them for ours. */
    public WordDocument quote(String text) {
        for (String line : PlainText.lines(text)) {
            XWPFParagraph paragraph = paragraph(line, Pen.NORMAL, false);
            paragraph.setIndentationLeft(400);
            paragraph.setBorderLeft(Borders.SINGLE);
            paragraph.setSpacingAfter(60);
        }
        return this;
    }

    /** Something that must not be overlooked, in a frame. */
    public WordDocument framed(String text) {
        apart();
        pen.framed(text);
        return this;
    }

    /** A remark of ours, small and slanted. */
    public WordDocument note(String text) {
        XWPFParagraph paragraph = paragraph(text, 9, false);
        paragraph.getRuns().forEach(run -> run.setItalic(true));
        paragraph.setSpacingBefore(60);
        paragraph.setSpacingAfter(80);
        return this;
    }

    /**
     * A table whose head is repeated on every page.
     *
     * @param header no cells for a table without a head, whose first column is then strong
     * @param percent how wide each column is; 100 together
     */
    public WordDocument table(List<String> header, List<Integer> percent, List<List<String>> rows) {
        apart();
        int[] shares = percent.stream().mapToInt(Integer::intValue).toArray();
        XWPFTable table = pen.table(shares);
        if (!header.isEmpty()) {
            XWPFTableRow head = row(table, shares, header, true);
            head.setRepeatHeader(true);
            head.getTableCells().forEach(cell -> cell.setColor(SHADE));
        }
        for (List<String> row : rows) {
            XWPFTableRow drawn = row(table, shares, row, false);
            if (header.isEmpty()) {
                drawn.getCell(0).getParagraphs().forEach(p -> p.getRuns().forEach(run -> run.setBold(true)));
            }
            drawn.setCantSplitRow(row.stream().mapToInt(String::length).max().orElse(0) < LONG_ROW);
        }
        afterTable = true;
        return this;
    }

    private XWPFTableRow row(XWPFTable table, int[] shares, List<String> cells, boolean bold) {
        if (cells.size() != shares.length) {
            throw new IllegalArgumentException(cells.size() + " cells in " + shares.length + " columns");
        }
        XWPFTableRow row = pen.row(table, shares, 300);
        for (int i = 0; i < shares.length; i++) {
            XWPFParagraph paragraph = row.getCell(i).getParagraphs().get(0);
            PlainText.into(Pen.run(paragraph, "", 9, bold), cells.get(i));
            paragraph.setSpacingAfter(0);
            paragraph.setAlignment(ParagraphAlignment.LEFT);
        }
        return row;
    }

    private XWPFParagraph paragraph(String text, int size, boolean bold) {
        apart();
        XWPFParagraph paragraph = document.createParagraph();
        PlainText.into(Pen.run(paragraph, "", size, bold), text);
        return paragraph;
    }

    /** Two tables that touch become one in Word, and a text must not touch a table. */
    private void apart() {
        if (afterTable) {
            XWPFParagraph gap = document.createParagraph();
            gap.setSpacingAfter(0);
            Pen.run(gap, "", 4, false);
            afterTable = false;
        }
    }

    /** Writes the document; the same document is the same bytes. Afterwards nothing can be added. */
    public void write(OutputStream out) throws IOException {
        apart();
        try (document) {
            Anonymous.write(document, out);
        }
    }
}
