package org.jailoo.intake;

import java.util.List;
import org.jailoo.json.Json;

/** What a cell means as a value of a field. */
public sealed interface CellMeaning {
    /** A value that the field may hold. */
    record Value(Json json) implements CellMeaning {}

    /** Codes of a set. */
    record Codes(List<String> codes) implements CellMeaning {
        public Codes {
            codes = List.copyOf(codes);
        }
    }

    /** The code or title of another record, which only the notebook can find. */
    record Named(String type, String name) implements CellMeaning {}

    /**
     * Nothing that the field may hold.
     *
     * @param said the part of the cell that was not understood
     */
    record NotUnderstood(Trouble trouble, String said) implements CellMeaning {}

    /** What is wrong with a cell. */
    enum Trouble {
        /** No whole number. */
        NUMBER,
        /** No date, or one of two digits for its year. */
        DATE,
        /** No quarter of a year. */
        QUARTER,
        /** Neither yes nor no. */
        YES_NO,
        /** No code of the field's list, and no label of one. */
        CODE,
        /** A label that more than one code has. */
        AMBIGUOUS,
        /** A formula that has no value, or a mistake of one. */
        FORMULA,
        /** A letter that the file's encoding does not have. */
        LETTERS,
        /** No record of that name. */
        NO_RECORD,
        /** More than one record of that name. */
        MANY_RECORDS,
        /** A code that a row above has too. */
        CODE_TWICE,
        /** The code of a deleted record. */
        DELETED,
        /** The record is in conflict here: a person has to settle it first. */
        CONFLICT,
        /** Longer than a record holds. */
        TOO_LONG
    }
}
