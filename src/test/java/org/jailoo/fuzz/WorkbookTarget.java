package org.jailoo.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.intake.TableFile.How;

/** The reader of tables with a workbook whose parts say anything; see {@link Parts}. */
public final class WorkbookTarget {
    private static final Map<String, byte[]> RIGHT = right();

    private WorkbookTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(WorkbookTarget::take, input);
    }

    private static void take(byte[] input) throws Exception {
        TableTarget.look(TableTarget.read(Parts.zip(RIGHT, input), How.RECOGNISED));
    }

    /** The parts of a workbook as an office keeps it. */
    static Map<String, byte[]> right() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Участники");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            String[] heading = {"ФИО", "Пол", "Дата рождения", "Область", "Возраст", "Телефон"};
            for (int i = 0; i < heading.length; i++) {
                (i == 0 ? sheet.createRow(0) : sheet.getRow(0)).createCell(i).setCellValue(heading[i]);
            }
            for (int r = 1; r < 4; r++) {
                var row = sheet.createRow(r);
                row.createCell(0).setCellValue("Асанова Үмүт " + r);
                row.createCell(1).setCellValue("ж");
                row.createCell(2).setCellValue(LocalDate.of(1980 + r, 5, r));
                row.getCell(2).setCellStyle(day);
                row.createCell(3).setCellValue("Ысык-Көл");
                row.createCell(4).setCellFormula("40+" + r);
                row.createCell(5).setCellValue(true);
            }
            sheet.addMergedRegion(CellRangeAddress.valueOf("D2:D4"));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
            return Parts.unzip(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
