package org.jailoo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.intake.IntakeRefused.Reason;
import org.jailoo.intake.TableFile.How;
import org.jailoo.intake.TableFile.ReadTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks written by another library, old and new, with everything that offices put into them. */
class WorkbookTablesTest {
    @TempDir
    private Path folder = Path.of("");

    private Path written(Workbook workbook) throws IOException {
        Path file = folder.resolve("table");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        workbook.close();
        return file;
    }

    private static Workbook workbook(boolean old) {
        return old ? new HSSFWorkbook() : new XSSFWorkbook();
    }

    private static CellStyle style(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cellsAreReadAsPeopleSeeThem(boolean old) throws IOException, IntakeRefused {
        Workbook workbook = workbook(old);
        workbook.createSheet("Титул").createRow(0).createCell(0).setCellValue("not this one");
        Sheet sheet = workbook.createSheet("Участники");
        sheet.createRow(0).createCell(0).setCellValue("Список участников встречи");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:D1"));
        var row = sheet.createRow(3);
        row.createCell(0).setCellValue(12_345_678_901_234.0);
        row.createCell(1).setCellValue(LocalDate.of(2023, 7, 4));
        row.getCell(1).setCellStyle(style(workbook, "dd.mm.yyyy"));
        row.createCell(2).setCellFormula("1+1");
        row.createCell(3).setCellValue(true);
        row.createCell(4).setCellValue(LocalDate.of(2023, 9, 1));
        row.getCell(4).setCellStyle(style(workbook, "mmm yyyy"));
        row.createCell(5).setCellValue(7);
        row.getCell(5).setCellStyle(style(workbook, "0000"));
        row.createCell(6).setCellValue("Өзгөн\nҮч-Коргон");
        row.createCell(7).setCellValue(0.1 + 0.2);
        row.createCell(8).setCellFormula("1/0");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        ReadTable table = TableFile.read(written(workbook), new How("Участники", null, null), Progress.UNWATCHED);
        assertThat(table.sheets()).containsExactly("Титул", "Участники");
        assertThat(table.grid().rows()).hasSize(4);
        assertThat(table.grid().rows().get(0).cells()).containsExactly("Список участников встречи");
        assertThat(table.grid().rows().get(3).number()).isEqualTo(4);
        assertThat(table.grid().rows().get(3).cells())
                .containsExactly(
                        "12345678901234",
                        "2023-07-04",
                        "2",
                        "true",
                        "2023-09",
                        "0007",
                        "Өзгөн\nҮч-Коргон",
                        "0.3",
                        "#DIV/0!");
    }

    /** As in an action plan: the direction stands once beside three rows, and means all of them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mergedCellMeansEachRowBesideIt(boolean old) throws IOException, IntakeRefused {
        Workbook workbook = workbook(old);
        Sheet sheet = workbook.createSheet();
        for (int i : List.of(0, 1, 2, 4)) {
            sheet.createRow(i).createCell(1).setCellValue("row " + (i + 1));
        }
        sheet.getRow(1).createCell(0).setCellValue("Закон");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A5"));
        Grid grid = TableFile.read(written(workbook), How.RECOGNISED, Progress.UNWATCHED)
                .grid();
        assertThat(grid.rows().stream().map(r -> r.cell(0))).containsExactly("", "Закон", "Закон", "", "Закон");
        assertThat(grid.rows().get(3).isEmpty()).isTrue();
    }

    @Test
    void formulaThatNobodyComputedIsShownAndNotLost() throws IOException, IntakeRefused {
        Workbook workbook = workbook(false);
        workbook.createSheet().createRow(0).createCell(0).setCellFormula("A2&\"x\"");
        Grid grid = TableFile.read(written(workbook), How.RECOGNISED, Progress.UNWATCHED)
                .grid();
        assertThat(grid.rows().get(0).cell(0)).startsWith("=A2");
    }

    @Test
    void workbookThatIsCutOffIsRefused() throws IOException {
        Workbook workbook = workbook(false);
        workbook.createSheet().createRow(0).createCell(0).setCellValue("x");
        byte[] whole = Files.readAllBytes(written(workbook));
        for (int length : new int[] {5, 100, whole.length / 2, whole.length - 30}) {
            Path cut = Files.write(folder.resolve("cut-" + length), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TableFile.read(cut, How.RECOGNISED, Progress.UNWATCHED))
                    .isInstanceOf(IntakeRefused.class);
        }
    }

    @Test
    void workbookWithAPasswordIsToldApart() throws Exception {
        Path file = folder.resolve("locked");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inside = encryptor.getDataStream(container);
                    Workbook workbook = workbook(false)) {
                workbook.createSheet();
                workbook.write(inside);
            }
            container.writeFilesystem(out);
        }
        assertThatThrownBy(() -> TableFile.read(file, How.RECOGNISED, Progress.UNWATCHED))
                .isInstanceOfSatisfying(
                        IntakeRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED));
    }

    @Test
    void cellFarOutsideIsRefusedAndNotFilledUp() throws IOException {
        Workbook workbook = workbook(false);
        workbook.createSheet().createRow(1_000_000).createCell(0).setCellValue("x");
        Path file = written(workbook);
        assertThatThrownBy(() -> TableFile.read(file, How.RECOGNISED, Progress.UNWATCHED))
                .isInstanceOfSatisfying(
                        IntakeRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    /** A row of number 0 would be lost, and of two cells in one place the first. */
    @Test
    void cellsWithoutAPlaceOfTheirOwnAreRefused() throws IntakeRefused {
        GridBuilder grid = new GridBuilder(Progress.UNWATCHED);
        grid.put(0, 1, "a");
        assertThatThrownBy(() -> grid.put(-1, 0, "b"))
                .isInstanceOfSatisfying(
                        IntakeRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
        assertThatThrownBy(() -> grid.put(0, 1, "c"))
                .isInstanceOfSatisfying(
                        IntakeRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
    }
}
