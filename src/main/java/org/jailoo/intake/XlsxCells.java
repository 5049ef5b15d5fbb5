package org.jailoo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the cells of one sheet as they come: their values, of formulas the value last computed. */
final class XlsxCells extends DefaultHandler {
    private final GridBuilder grid;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final boolean since1904;
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private int row = -1;
    private int column = -1;
    private String type = "";
    private int style;
    private boolean valued;
    private @Nullable StringBuilder into;

    XlsxCells(GridBuilder grid, SharedStrings strings, StylesTable styles, boolean since1904) {
        this.grid = grid;
        this.strings = strings;
        this.styles = styles;
        this.since1904 = since1904;
    }

    /** Whether a workbook counts its days from 1904. */
    static boolean countsFrom1904(InputStream workbook) throws IOException, SAXException, ParserConfigurationException {
        boolean[] found = new boolean[1];
        try (workbook) {
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes) {
                    String value = attributes.getValue("date1904");
                    found[0] |= name.equals("workbookPr") && value != null && value.matches("1|true|on");
                }
            });
            xml.parse(new InputSource(workbook));
        }
        return found[0];
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                String number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number) - 1;
                column = -1;
            }
            case "c" -> startCell(attributes);
            case "v", "t" -> {
                valued = true;
                into = text;
            }
            case "f" -> into = formula;
            // The reading aid of a Japanese word is no part of it.
            case "rPh" -> into = null;
            case "mergeCell" -> merged.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
            default -> into = null;
        }
    }

    private void startCell(Attributes attributes) {
        String place = attributes.getValue("r");
        column = place == null ? column + 1 : new CellReference(place).getCol();
        String said = attributes.getValue("t");
        type = said == null ? "n" : said;
        String index = attributes.getValue("s");
        style = index == null ? -1 : Integer.parseInt(index);
        text.setLength(0);
        formula.setLength(0);
        valued = false;
        into = null;
    }

    @Override
    public void characters(char[] letters, int start, int length) {
        if (into != null) {
            into.append(letters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (name.equals("v") || name.equals("t") || name.equals("f")) {
            into = null;
        } else if (name.equals("c")) {
            try {
                grid.put(row, column, value());
            } catch (IntakeRefused e) {
                throw new SAXException(e);
            }
        }
    }

    private String value() {
        if (!valued) {
            // A formula that no program has computed: shown as it is, so that it is refused and not lost.
            return formula.length() == 0 ? "" : "=" + formula;
        }
        return switch (type) {
            case "s" ->
                strings.getItemAt(Integer.parseInt(text.toString().strip())).getString();
            case "b" -> text.toString().strip().equals("1") ? "true" : "false";
            case "n" -> number();
            default -> escaped(text.toString());
        };
    }

    private String number() {
        XSSFCellStyle known = style < 0 || style >= styles.getNumCellStyles() ? null : styles.getStyleAt(style);
        return text.length() == 0
                ? ""
                : NumberText.of(
                        text.toString(),
                        known == null ? null : known.getDataFormatString(),
                        known == null ? 0 : known.getDataFormat(),
                        since1904);
    }

    /** Signs that XML cannot hold stand as _x000D_. */
    private static String escaped(String raw) {
        return raw.replace("_x000D_", "\r").replace("_x000A_", "\n");
    }

    @Override
    public void endDocument() {
        for (CellRangeAddress region : merged) {
            grid.spreadDown(region.getFirstRow(), region.getLastRow(), region.getFirstColumn());
        }
    }
}
