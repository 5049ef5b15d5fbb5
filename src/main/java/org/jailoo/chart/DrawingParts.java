package org.jailoo.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/** The parts of a package that hold the charts of one sheet: a drawing, what it is related to, and each chart. */
final class DrawingParts {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** In the units of drawings, 12,700 to a point. */
    private static final int GAP = 10 * 12_700;

    private final Map<String, byte[]> parts = new TreeMap<>();
    private final Map<String, String> types = new TreeMap<>();

    /**
     * The parts of a sheet's charts.
     *
     * @param sheet the number of the sheet, from 1
     * @param firstChart the number that its first chart gets in the package, from 1
     */
    DrawingParts(int sheet, int firstChart, List<Chart> charts) throws IOException {
        // In memory, and thrown away: it never holds a row.
        try (XSSFWorkbook scratch = new XSSFWorkbook()) {
            XSSFDrawing drawing = scratch.createSheet().createDrawingPatriarch();
            StringBuilder related = new StringBuilder();
            for (int i = 0; i < charts.size(); i++) {
                Chart.Frame frame = charts.get(i).frame();
                // What stands beside a table does not touch it.
                int from = frame.column() > 0 ? GAP : 0;
                XSSFChart made = drawing.createChart(new XSSFClientAnchor(
                        from, 0, 0, 0, frame.column(), frame.row(), frame.toColumn(), frame.toRow()));
                new Drawn(made, charts.get(i)).draw();
                String name = "xl/charts/chart" + (firstChart + i) + ".xml";
                put(
                        name,
                        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                        xml(
                                made.getCTChartSpace(),
                                "http://schemas.openxmlformats.org/drawingml/2006/chart",
                                "chartSpace"));
                related.append(relation(drawing.getRelationId(made), "chart", "/" + name));
            }
            put(
                    "xl/drawings/drawing" + sheet + ".xml",
                    "application/vnd.openxmlformats-officedocument.drawing+xml",
                    xml(
                            drawing.getCTDrawing(),
                            "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
                            "wsDr"));
            parts.put("xl/drawings/_rels/drawing" + sheet + ".xml.rels", relations(related.toString()));
            parts.put(
                    "xl/worksheets/_rels/sheet" + sheet + ".xml.rels",
                    relations(relation("charts", "drawing", "/xl/drawings/drawing" + sheet + ".xml")));
        }
    }

    /** What the sheet itself says of its drawing. */
    static String inSheet() {
        return "<drawing xmlns:r=\"" + OFFICE + "\" r:id=\"charts\"/>";
    }

    /** The parts by their names. */
    Map<String, byte[]> parts() {
        return parts;
    }

    /** The content types of those parts that need one of their own. */
    Map<String, String> types() {
        return types;
    }

    private void put(String name, String type, byte[] content) {
        parts.put(name, content);
        types.put(name, type);
    }

    private static byte[] xml(XmlObject root, String namespace, String name) throws IOException {
        XmlOptions options = new XmlOptions();
        options.setSaveSyntheticDocumentElement(new QName(namespace, name));
        options.setSaveAggressiveNamespaces();
        options.setCharacterEncoding(StandardCharsets.UTF_8.name());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        root.save(out, options);
        return out.toByteArray();
    }

    private static byte[] relations(String inside) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"" + RELATIONS
                        + "\">" + inside + "</Relationships>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
