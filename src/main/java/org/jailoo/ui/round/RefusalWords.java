package org.jailoo.ui.round;

import org.jailoo.sheet.Reason;
import org.jailoo.sheet.Refusal;
import org.jailoo.ui.common.Texts;

/** Why a cell is not taken, in the reader's language. */
final class RefusalWords {
    private RefusalWords() {}

    /** Where it stands; empty where it is about the file. */
    static String where(Refusal refusal, Texts texts) {
        if (refusal.sheet().isEmpty()) {
            return "";
        }
        return refusal.cell().isEmpty()
                ? refusal.sheet()
                : texts.text("round.back.where", refusal.sheet(), refusal.cell());
    }

    /** Why, with what stands there. */
    static String why(Refusal refusal, Texts texts) {
        String sentence = texts.text(key(refusal.reason()));
        return refusal.said().isBlank() ? sentence : sentence + " " + texts.text("round.refused.said", refusal.said());
    }

    private static String key(Reason reason) {
        return switch (reason) {
            case EMPTY_FILE -> "round.refused.empty-file";
            case NOT_A_WORKBOOK -> "round.refused.not-a-workbook";
            case OLD_WORKBOOK -> "round.refused.old-workbook";
            case PASSWORD -> "round.refused.password";
            case WRONG_PASSWORD -> "round.refused.wrong-password";
            case DAMAGED -> "round.refused.damaged";
            case TOO_LARGE -> "round.refused.too-large";
            case MACROS -> "round.refused.macros";
            case EXTERNAL_LINKS -> "round.refused.external-links";
            case NOT_OUR_SHEET -> "round.refused.not-our-sheet";
            case NEWER_VERSION -> "round.refused.newer-version";
            case OTHER_NOTEBOOK -> "round.refused.other-notebook";
            case TECHNICAL_CHANGED -> "round.refused.technical-changed";
            case SHEET_MISSING -> "round.refused.sheet-missing";
            case SHEET_TWICE -> "round.refused.sheet-twice";
            case COLUMN_MISSING -> "round.refused.column-missing";
            case COLUMN_TWICE -> "round.refused.column-twice";
            case HEADING_CHANGED -> "round.refused.heading-changed";
            case TOO_MANY_ROWS -> "round.refused.too-many-rows";
            case ROW_WITHOUT_RECORD -> "round.refused.row-without-record";
            case UNKNOWN_RECORD -> "round.refused.unknown-record";
            case ROW_TWICE -> "round.refused.row-twice";
            case OTHER_TYPE -> "round.refused.other-type";
            case ERASED -> "round.refused.erased";
            case DELETED -> "round.refused.deleted";
            case UNKNOWN_HISTORY -> "round.refused.unknown-history";
            case READ_ONLY -> "round.refused.read-only";
            case MERGED -> "round.refused.merged";
            case FORMULA -> "round.refused.formula";
            case ERROR_VALUE -> "round.refused.error-value";
            case NUMBER -> "round.refused.number";
            case DATE -> "round.refused.date";
            case YES_NO -> "round.refused.yes-no";
            case UNKNOWN_STATUS -> "round.refused.unknown-status";
            case OTHER_LANGUAGE -> "round.refused.other-language";
            case SEVERAL_RESPONSIBLE -> "round.refused.several-responsible";
            case NOT_WHOLE -> "round.refused.not-whole";
            case LINE_BREAK -> "round.refused.line-break";
            case CONTROL_CHARACTER -> "round.refused.control-character";
            case TOO_LONG -> "round.refused.too-long";
        };
    }
}
