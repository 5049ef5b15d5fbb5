package org.jailoo.chart;

import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFColorRgbBinary;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** A chart being drawn: dark and light by turns, so that it can be told apart when it is printed in grey. */
final class Drawn {
    private static final List<String> COLOURS =
            List.of("1F3864", "BDD7EE", "2E75B6", "EDEDED", "8497B0", "44546A", "9DC3E6", "D0CECE");
    private static final String OUTLINE = "404040";
    private static final String GRID = "D9D9D9";
    private static final int TITLE = 1200;
    private static final int LETTERS = 900;
    private static final int GAP = 45;

    /** Up to this number each whole one has its line; a bar of two and a half people there is not. */
    private static final double FEW = 10;

    private final XSSFChart made;
    private final Chart chart;

    Drawn(XSSFChart made, Chart chart) {
        this.made = made;
        this.chart = chart;
    }

    void draw() {
        made.setTitleText(chart.title());
        made.setTitleOverlay(false);
        made.getFormattedTitle()
                .getParagraphs()
                .forEach(p -> p.getTextRuns().forEach(run -> {
                    run.setFontSize(TITLE / 100.0);
                    run.setBold(true);
                }));
        boolean lying = chart.kind() != Chart.Kind.COLUMNS;
        XDDFCategoryAxis labels = made.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis numbers = made.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        axes(labels, numbers, lying);
        XDDFBarChartData data = (XDDFBarChartData) made.createData(ChartTypes.BAR, labels, numbers);
        data.setBarDirection(lying ? BarDirection.BAR : BarDirection.COL);
        boolean stacked = chart.kind() == Chart.Kind.STACKED;
        data.setBarGrouping(stacked ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
        data.setVaryColors(false);
        for (int i = 0; i < chart.series().size(); i++) {
            series(data, chart.series().get(i), COLOURS.get(i % COLOURS.size()));
        }
        CTBarChart bars = made.getCTChart().getPlotArea().getBarChartArray(0);
        percent(bars.isSetGapWidth() ? bars.getGapWidth() : bars.addNewGapWidth(), GAP);
        if (stacked) {
            percent(bars.isSetOverlap() ? bars.getOverlap() : bars.addNewOverlap(), 100);
        }
        if (chart.series().size() > 1) {
            made.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        } else {
            labelled(bars);
        }
        letters(
                made.getCTChartSpace().isSetTxPr()
                        ? made.getCTChartSpace().getTxPr()
                        : made.getCTChartSpace().addNewTxPr());
        if (!made.getCTChartSpace().isSetRoundedCorners()) {
            made.getCTChartSpace().addNewRoundedCorners();
        }
        made.getCTChartSpace().getRoundedCorners().setVal(false);
    }

    /** The types of these values are not in the small edition of the schemas; the text is written as it is. */
    private static void percent(XmlObject of, int value) {
        try (XmlCursor cursor = of.newCursor()) {
            cursor.setAttributeText(new QName("val"), Integer.toString(value));
        }
    }

    private void axes(XDDFCategoryAxis labels, XDDFValueAxis numbers, boolean lying) {
        if (lying) {
            // The first row of the table on top, and the numbers below all the same.
            labels.setOrientation(AxisOrientation.MAX_MIN);
            numbers.setCrosses(AxisCrosses.MAX);
        } else {
            numbers.setCrosses(AxisCrosses.AUTO_ZERO);
        }
        labels.setMajorTickMark(AxisTickMark.NONE);
        numbers.setMajorTickMark(AxisTickMark.NONE);
        numbers.setMinimum(0);
        numbers.setNumberFormat(chart.percent() ? "0%" : "#,##0");
        double most = most();
        if (!chart.percent() && most <= FEW) {
            numbers.setMajorUnit(1);
        }
        XDDFShapeProperties grid = numbers.getOrAddMajorGridProperties();
        grid.setLineProperties(line(GRID));
        labels.getOrAddShapeProperties().setLineProperties(line(OUTLINE));
    }

    private double most() {
        double most = 0;
        for (int i = 0; i < chart.labels().values().size(); i++) {
            double sum = 0;
            for (Chart.Series series : chart.series()) {
                double value = series.numbers().values().get(i);
                sum = chart.kind() == Chart.Kind.STACKED ? sum + value : Math.max(sum, value);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private void series(XDDFBarChartData data, Chart.Series series, String colour) {
        XDDFChartData.Series added = data.addSeries(
                XDDFDataSourcesFactory.fromArray(
                        chart.labels().values().toArray(String[]::new),
                        chart.labels().reference()),
                XDDFDataSourcesFactory.fromArray(
                        series.numbers().values().toArray(Double[]::new),
                        series.numbers().reference()));
        added.setTitle(series.name().values().get(0), null);
        XDDFShapeProperties shape = new XDDFShapeProperties();
        shape.setFillProperties(new XDDFSolidFillProperties(rgb(colour)));
        shape.setLineProperties(line(OUTLINE));
        added.setShapeProperties(shape);
        // Not by the chart itself: it would put a workbook with the numbers beside each chart.
        added.plot();
        CTBarSer bars = last(made.getCTChart().getPlotArea().getBarChartArray(0));
        if (bars.getTx().isSetStrRef()) {
            bars.getTx().getStrRef().setF(series.name().reference());
        } else {
            bars.getTx().unsetV();
            var name = bars.getTx().addNewStrRef();
            name.setF(series.name().reference());
            var cache = name.addNewStrCache();
            cache.addNewPtCount().setVal(1);
            var point = cache.addNewPt();
            point.setIdx(0);
            point.setV(series.name().values().get(0));
        }
        if (bars.getVal().isSetNumRef()) {
            bars.getVal().getNumRef().getNumCache().setFormatCode(chart.percent() ? "0%" : "General");
        }
    }

    private static CTBarSer last(CTBarChart bars) {
        return bars.getSerArray(bars.sizeOfSerArray() - 1);
    }

    /** Each bar with its number at its end. */
    private void labelled(CTBarChart bars) {
        CTBarSer series = bars.getSerArray(0);
        CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
        labels.addNewNumFmt().setFormatCode(chart.percent() ? "0%" : "#,##0");
        labels.getNumFmt().setSourceLinked(false);
        labels.addNewDLblPos().setVal(STDLblPos.OUT_END);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private static void letters(CTTextBody body) {
        if (body.getBodyPr() == null) {
            body.addNewBodyPr();
        }
        var paragraph = body.sizeOfPArray() > 0 ? body.getPArray(0) : body.addNewP();
        var properties = paragraph.isSetPPr() ? paragraph.getPPr() : paragraph.addNewPPr();
        CTTextCharacterProperties letters =
                properties.isSetDefRPr() ? properties.getDefRPr() : properties.addNewDefRPr();
        letters.setSz(LETTERS);
    }

    private static XDDFLineProperties line(String colour) {
        XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(rgb(colour)));
        line.setWidth(0.5);
        return line;
    }

    private static XDDFColorRgbBinary rgb(String hex) {
        byte[] bytes = new byte[3];
        for (int i = 0; i < 3; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return (XDDFColorRgbBinary) XDDFColor.from(bytes);
    }
}
