package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Reading;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;

/** What programs for tables like to spoil, as it stands in the cells of a written workbook. */
class HardCellsTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);

    private final States states = new States();
    private Schema schema = Schema.standard();

    private XSSFWorkbook book(Audience audience) throws Exception {
        Asked asked = new Asked(audience, TODAY, Words.of("en"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook(schema, asked, new About(TODAY.atStartOfDay(ZoneOffset.UTC), "test")).write(states, out);
        return CellDump.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private XSSFSheet sheet(String name) throws Exception {
        XSSFSheet sheet = book(Audience.TEAM).getSheet(name);
        assertThat(sheet).as(name).isNotNull();
        return sheet;
    }

    private static int column(XSSFSheet sheet, String code) {
        for (org.apache.poi.ss.usermodel.Cell cell : sheet.getRow(1)) {
            if (cell.getStringCellValue().equals(code)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + code);
    }

    private static org.apache.poi.ss.usermodel.Cell cell(XSSFSheet sheet, int row, String code) {
        return sheet.getRow(row).getCell(column(sheet, code));
    }

    @Test
    void textStaysTextWhateverItBeginsWith() throws Exception {
        List<String> texts = List.of(
                "=1+1",
                "+996 555 000000",
                "-5",
                "@name",
                "\\tindented",
                "\\r\\nnext",
                "20101199012345",
                "007",
                "1e5",
                "2023-07-04",
                "TRUE",
                " outer ",
                "_x0041_",
                "a\\u0007b",
                "'quoted");
        for (String text : texts) {
            states.add("campaign", "{'title':'" + text.replace("'", "\\u0027") + "','start':'2023-01-01'}");
        }
        XSSFSheet sheet = sheet("Campaigns");
        for (int i = 0; i < texts.size(); i++) {
            org.apache.poi.ss.usermodel.Cell cell = cell(sheet, i + 2, "title");
            String wanted = texts.get(i)
                    .replace("\\t", "\t")
                    .replace("\\r", "\r")
                    .replace("\\n", "\n")
                    .replace("\\u0007", "\u0007");
            assertThat(cell.getCellType()).as(wanted).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(wanted);
            boolean risky = i < 8 || i == 9 || i == 14 || i == 8;
            assertThat(cell.getCellStyle().getDataFormatString()).as(wanted).isEqualTo(risky ? "@" : "General");
        }
    }

    @Test
    void aTextOf40000CharactersGoesOnInTheNextColumn() throws Exception {
        String text = "ң".repeat(32_766) + "😀" + "ү".repeat(39_998 - 32_766);
        assertThat(text).hasSize(40_000);
        states.add("recommendation", "{'text':'" + text + "','plan':'1','number':1,'status':'planned'}");
        XSSFSheet sheet = sheet("Recommendations");
        int column = column(sheet, "text");
        assertThat(sheet.getRow(1).getCell(column + 1).getStringCellValue()).isEqualTo("text (2)");
        String first = sheet.getRow(2).getCell(column).getStringCellValue();
        String second = sheet.getRow(2).getCell(column + 1).getStringCellValue();
        assertThat(first).hasSize(32_766);
        assertThat(first + second).isEqualTo(text);
        assertThat(CellDump.shown(cell(sheet, 2, "status"))).isEqualTo("\"Planned\"");

        // In the table of the plan too, and what comes after it stands under its own title.
        XSSFSheet plan = book(Audience.PUBLIC).getSheetAt(1);
        List<String> rows = CellDump.rows(plan, 100);
        assertThat(rows).anyMatch(r -> r.contains("B5 \"Action\" | C5 \"Action (2)\" | D5 \"When, as said\""));
        assertThat(rows).anyMatch(r -> r.contains("I6 \"Planned\""));
    }

    @Test
    void datesAreDatesAndPartsOfDatesAreText() throws Exception {
        List<String> dates = List.of(
                "2023-07-04", "1969-12-31", "1955-03-01", "1900-03-01", "1900-02-28", "1899-12-31", "1961-05", "1961");
        for (String date : dates) {
            states.add("campaign", "{'title':'t','start':'" + date + "'}");
        }
        XSSFSheet sheet = sheet("Campaigns");
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 7)).allSatisfy(i -> {
            String date = dates.get(i);
            String wanted = i < 4 ? "date " + date : '"' + date + '"';
            assertThat(CellDump.shown(cell(sheet, i + 2, "start"))).isEqualTo(wanted);
        });
        assertThat(cell(sheet, 3, "start").getNumericCellValue()).isEqualTo(25_568);
    }

    @Test
    void numbersAreNumbersAndNothingIsBlank() throws Exception {
        states.add(
                "recommendation",
                "{'text':'a','target':10000,'number':20101199012345,'themes/women':true,'themes/migrants':true}");
        states.add("recommendation", "{'text':'b'}");
        XSSFSheet sheet = sheet("Recommendations");
        assertThat(CellDump.shown(cell(sheet, 2, "target"))).isEqualTo("10000");
        assertThat(CellDump.shown(cell(sheet, 2, "number"))).isEqualTo("20101199012345");
        assertThat(cell(sheet, 2, "number").getCellStyle().getDataFormatString())
                .isEqualTo("0");
        assertThat(cell(sheet, 2, "themes").getStringCellValue()).contains("; ");
        assertThat(cell(sheet, 3, "themes")).isNull();
        assertThat(cell(sheet, 3, "target")).isNull();
    }

    @Test
    void aFieldAddedToTheSchemaAppearsWithoutJava() throws Exception {
        schema = changed(
                "\"plan\": \"text\"",
                "\"plan\": \"text\", \"hope\": \"choice:risk\", \"visit\": {\"items\": {\"day\": \"date\"}}");
        states.add("recommendation", "{'text':'a','hope':'high'," + States.item("visit") + "{'day':'2023-07'}}");
        XSSFWorkbook book = book(Audience.PUBLIC);
        XSSFSheet sheet = book.getSheet("Recommendations");
        assertThat(CellDump.shown(cell(sheet, 2, "hope"))).isEqualTo("\"High\"");
        XSSFSheet visits = book.getSheet("visit – Recommendations");
        assertThat(CellDump.shown(cell(visits, 2, "visit.day"))).isEqualTo("\"2023-07\"");
        assertThat(CellDump.shown(cell(visits, 2, "visit.day.last"))).isEqualTo("date 2023-07-31");
    }

    @Test
    void moreRowsThanASheetHoldsGoOnOnTheNext() throws Exception {
        for (int i = 0; i < 7; i++) {
            states.add("campaign", "{'title':'c" + i + "'}");
        }
        DataSheet sheet = sheetOf("campaign");
        XSSFWorkbook read = written(sheet, "Campaigns", new DataPages.Size(5, 16_384));
        assertThat(read.getNumberOfSheets()).isEqualTo(3);
        assertThat(read.getSheetAt(2).getSheetName()).isEqualTo("Campaigns (3)");
        assertThat(CellDump.shown(cell(read.getSheetAt(2), 2, "title"))).isEqualTo("\"c6\"");
        assertThat(CellDump.rows(read.getSheetAt(1), 9)).hasSize(5);
    }

    @Test
    void moreColumnsThanASheetHoldsGoOnOnTheNextAndTheIdStandsOnEach() throws Exception {
        states.add("campaign", "{'title':'c','start':'2023','purpose':'" + "x".repeat(70_000) + "'}");
        DataSheet sheet = sheetOf("campaign");
        XSSFWorkbook read = written(sheet, "Campaigns", new DataPages.Size(1000, 5));
        assertThat(read.getNumberOfSheets()).isGreaterThan(1);
        int columns = 0;
        StringBuilder purpose = new StringBuilder();
        for (int i = 0; i < read.getNumberOfSheets(); i++) {
            XSSFSheet part = read.getSheetAt(i);
            assertThat((int) part.getRow(1).getLastCellNum()).isLessThanOrEqualTo(5);
            assertThat(part.getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo(read.getSheetAt(0).getRow(2).getCell(0).getStringCellValue());
            columns += part.getRow(1).getLastCellNum() - 1;
            for (org.apache.poi.ss.usermodel.Cell head : part.getRow(1)) {
                if (head.getStringCellValue().startsWith("purpose")) {
                    purpose.append(part.getRow(2).getCell(head.getColumnIndex()).getStringCellValue());
                }
            }
        }
        assertThat(columns).isEqualTo(sheet.widths().stream().mapToInt(w -> w).sum() - 1);
        assertThat(purpose).hasToString("x".repeat(70_000));
    }

    private DataSheet sheetOf(String name) {
        RecordType type = java.util.Objects.requireNonNull(schema.type(name));
        DataSheet sheet =
                DataSheet.of(type, schema, Words.of("en"), publicReading()).get(0);
        states.each(name, record -> sheet.measure(new Shown(publicReading().shown(record))));
        return sheet;
    }

    private Reading publicReading() {
        return new Reading(new Disclosure(schema), Audience.PUBLIC, TODAY, Children.UNKNOWN);
    }

    private XSSFWorkbook written(DataSheet sheet, String name, DataPages.Size size) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Book book = new Book(out)) {
            new DataPages(sheet, Words.of("en"), size)
                    .write(
                            book,
                            book.name(name),
                            take -> sheet.each(states, publicReading(), new Names(), take),
                            java.util.Map.of());
            book.finish();
        }
        return CellDump.read(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void whatIsSensitiveOrOfAPersonIsInNoCellForOthers() throws Exception {
        states.add(
                "recommendation",
                "{'text':'a','notes':'CANARY1'," + States.item("responsible") + "{'role':'chair','name':'CANARY2'}}");
        states.add("interview", "{" + States.COUNTED + ",'narrative':'CANARY3','code':'CANARY4'}");
        states.add("participant", "{'occupation':'CANARY5'}");
        states.add("identity", "{'fullName':'CANARY6'}");
        states.add("interview", "{'consent':{'given':'declined'},'narrative':'CANARY7'}");
        assertThat(all(book(Audience.PUBLIC)))
                .contains("chair")
                .doesNotContain("CANARY")
                .contains("\"Left out: Interviews, consent declined\" | B16 \"*\"");
        assertThat(all(book(Audience.PARTNERS))).doesNotContain("CANARY");
        assertThat(all(book(Audience.TEAM)))
                .contains("CANARY1", "CANARY2", "CANARY3", "CANARY4", "CANARY5")
                .doesNotContain("CANARY6")
                .doesNotContain("CANARY7");
    }

    private static String all(XSSFWorkbook book) {
        StringBuilder all = new StringBuilder();
        book.forEach(sheet -> CellDump.rows(sheet, Integer.MAX_VALUE).forEach(all::append));
        return all.toString();
    }

    private static Schema changed(String piece, String by) throws Exception {
        try (java.io.InputStream in = Schema.class.getResourceAsStream("/records.json")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(piece);
            return Schema.read(new ByteArrayInputStream(text.replace(piece, by).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
