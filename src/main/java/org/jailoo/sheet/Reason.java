package org.jailoo.sheet;

import java.util.Locale;

/** Why a sheet, or a cell of it, is not taken; the code of each is stable. */
public enum Reason {
    // ---- the file
    EMPTY_FILE,
    NOT_A_WORKBOOK,
    OLD_WORKBOOK,
    PASSWORD,
    WRONG_PASSWORD,
    DAMAGED,
    TOO_LARGE,
    MACROS,
    EXTERNAL_LINKS,
    // ---- the workbook
    NOT_OUR_SHEET,
    NEWER_VERSION,
    OTHER_NOTEBOOK,
    TECHNICAL_CHANGED,
    SHEET_MISSING,
    SHEET_TWICE,
    COLUMN_MISSING,
    COLUMN_TWICE,
    HEADING_CHANGED,
    TOO_MANY_ROWS,
    // ---- a row
    ROW_WITHOUT_RECORD,
    UNKNOWN_RECORD,
    ROW_TWICE,
    OTHER_TYPE,
    ERASED,
    DELETED,
    UNKNOWN_HISTORY,
    // ---- a cell
    READ_ONLY,
    MERGED,
    FORMULA,
    ERROR_VALUE,
    NUMBER,
    DATE,
    YES_NO,
    UNKNOWN_STATUS,
    OTHER_LANGUAGE,
    SEVERAL_RESPONSIBLE,
    NOT_WHOLE,
    LINE_BREAK,
    CONTROL_CHARACTER,
    TOO_LONG;

    /** The stable code, for messages and scripts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
