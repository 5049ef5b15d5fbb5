package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a text begins with, it is no formula in any file, and comes back as it was. */
class FormulaTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int STRINGS = LONG ? 100_000 : 4_000;
    private static final String[] BEGINNINGS = {"=", "+", "-", "@", "\t", "\r"};
    private static final String[] PIECES = {
        "1+1",
        "cmd|' /C calc'!A0",
        "SUM(A1:A9)",
        "HYPERLINK(\"http://x\";\"y\")",
        "996 555",
        "ң",
        "😀",
        ";",
        ",",
        "\"",
        "'",
        "\n",
        "\r\n",
        "\t",
        " ",
        "=",
        "_x0041_",
        "<a>&amp;",
        "\u0007",
        "\uFEFF",
        "\u00A0",
        "0",
        "text"
    };

    /** Ways to hide a beginning that some programs see through. */
    private static final String[] BEFORE = {"", "", "", "", "'", "''", " ", "\u00A0", "\n", "\uFEFF", "'\t"};

    @TempDir
    Path folder = Path.of("");

    private static List<String> strings() {
        Random random = new Random(Long.getLong("jailoo.seed", 42));
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < STRINGS; i++) {
            StringBuilder text = new StringBuilder(BEFORE[random.nextInt(BEFORE.length)]);
            text.append(BEGINNINGS[i % BEGINNINGS.length]);
            for (int n = random.nextInt(6); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            strings.add(text.toString());
        }
        return strings;
    }

    @Test
    void noneOfThemIsAFormulaInAWorkbook() throws Exception {
        List<String> strings = strings();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Book book = new Book(out)) {
            Page page = book.page(book.name("s"), List.of(20.0), 0);
            for (String text : strings) {
                page.wideRow(Look.BULK, List.of(Cell.of(text)), List.of(1));
            }
            book.finish();
        }
        assertThat(formulas(out.toByteArray())).isZero();
        try (XSSFWorkbook read = CellDump.read(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFSheet sheet = read.getSheetAt(0);
            for (int i = 0; i < strings.size(); i++) {
                org.apache.poi.ss.usermodel.Cell cell = sheet.getRow(i).getCell(0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                if (!cell.getStringCellValue().equals(strings.get(i))) {
                    assertThat(cell.getStringCellValue()).isEqualTo(strings.get(i));
                }
            }
        }
    }

    /** Elements of formulas in the sheets themselves, for nobody else's eyes to overlook. */
    private int formulas(byte[] book) throws Exception {
        int found = 0;
        Path file = Files.write(folder.resolve("book.xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                found += entry.getName().contains("worksheets/") && xml.matches("(?s).*<f[ >/].*") ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void noneOfThemIsAFormulaInCsvAndEachComesBack() throws Exception {
        for (CsvSeparator separator : CsvSeparator.values()) {
            List<String> strings = strings();
            List<CSVRecord> read = written(strings, separator);
            int live = 0;
            for (int i = 0; i < strings.size(); i++) {
                String field = read.get(i).get(0);
                live += isLive(field) ? 1 : 0;
                if (!CsvText.read(field).equals(strings.get(i))) {
                    assertThat(CsvText.read(field)).isEqualTo(strings.get(i));
                }
                assertThat(read.get(i).get(1)).isEqualTo("-5");
            }
            System.out.println(strings.size() + " strings, live formulas in CSV: " + live);
            assertThat(live).isZero();
        }
    }

    private static List<CSVRecord> written(List<String> strings, CsvSeparator separator) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvPage page = new CsvPage(out, separator);
        for (String text : strings) {
            page.row(List.of(Cell.of(text), Cell.of(-5)));
        }
        page.flush();
        byte[] bytes = out.toByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator.character())
                .get()
                .parse(new StringReader(text))) {
            return parser.getRecords();
        }
    }

    /** What a program computes, as strictly as any is said to: white space before it, and its wide form, count too. */
    private static boolean isLive(String field) {
        return field.matches("(?s)^[\\s\\p{Z}\\uFEFF\\p{Cntrl}]*[=+\\-@＝＋－＠].*") || field.matches("(?s)^[\\t\\r\\n].*");
    }

    /** A rule without any one of the six beginnings would be seen. */
    @Test
    void aDamagedRuleIsSeen() {
        for (String beginning : BEGINNINGS) {
            assertThat(isLive(beginning + "1")).as(beginning).isTrue();
            assertThat(isLive(CsvText.written(beginning + "1"))).isFalse();
        }
        assertThat(strings().stream().filter(FormulaTest::isLive).count()).isGreaterThan(STRINGS / 2);
    }

    @Test
    void ordinaryTextIsNotTouched() {
        for (String text : List.of("", "a=b", "it's", "'quoted'", "1-2", "ң", "'", "''x", "a\tb")) {
            assertThat(CsvText.written(text)).isEqualTo(text);
            assertThat(CsvText.read(text)).isEqualTo(text);
        }
        assertThat(CsvText.written("'=1")).isEqualTo("''=1");
    }
}
