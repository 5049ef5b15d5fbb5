package org.jailoo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jailoo.intake.IntakeRefused.Reason;
import org.jailoo.intake.TableFile.ReadTable;
import org.jspecify.annotations.Nullable;

/** A table of a workbook of Excel 97 to 2003. */
final class XlsTable {
    private XlsTable() {}

    static ReadTable read(Path file, @Nullable String wanted, Progress progress) throws IOException, IntakeRefused {
        try (InputStream in = Files.newInputStream(file);
                POIFSFileSystem container = new POIFSFileSystem(in)) {
            if (container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                throw new IntakeRefused(Reason.LOCKED);
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(container)) {
                return read(workbook, wanted, progress);
            }
        } catch (EncryptedDocumentException e) {
            throw new IntakeRefused(Reason.LOCKED);
        } catch (IOException | RuntimeException e) {
            if (e instanceof CancellationException cancelled) {
                throw cancelled;
            }
            // Whatever this old format's reader stumbles on, the file is one that cannot be read.
            throw new IntakeRefused(Reason.DAMAGED);
        }
    }

    private static ReadTable read(HSSFWorkbook workbook, @Nullable String wanted, Progress progress)
            throws IntakeRefused {
        List<String> names = new ArrayList<>();
        workbook.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
        if (names.isEmpty()) {
            throw new IntakeRefused(Reason.EMPTY);
        }
        String name = wanted != null && names.contains(wanted) ? wanted : names.get(0);
        Sheet sheet = workbook.getSheet(name);
        boolean since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        GridBuilder grid = new GridBuilder(progress);
        for (Row row : sheet) {
            for (Cell cell : row) {
                grid.put(cell.getRowIndex(), cell.getColumnIndex(), text(cell, since1904));
            }
        }
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            grid.spreadDown(region.getFirstRow(), region.getLastRow(), region.getFirstColumn());
        }
        return new ReadTable(grid.grid(), names, name, null, null);
    }

    private static String text(Cell cell, boolean since1904) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                NumberText.of(
                        Double.toString(cell.getNumericCellValue()),
                        cell.getCellStyle().getDataFormatString(),
                        cell.getCellStyle().getDataFormat(),
                        since1904);
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }
}
