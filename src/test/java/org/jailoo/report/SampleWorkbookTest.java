package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.Steps;
import org.jailoo.bundle.Progress;
import org.jailoo.consent.Audience;
import org.jailoo.demo.SampleNotebook;
import org.jailoo.i18n.Labels;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook of the sample in three languages: every published figure out of its cells, and the cells as a whole. */
class SampleWorkbookTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-08-01T09:00:00Z"), ZoneOffset.UTC);
    private static final Path GOLDEN = Path.of("src/test/resources/org/jailoo/report");
    private static final int HEAD = 4;
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final Map<String, Path> BOOKS = new HashMap<>();
    /** The cells by language, as they are dumped: a workbook is long to read. */
    private static final Map<String, List<String>> DUMPS = new HashMap<>();

    @BeforeAll
    static void write(@TempDir Path folder) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try (Notebook notebook = TestDoor.create(folder.resolve("sample"), "sample")) {
            Inside.hurry(notebook);
            SampleNotebook.fill(notebook, CLOCK, workers, Progress.NONE);
            for (String language : List.of("en", "ru", "ky")) {
                Path out = folder.resolve(language + ".xlsx");
                new ExportWorkbook(notebook, CLOCK, ZoneId.of("Asia/Bishkek"))
                        .export(new ExportWorkbook.Order(out, Audience.TEAM, language), Steps.UNWATCHED);
                BOOKS.put(language, out);
                DUMPS.put(language, dump(out, Words.of(language)));
            }
            Path report = folder.resolve("report.xlsx");
            new ExportWorkbook(notebook, CLOCK, ZoneId.of("Asia/Bishkek"))
                    .export(
                            new ExportWorkbook.Order(report, Audience.TEAM, "ky", Content.REPORT, null),
                            Steps.UNWATCHED);
            BOOKS.put("report", report);
        } finally {
            workers.shutdownNow();
        }
    }

    private static Path file(String language) {
        return Objects.requireNonNull(BOOKS.get(language));
    }

    /** The cells of the tables and of About, and the heads of the sheets of records. */
    private static List<String> dump(Path file, Words words) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XSSFWorkbook book = CellDump.open(file)) {
            boolean rows = false;
            for (Sheet sheet : book) {
                rows |= sheet.getSheetName().equals(words.labels().types("campaign"));
                lines.add("== " + sheet.getSheetName());
                lines.addAll(CellDump.rows(sheet, rows ? HEAD : Integer.MAX_VALUE));
            }
        }
        return lines;
    }

    private static List<String> dump(String language) {
        return Objects.requireNonNull(DUMPS.get(language));
    }

    /** The rows without the addresses of their cells. */
    private static List<String> rows(String language) {
        return dump(language).stream()
                .map(row -> row.replaceAll("(^| \\| )[A-Z]+[0-9]+ ", "$1"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky"})
    void everyPublishedFigureStandsInItsCells(String language) throws IOException {
        Labels labels = Labels.of(language);
        Words words = Words.of(language);
        List<String> rows = rows(language);
        String total = quoted(words.total());
        // The meetings: 102, of them 80 women and 22 men; 10 experts; plans of 4, 7 and 8 rows; the matrix.
        assertThat(rows).contains(total + " | 80 | 22 | 102");
        assertThat(rows).contains(quoted(words.text("table.experts.distinct")) + " | 10");
        assertThat(plan(rows, "1", words)).hasSize(4);
        assertThat(plan(rows, "2", words)).hasSize(7);
        assertThat(plan(rows, "3", words)).hasSize(8);
        assertThat(plan(rows, "1", words).get(1).substring(1))
                .isEqualTo(plan(rows, "1", words).get(2).substring(1));
        assertThat(rows).contains("3 | 4 | 2");
        assertThat(rows).contains(total + " | 24 | 17 | 41");
        // The project: quotas.
        assertThat(rows).contains(total + " | 1600 | 1600 | share 1.0");
        // The mission: demands by State and by body, calls, commitments.
        for (String state : List.of("KZ 7", "KG 1", "TJ 3", "TM 1", "UZ 4")) {
            String n = state.substring(3);
            assertThat(rows)
                    .contains(quoted(labels.code("country", state.substring(0, 2))) + " | 0 | " + n + " | 0 | " + n);
        }
        assertThat(rows).contains(quoted(words.text("table.state.regional")) + " | 5 | 0 | 4 | 9");
        assertThat(rows).contains(total + " | 5 | 16 | 4 | 25");
        assertThat(rows).contains(quoted(labels.code("bodyKind", "head-of-state")) + " | 0 | 16 | 0 | 16");
        assertThat(rows).contains(quoted(labels.code("bodyKind", "government")) + " | 1 | 15 | 0 | 16");
        assertThat(rows).contains(quoted(labels.code("bodyKind", "parliament")) + " | 0 | 1 | 0 | 1");
        // The survey.
        assertThat(rows)
                .contains(
                        share(labels, "  ", "rape", 42, 300, "0.14"),
                        share(labels, "    ", "gang-rape", 2, 300, "0.0067"),
                        share(labels, "  ", "sexual-harassment-non-contact", 120, 300, "0.4"),
                        share(labels, "  ", "sexual-harassment-contact", 60, 300, "0.2"),
                        share(labels, "  ", "no-written-contract", 165, 300, "0.55"),
                        share(labels, "", "discrimination", 210, 300, "0.7"),
                        share(labels, "  ", "wage-delay", 75, 300, "0.25"),
                        share(labels, "  ", "unpaid-overtime", 150, 300, "0.5"));
        assertThat(rows)
                .contains(
                        pair(labels, "discrimination", "discrimination-migrant-status", "140 | 210 | share 0.6667"),
                        pair(labels, "discrimination", "discrimination-gender", "105 | 210 | share 0.5"),
                        pair(labels, "no-sick-leave", "no-paid-leave", "240 | 300 | share 0.8"));
        assertThat(rows).contains(quoted(words.text("table.help.lost-or-afraid")) + " | 140 | share 0.5");
        assertThat(rows).contains(total + " | 280");
        // The platform: recommendations by mechanism and State.
        String cmw = labels.code("mechanism", "cmw");
        String cescr = labels.code("mechanism", "cescr");
        assertThat(rows)
                .contains(
                        quoted(cmw) + " | 10 | 0 | 10",
                        quoted(cescr) + " | 5 | 0 | 5",
                        quoted(cescr + ", " + cmw) + " | 0 | 10 | 10");
        assertThat(rows).anyMatch(r -> r.startsWith(quoted(labels.code("intervieweeCategory", "migrant")) + " | 34 |"));
        // How much of it is made up.
        assertThat(rows).contains(quoted(words.text("workbook.about.synthetic")) + " | 3956");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky"})
    void theContradictionAboutTheHearingsStandsWithBothValues(String language) throws IOException {
        Words words = Words.of(language);
        List<String> rows = rows(language);
        String october = words.labels().date("2023-10");
        String november = words.labels().date("2023-11");
        assertThat(plan(rows, "2", words).get(4))
                .contains(quoted(october + " ≠ " + november))
                .contains(words.text("table.plan.contradicted"));
        assertThat(rows)
                .anyMatch(row -> row.startsWith(quoted(words.labels().type("recommendation")) + " | ")
                        && row.contains(": " + october)
                        && row.contains(": " + november));
    }

    /** The rows of a plan. */
    private static List<String> plan(List<String> rows, String name, Words words) {
        // The first is its line among the contents.
        int title = rows.lastIndexOf(quoted(words.text("table.plan.title", name)));
        assertThat(title).as("plan " + name).isPositive();
        List<String> plan = new ArrayList<>();
        int first = title + 1;
        while (!rows.get(first).matches("[0-9]+ \\|.*")) {
            first++;
        }
        for (int i = first; i < rows.size() && rows.get(i).matches("[0-9]+ \\|.*"); i++) {
            plan.add(rows.get(i));
        }
        return plan;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String share(Labels labels, String indent, String code, int n, int base, String share) {
        return quoted(indent + labels.code("violation", code)) + " | " + n + " | " + base + " | share " + share
                + " | 0 | 0";
    }

    private static String pair(Labels labels, String one, String other, String numbers) {
        return quoted(labels.code("violation", one)) + " | " + quoted(labels.code("violation", other)) + " | "
                + numbers;
    }

    /**
     * After a change that is wanted, delete the files: they are then written anew, and the difference is read before it
     * is kept.
     */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky"})
    void theCellsAreThoseThatWereRead(String language) throws IOException {
        List<String> lines = dump(language);
        Path golden = GOLDEN.resolve("sample_" + language + ".txt");
        if (Files.notExists(golden)) {
            Files.write(golden, lines);
            throw new AssertionError("written anew, to be read before it is kept: " + golden);
        }
        assertThat(difference(Files.readAllLines(golden), lines)).isEmpty();
    }

    /** The lines that differ, the old one above the new one: what a person has to read, and no more. */
    private static String difference(List<String> old, List<String> now) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
            String before = i < old.size() ? old.get(i) : "(nothing)";
            String after = i < now.size() ? now.get(i) : "(nothing)";
            if (!before.equals(after) && lines.size() < 60) {
                lines.add("line " + (i + 1) + "\n- " + before + "\n+ " + after);
            }
        }
        return String.join("\n", lines);
    }

    /** Another program reads the workbook, computes and draws it anew, and writes it: every cell is the one it was. */
    @Test
    void libreOfficeReadsEveryCellAsItIs(@TempDir Path folder) throws Exception {
        Path program = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(Files.isExecutable(program), "skipped: there is no LibreOffice here");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                folder.toString()));
        List<String> books = LONG ? List.of("en", "ru", "ky") : List.of("report");
        books.forEach(name -> command.add(file(name).toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        for (String name : books) {
            try (XSSFWorkbook ours = CellDump.open(file(name));
                    XSSFWorkbook theirs = CellDump.open(folder.resolve(name + ".xlsx"))) {
                assertThat(theirs.getNumberOfSheets()).isEqualTo(ours.getNumberOfSheets());
                int charts = 0;
                for (Sheet sheet : ours) {
                    XSSFSheet again = theirs.getSheet(sheet.getSheetName());
                    assertThat(CellDump.rows(again, Integer.MAX_VALUE))
                            .as(sheet.getSheetName())
                            .isEqualTo(CellDump.rows(sheet, Integer.MAX_VALUE));
                    charts += charts((XSSFSheet) sheet);
                    assertThat(charts(again)).as(sheet.getSheetName()).isEqualTo(charts((XSSFSheet) sheet));
                }
                assertThat(charts).isGreaterThan(20);
            }
        }
    }

    private static int charts(XSSFSheet sheet) {
        return sheet.getDrawingPatriarch() == null
                ? 0
                : sheet.getDrawingPatriarch().getCharts().size();
    }
}
