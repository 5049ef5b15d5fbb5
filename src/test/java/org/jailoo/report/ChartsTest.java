package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jailoo.report.States.COUNTED;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.chart.CompletedPackage;
import org.jailoo.consent.Audience;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;

/** The charts of a workbook, as another library finds them: their cells are those of their tables. */
class ChartsTest {
    private static final Schema SCHEMA = Schema.standard();
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);

    private final States states = new States();

    private Asked asked(Audience audience) {
        return new Asked(audience, TODAY, Words.of("ky"));
    }

    private byte[] book(Audience audience) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(audience, out);
        return out.toByteArray();
    }

    private void write(Audience audience, OutputStream out) throws IOException {
        new ReportWorkbook(SCHEMA, asked(audience), new About(TODAY.atStartOfDay(ZoneOffset.UTC), "0"))
                .write(states, out);
    }

    /** Interviews of four categories, of which the second is of few people. */
    private void interviews() {
        String[] categories = {"migrant", "returnee", "family", "expert"};
        int[] numbers = {30, 3, 25, 20};
        for (int i = 0; i < categories.length; i++) {
            for (int n = 0; n < numbers[i]; n++) {
                states.add(
                        "interview",
                        "{" + COUNTED + ",'category':'" + categories[i] + "','date':'2023-0" + (1 + n % 5)
                                + "','place':{'adm1':'KG-C','settlement':'O''Hara & <b>'},'language':'"
                                        .replace("''", "`")
                                + (n % 3 == 0 ? "ky" : "ru") + "'}");
            }
        }
    }

    private record Bars(String labels, String numbers, List<String> texts, List<Double> values) {}

    private static List<Bars> bars(XSSFChart chart) {
        List<Bars> bars = new ArrayList<>();
        for (CTBarSer series :
                chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray()) {
            List<String> texts = new ArrayList<>();
            series.getCat().getStrRef().getStrCache().getPtList().forEach(p -> texts.add(p.getV()));
            List<Double> values = new ArrayList<>();
            series.getVal().getNumRef().getNumCache().getPtList().forEach(p -> values.add(Double.valueOf(p.getV())));
            bars.add(new Bars(
                    series.getCat().getStrRef().getF(),
                    series.getVal().getNumRef().getF(),
                    texts,
                    values));
        }
        return bars;
    }

    private static List<org.apache.poi.ss.usermodel.Cell> cells(XSSFWorkbook book, String reference) {
        List<org.apache.poi.ss.usermodel.Cell> cells = new ArrayList<>();
        String bare = reference.startsWith("(") ? reference.substring(1, reference.length() - 1) : reference;
        for (String range : bare.split(",(?=')", -1)) {
            for (CellReference at : new AreaReference(range, book.getSpreadsheetVersion()).getAllReferencedCells()) {
                XSSFSheet sheet = book.getSheet(at.getSheetName());
                cells.add(sheet.getRow(at.getRow()).getCell(at.getCol()));
            }
        }
        return cells;
    }

    private static Map<String, XSSFChart> charts(XSSFWorkbook book) {
        Map<String, XSSFChart> charts = new LinkedHashMap<>();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            XSSFSheet sheet = book.getSheetAt(i);
            if (sheet.getDrawingPatriarch() != null) {
                for (XSSFChart chart : sheet.getDrawingPatriarch().getCharts()) {
                    charts.put(chart.getTitleText().getString(), chart);
                }
            }
        }
        return charts;
    }

    @Test
    void everyBarIsTheCellThatItRefersTo() throws IOException {
        interviews();
        try (XSSFWorkbook book = CellDump.read(new ByteArrayInputStream(book(Audience.TEAM)))) {
            Map<String, XSSFChart> charts = charts(book);
            assertThat(charts).hasSize(3);
            charts.values()
                    .forEach(chart -> bars(chart).forEach(series -> {
                        assertThat(cells(book, series.labels()))
                                .extracting(org.apache.poi.ss.usermodel.Cell::getStringCellValue)
                                .isEqualTo(series.texts());
                        assertThat(cells(book, series.numbers()))
                                .extracting(org.apache.poi.ss.usermodel.Cell::getNumericCellValue)
                                .isEqualTo(series.values());
                    }));
            assertThat(charts.values().stream().map(c -> bars(c).get(0).values()))
                    .contains(List.of(30.0, 25.0, 20.0, 3.0));
        }
    }

    @Test
    void aHiddenNumberIsInNoChart() throws IOException {
        interviews();
        try (XSSFWorkbook book = CellDump.read(new ByteArrayInputStream(book(Audience.PUBLIC)))) {
            List<Bars> all = charts(book).values().stream()
                    .flatMap(chart -> bars(chart).stream())
                    .toList();
            assertThat(all).isNotEmpty();
            for (Bars bars : all) {
                assertThat(bars.values()).allMatch(value -> value == 0 || value >= 11);
                assertThat(cells(book, bars.numbers())).allMatch(cell -> cell.getCellType() == CellType.NUMERIC);
            }
            assertThat(charts(book).keySet())
                    .anyMatch(title -> title.equals(Words.of("ky")
                            .text(
                                    "workbook.chart.without-hidden",
                                    Words.of("ky")
                                            .text(
                                                    "table.interviews.by",
                                                    Words.of("ky").labels().field("interview", "category")))));
        }
    }

    @Test
    void tablesOfRowsGetNoChart() {
        states.add("recommendation", "{'plan':'1','text':'Speak','status':'planned'}");
        states.add("recommendation", "{'plan':'1','text':'Write','status':'done'}");
        List<Table> tables = Facts.of(states, SCHEMA, asked(Audience.TEAM)).tables();
        assertThat(tables.stream().filter(t -> t.key().startsWith("plan"))).isNotEmpty();
        assertThat(tables)
                .filteredOn(t -> t.key().startsWith("plan") || t.key().equals("records"))
                .allMatch(t -> Picture.of(t).isEmpty());
    }

    @Test
    void whatPassesThroughInPiecesIsTheSameBook() throws IOException {
        byte[] plain = plain(false);
        byte[] pieces = plain(true);
        Map<String, String> expected = entries(plain);
        Map<String, String> found = entries(pieces);
        assertThat(found.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(6);
        // Said with false alone: the whole book would be printed.
        assertThat(found.equals(expected)).isTrue();
    }

    /** A book of two sheets through the stream, in one go or byte by byte and in odd pieces. */
    private static byte[] plain(boolean inPieces) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Book book = new Book(whole)) {
            Page page = book.page("one", List.of(10.0), 0);
            for (int i = 0; i < 3000; i++) {
                page.row(Look.BULK, Cell.of("row " + i), Cell.of(i));
            }
            book.page("two", List.of(10.0), 0).row(Look.READ, Cell.of("Өмүр"));
            book.finish();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Random random = new Random(5);
        byte[] bytes = whole.toByteArray();
        try (CompletedPackage through = new CompletedPackage(out)) {
            through.add(2, List.of(), List.of(3, 7));
            for (int at = 0; at < bytes.length; ) {
                int n = Math.min(inPieces ? 1 + random.nextInt(7) : bytes.length, bytes.length - at);
                through.write(bytes, at, n);
                at += n;
            }
            through.finish();
        }
        return out.toByteArray();
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipFile file = ZipFile.builder().setByteArray(zip).get()) {
            for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
                entries.put(
                        entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        // It holds the moment at which it was written.
        entries.remove("docProps/core.xml");
        assertThat(entries.get("xl/worksheets/sheet2.xml"))
                .contains("<rowBreaks count=\"2\" manualBreakCount=\"2\"><brk id=\"3\"")
                .endsWith("</rowBreaks></worksheet>");
        return entries;
    }

    @Test
    void aFailureOfTheStreamComesThroughAtOnce() {
        interviews();
        OutputStream full = new OutputStream() {
            private int left = 5000;

            @Override
            public void write(int b) throws IOException {
                left--;
                if (left < 0) {
                    throw new IOException("the disk is full");
                }
            }
        };
        assertThatThrownBy(() -> write(Audience.TEAM, full)).hasStackTraceContaining("the disk is full");
    }
}
