package org.jailoo.paper;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/**
 * What stands around every page of a form: its name and language, a line for the code, so that loose sheets find one
 * another, and the number of the page.
 */
final class Frame {
    private static final int LONG_SIDE = 16_838;
    private static final int SHORT_SIDE = 11_906;
    private static final int MARGIN = 1_020;

    private Frame() {}

    /** The paper of a document: how wide its text is, in twentieths of a point. */
    record Sheet(int width) {}

    /** Gives a document its paper, A4, and its frame; returns how wide the text is, in twentieths of a point. */
    static int draw(XWPFDocument document, Words words, Said said) {
        int width = sheet(document, said.landscape()).width();
        head(document, words, said, width);
        foot(document, words, said.version() == null ? "" : words.text("paper.foot.script", said.version()), width);
        return width;
    }

    /** Gives a document its paper, A4. */
    static Sheet sheet(XWPFDocument document, boolean landscape) {
        int wide = landscape ? LONG_SIDE : SHORT_SIDE;
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(wide));
        size.setH(BigInteger.valueOf(landscape ? SHORT_SIDE : LONG_SIDE));
        if (landscape) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        margin.setTop(BigInteger.valueOf(1_250));
        margin.setBottom(BigInteger.valueOf(1_000));
        margin.setHeader(BigInteger.valueOf(560));
        margin.setFooter(BigInteger.valueOf(480));
        return new Sheet(wide - 2 * MARGIN);
    }

    /** Numbers the pages. */
    static void pages(XWPFDocument document, Words words, int width) {
        foot(document, words, "", width);
    }

    /** What stands at the head of every page. */
    static void head(XWPFDocument document, String left, String right, int width) {
        XWPFParagraph line = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        tab(line, width);
        PlainText.into(Pen.run(line, "", Pen.SMALL, false), left);
        XWPFRun far = Pen.run(line, "", 9, true);
        far.addTab();
        PlainText.into(far, right);
        line.setBorderBottom(Borders.SINGLE);
    }

    /**
     * What the frame says.
     *
     * @param version of the words of consent; null where the form has none
     */
    record Said(
            String form,
            String language,
            String campaign,
            @Nullable String version,
            boolean landscape) {}

    private static void head(XWPFDocument document, Words words, Said said, int width) {
        XWPFParagraph line = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        tab(line, width);
        String left = said.campaign().isEmpty() ? said.form() : said.form() + " · " + cut(said.campaign());
        Pen.run(line, left + " · " + words.labels().code("language", said.language()), Pen.SMALL, false);
        XWPFRun right = Pen.run(line, "", 9, true);
        right.addTab();
        right.setText(words.text("paper.head.code") + " ______________________");
        line.setBorderBottom(Borders.SINGLE);
    }

    private static String cut(String title) {
        return title.length() <= 60 ? title : title.substring(0, title.offsetByCodePoints(0, 58)) + "…";
    }

    private static void foot(XWPFDocument document, Words words, String left, int width) {
        XWPFParagraph line = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        tab(line, width);
        Pen.run(line, left, Pen.SMALL, false);
        XWPFRun page = Pen.run(line, "", Pen.SMALL, false);
        page.addTab();
        page.setText(words.text("paper.foot.page") + " ");
        number(line, "PAGE");
        Pen.run(line, " / ", Pen.SMALL, false);
        number(line, "NUMPAGES");
        line.setAlignment(ParagraphAlignment.LEFT);
    }

    /** A number that the printing program counts. */
    private static void number(XWPFParagraph line, String field) {
        CTSimpleField simple = line.getCTP().addNewFldSimple();
        simple.setInstr(field);
        XWPFRun run = new XWPFRun(simple.addNewR(), (IRunBody) line);
        run.setFontFamily(Pen.FONT);
        run.setFontSize(Pen.SMALL);
        run.setText("1");
    }

    private static void tab(XWPFParagraph line, int width) {
        CTTabStop stop = line.getCTP().addNewPPr().addNewTabs().addNewTab();
        stop.setVal(STTabJc.RIGHT);
        stop.setPos(BigInteger.valueOf(width));
    }
}
