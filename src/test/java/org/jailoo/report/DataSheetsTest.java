package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.consent.Audience;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;

/** The data of a notebook as sheets to count and filter on: what stands in the rows of records and of their items. */
class DataSheetsTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);

    private static final Schema SCHEMA = Schema.standard();

    /** The workbooks of {@link #interview}, by what they hold. */
    private static final Map<Content, XSSFWorkbook> OF_INTERVIEW = new EnumMap<>(Content.class);

    private final States states = new States();

    private XSSFWorkbook book(Audience audience, Content content) throws Exception {
        Asked asked = new Asked(audience, TODAY, Words.of("en"));
        About about = new About(TODAY.atStartOfDay(ZoneOffset.UTC), "test", content, "", About.Guard.NOTHING);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook(SCHEMA, asked, about).write(states, out);
        return CellDump.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static XSSFSheet sheet(XSSFWorkbook book, String name) {
        XSSFSheet sheet = book.getSheet(name);
        assertThat(sheet).as(name).isNotNull();
        return Objects.requireNonNull(sheet);
    }

    /** A row of a sheet, by the names of its columns; nothing for what is blank. */
    private static Map<String, String> row(XSSFSheet sheet, int row) {
        Map<String, String> cells = new TreeMap<>();
        for (org.apache.poi.ss.usermodel.Cell cell : sheet.getRow(row)) {
            String name = sheet.getRow(1).getCell(cell.getColumnIndex()).getStringCellValue();
            cells.put(name, CellDump.shown(cell));
        }
        return cells;
    }

    private XSSFWorkbook ofInterview(Content content) throws Exception {
        interview();
        if (!OF_INTERVIEW.containsKey(content)) {
            OF_INTERVIEW.put(content, book(Audience.TEAM, content));
        }
        return Objects.requireNonNull(OF_INTERVIEW.get(content));
    }

    private void interview() {
        states.add("campaign", "{'title':'Season','start':'2023'}");
        states.add(
                "interview",
                "{" + States.COUNTED + ",'code':'A7-1','date':'2023-05','place':{'country':'KG','settlement':'Tosor'},"
                        + "'helpBarriers/shame':true,'helpBarriers/cost':true,'minutes':40,"
                        + States.item("violations")
                        + "{'code':'wage-delay','country':'RU','indicators':['deception'],'from':'2022'},"
                        + States.item("violations") + "{'code':'rape','note':'" + "ө".repeat(40_000) + "'}}");
        states.add("interview", "{" + States.COUNTED + ",'code':'A7-2','date':'2023-07-04'}");
    }

    @Test
    void itemsHaveASheetOfTheirOwnWithTheCodePlaceAndDateOfTheirRecord() throws Exception {
        XSSFWorkbook book = ofInterview(Content.DATA);
        XSSFSheet interviews = sheet(book, "Interviews");
        XSSFSheet violations = sheet(book, "Violations – Interviews");
        assertThat(interviews.getLastRowNum()).isEqualTo(3);
        assertThat(violations.getLastRowNum()).isEqualTo(3);
        List<String> codes = new ArrayList<>();
        for (int i = 2; i <= 3; i++) {
            Map<String, String> row = row(violations, i);
            assertThat(row)
                    .containsEntry("interview.code", "\"A7-1\"")
                    .containsEntry("interview.place.settlement", "\"Tosor\"")
                    .containsEntry("interview.date", "\"2023-05\"")
                    .containsEntry("interview.date.first", "date 2023-05-01")
                    .containsEntry("interview.date.last", "date 2023-05-31")
                    .containsEntry("record", CellDump.shown(interviews.getRow(2).getCell(0)));
            codes.add(row.get("violations.code"));
        }
        assertThat(codes).containsExactlyInAnyOrder("\"Wage delay\"", "\"Rape\"");
        assertThat(row(interviews, 2)).doesNotContainKey("violations");
    }

    @Test
    void aTextOfAnItemTooLongForACellGoesOnInTheNextColumnAndIsWhole() throws Exception {
        XSSFSheet violations = sheet(ofInterview(Content.DATA), "Violations – Interviews");
        String whole = "";
        for (int i = 2; i <= 3; i++) {
            for (org.apache.poi.ss.usermodel.Cell cell : violations.getRow(i)) {
                String name =
                        violations.getRow(1).getCell(cell.getColumnIndex()).getStringCellValue();
                whole += name.startsWith("violations.note") ? cell.getStringCellValue() : "";
            }
        }
        assertThat(whole).isEqualTo("ө".repeat(40_000));
    }

    @Test
    void severalCodesAreOneColumnAndAColumnEachAndNothingWhereNothingWasAnswered() throws Exception {
        XSSFWorkbook book = ofInterview(Content.DATA);
        Map<String, String> first = row(sheet(book, "Interviews"), 2);
        assertThat(first)
                .containsEntry("helpBarriers.shame", "1")
                .containsEntry("helpBarriers.cost", "1")
                .containsEntry("helpBarriers.language", "0");
        assertThat(first.get("helpBarriers")).contains("; ");
        assertThat(first.keySet().stream().filter(k -> k.startsWith("helpBarriers.")))
                .hasSize(Objects.requireNonNull(SCHEMA.codebooks().get("helpBarrier"))
                        .codes()
                        .size());
        Map<String, String> second = row(sheet(book, "Interviews"), 3);
        assertThat(second.keySet()).noneMatch(k -> k.startsWith("helpBarriers") || k.startsWith("asked"));
        assertThat(second).doesNotContainKey("minutes").containsEntry("consent.purposes.statistics", "1");
        XSSFSheet violations = sheet(book, "Violations – Interviews");
        assertThat(row(violations, 2).containsKey("violations.indicators.deception"))
                .isNotEqualTo(row(violations, 3).containsKey("violations.indicators.deception"));
    }

    /** Of languages there are too many: those that are spoken have a column, and a code that nobody knows yet. */
    @Test
    void ofAnOpenEndedListTheCodesInUseHaveAColumn() throws Exception {
        states.add("participant", "{'languages/ky':true,'languages/uz':true,'roles/astronaut':true}");
        Map<String, String> row = row(sheet(book(Audience.TEAM, Content.DATA), "Participants"), 2);
        assertThat(row.keySet().stream().filter(k -> k.startsWith("languages.")))
                .containsExactlyInAnyOrder("languages.ky", "languages.uz");
        assertThat(row).containsEntry("roles.astronaut", "1").containsEntry("roles.teacher", "0");
    }

    @Test
    void yearsAndQuartersHaveTheirFirstAndLastDay() throws Exception {
        states.add("campaign", "{'title':'c','start':'2022','end':'2024-02'}");
        states.add(
                "recommendation",
                "{'text':'t','plan':'1'," + States.item("progress") + "{'quarter':'2023-Q4','text':'done'}}");
        XSSFWorkbook book = book(Audience.PUBLIC, Content.DATA);
        assertThat(row(sheet(book, "Campaigns"), 2))
                .containsEntry("start", "\"2022\"")
                .containsEntry("start.first", "date 2022-01-01")
                .containsEntry("start.last", "date 2022-12-31")
                .containsEntry("end.last", "date 2024-02-29");
        assertThat(row(sheet(book, "Progress – Recommendations"), 2))
                .containsEntry("recommendation.plan", "\"1\"")
                .containsEntry("progress.quarter.first", "date 2023-10-01")
                .containsEntry("progress.quarter.last", "date 2023-12-31");
    }

    @Test
    void whatIsEditedHasListsAndEverySheetItsFilterAndFrozenHeader() throws Exception {
        states.add("recommendation", "{'text':'t','plan':'1','status':'planned'}");
        XSSFWorkbook book = book(Audience.PUBLIC, Content.DATA);
        XSSFSheet sheet = sheet(book, "Recommendations");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
        CellRangeAddress filter =
                CellRangeAddress.valueOf(sheet.getCTWorksheet().getAutoFilter().getRef());
        assertThat(filter.getFirstRow()).isEqualTo(1);
        assertThat(filter.getLastRow()).isEqualTo(2);
        List<String> offered = new ArrayList<>();
        for (DataValidation each : sheet.getDataValidations()) {
            CellRangeAddress at = each.getRegions().getCellRangeAddress(0);
            String name = sheet.getRow(1).getCell(at.getFirstColumn()).getStringCellValue();
            if (name.equals("status")) {
                offered = values(book, each.getValidationConstraint().getFormula1());
            }
        }
        assertThat(offered)
                .hasSize(Objects.requireNonNull(SCHEMA.codebooks().get("actionStatus"))
                        .codes()
                        .size())
                .contains("Planned", "Done");
    }

    private static List<String> values(XSSFWorkbook book, String range) {
        org.apache.poi.ss.util.AreaReference area =
                new org.apache.poi.ss.util.AreaReference(range, book.getSpreadsheetVersion());
        List<String> values = new ArrayList<>();
        for (org.apache.poi.ss.util.CellReference cell : area.getAllReferencedCells()) {
            values.add(sheet(book, cell.getSheetName())
                    .getRow(cell.getRow())
                    .getCell(cell.getCol())
                    .getStringCellValue());
        }
        return values;
    }

    @Test
    void aWorkbookHoldsWhatWasAskedFor() throws Exception {
        List<String> report = names(ofInterview(Content.REPORT));
        List<String> data = names(ofInterview(Content.DATA));
        List<String> all = names(ofInterview(Content.ALL));
        assertThat(report).contains("About", "Codebook").doesNotContain("Interviews", "Columns");
        assertThat(data).contains("About", "Interviews", "Columns", "Codebook").doesNotContain("Notebook");
        assertThat(all).containsAll(report).containsAll(data);
        XSSFSheet columns = sheet(ofInterview(Content.DATA), "Columns");
        assertThat(CellDump.rows(columns, 1000))
                .anyMatch(r -> r.contains("\"interview.place.country\"") && r.contains("\"country\""));
    }

    private static List<String> names(XSSFWorkbook book) {
        List<String> names = new ArrayList<>();
        book.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    /** The same rows as in the workbook, read by another's parser. */
    @Test
    void csvHoldsTheSameRowsAsTheSheets() throws Exception {
        interview();
        Asked asked = new Asked(Audience.TEAM, TODAY, Words.of("en"));
        About about = new About(TODAY.atStartOfDay(ZoneOffset.UTC), "test", Content.DATA, "", About.Guard.NOTHING);
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        new CsvFiles(SCHEMA, asked, CsvSeparator.SEMICOLON).data(states, about, name -> opened(files, name));
        assertThat(files).containsKeys("about.csv", "codebook.csv", "columns.csv", "campaign.csv", "interview.csv");
        XSSFSheet sheet = sheet(book(Audience.TEAM, Content.DATA), "Violations – Interviews");
        List<Map<String, String>> read = read(Objects.requireNonNull(files.get("interview.violations.csv")));
        assertThat(read).hasSize(2);
        for (int i = 0; i < read.size(); i++) {
            Map<String, String> row = row(sheet, i + 2);
            Map<String, String> csv = read.get(i);
            csv.values().removeIf(String::isEmpty);
            assertThat(csv.keySet().stream().filter(k -> !k.equals("violations.note")))
                    .containsExactlyInAnyOrderElementsOf(row.keySet().stream()
                            .filter(k -> !k.startsWith("violations.note"))
                            .toList());
            csv.forEach((name, value) -> {
                if (!name.equals("violations.note")) {
                    assertThat(row.get(name)).isIn(value, '"' + value + '"', "date " + value);
                }
            });
        }
        // One column, however long.
        assertThat(read).anyMatch(r -> r.getOrDefault("violations.note", "").length() == 40_000);
    }

    private static OutputStream opened(Map<String, ByteArrayOutputStream> files, String name) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        files.put(name, file);
        return file;
    }

    private static List<Map<String, String>> read(ByteArrayOutputStream file) throws IOException {
        String text = file.toString(StandardCharsets.UTF_8).substring(1);
        try (CSVParser parser =
                CSVFormat.RFC4180.builder().setDelimiter(';').setHeader().get().parse(new StringReader(text))) {
            List<Map<String, String>> rows = new ArrayList<>();
            parser.forEach(each -> rows.add(new TreeMap<>(each.toMap())));
            return rows;
        }
    }

    @Test
    void aTableAsCsvHidesWhatItHides() throws Exception {
        Table table = new Table(
                "k",
                Table.Topic.NOTEBOOK,
                Counted.PEOPLE,
                "",
                "Title",
                List.of("a note; with a separator"),
                List.of(new Table.Column("a", Table.Width.WIDE), new Table.Column("b", Table.Width.WIDE)),
                List.of(
                        Table.Row.plain(Cell.of("=x"), new Cell.Hidden()),
                        Table.Row.plain(Cell.share(1, 3), Cell.of(12))),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFiles.table(table, CsvSeparator.SEMICOLON, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFa;b\r\n'=x;*\r\n0,3333;12\r\n\"\"\r\nTitle\r\n\"a note; with a separator\"\r\n");
    }
}
