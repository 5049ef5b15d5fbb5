package org.jailoo.sheet;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell: text, or why it is none.
 *
 * @param text in one form of line ends; of a whole number its digits
 * @param not why it is no text; null where it is
 */
record CellContent(String text, @Nullable Reason not) {
    private static final double WHOLE = 1e15;

    static CellContent of(@Nullable Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return new CellContent("", null);
        }
        return switch (cell.getCellType()) {
            case STRING -> new CellContent(SheetText.normal(cell.getStringCellValue()), null);
            case FORMULA -> new CellContent(cell.getCellFormula(), Reason.FORMULA);
            case BOOLEAN -> new CellContent(String.valueOf(cell.getBooleanCellValue()), Reason.YES_NO);
            case NUMERIC -> number(cell);
            default -> new CellContent("", Reason.ERROR_VALUE);
        };
    }

    private static CellContent number(Cell cell) {
        double value = cell.getNumericCellValue();
        String text = value == Math.rint(value) && Math.abs(value) < WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
        return new CellContent(text, DateUtil.isCellDateFormatted(cell) ? Reason.DATE : Reason.NUMBER);
    }

    boolean isBlank() {
        return not == null && text.isBlank();
    }
}
