package org.jailoo.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jailoo.guide.Block;
import org.jailoo.guide.Chapter;
import org.jailoo.guide.Guide;
import org.jailoo.guide.Section;
import org.jailoo.guide.Span;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;

/** The page of the guide to keep, on one sheet: what hangs on a wall or lies in a bag, with lines to be filled in by hand. */
final class PocketPage {
    private static final int SIZE = 12;
    private static final int INDENT = 300;
    /** As high as a hand writes. */
    private static final int ROOM = 240;

    private final XWPFDocument document;
    private final int width;

    private PocketPage(XWPFDocument document) {
        this.document = document;
        this.width = Frame.sheet(document, false).width();
    }

    static void write(String language, OutputStream out) throws IOException {
        Chapter page = Guide.of(language).page();
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setCreator("Jailoo");
            document.getProperties().getCoreProperties().setTitle(page.title());
            new PocketPage(document).draw(page);
            document.write(out);
        }
    }

    private void draw(Chapter page) {
        Pen.paragraph(document.createParagraph(), page.title(), 20, true).setSpacingAfter(120);
        for (Section section : page.sections()) {
            XWPFParagraph heading = Pen.paragraph(document.createParagraph(), section.title(), 14, true);
            heading.setSpacingBefore(220);
            heading.setSpacingAfter(80);
            for (Block block : section.blocks()) {
                block.lines().forEach(this::point);
            }
        }
    }

    private void point(List<Span> spans) {
        XWPFParagraph paragraph = document.createParagraph();
        boolean written = Block.plain(spans).endsWith(":");
        CTTabStop begins = paragraph.getCTP().addNewPPr().addNewTabs().addNewTab();
        begins.setVal(STTabJc.LEFT);
        begins.setPos(BigInteger.valueOf(INDENT));
        if (written) {
            CTTabStop end = paragraph.getCTP().getPPr().getTabs().addNewTab();
            end.setVal(STTabJc.RIGHT);
            end.setLeader(STTabTlc.UNDERSCORE);
            end.setPos(BigInteger.valueOf(width));
        }
        paragraph.setIndentationLeft(INDENT);
        paragraph.setIndentationHanging(INDENT);
        paragraph.setSpacingBefore(written ? ROOM : 0);
        paragraph.setSpacingAfter(70);
        Pen.run(paragraph, "•", SIZE, false).addTab();
        for (Span span : spans) {
            Pen.run(paragraph, span.text(), SIZE, span.kind() != Span.Kind.PLAIN);
        }
        if (written) {
            Pen.run(paragraph, " ", SIZE, false).addTab();
        }
    }
}
