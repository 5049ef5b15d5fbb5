package org.jailoo.ui.shell;

import org.jailoo.ui.common.Figure;
import org.jspecify.annotations.Nullable;

/** Where in an open notebook the person is. */
sealed interface Place {
    /** The first page. */
    record Home() implements Place {}

    /** The list of a type, perhaps already searched. */
    record Records(String type, @Nullable String search) implements Place {}

    /** A record; a new one where none is named. */
    record One(String type, @Nullable String record) implements Place {}

    /** The action plans of a meeting. */
    record Plan(String focusGroup) implements Place {}

    /** What a withdrawal of a record would do. */
    record Withdraw(String type, String record) implements Place {}

    /** The withdrawals, and the custody log. */
    record Withdrawals() implements Place {}

    /** The queue of contradictions, at a record where one is named. */
    record Conflicts(@Nullable String record) implements Place {}

    /** Bundles and devices. */
    record Exchange() implements Place {}

    /** The other devices: who is missing, whom to trust. */
    record Devices() implements Place {}

    /** Who may be the same person. */
    record Persons() implements Place {}

    /** The quarterly round. */
    record Round() implements Place {}

    /** Tables and the workbook. */
    record Tables() implements Place {}

    /** Any two fields against each other. */
    record Crosstab() implements Place {}

    /** The recovery kit, the passphrase, the emergency erase. */
    record Protection() implements Place {}

    /** What is protected, and what is not, to be read. */
    record Promise() implements Place {}

    /** The guide, to be read. */
    record Guide() implements Place {}

    /** A table that becomes records of a type. */
    record Intake(String type) implements Place {}

    /** A testimony that becomes a document. */
    record Testimony(String interview) implements Place {}

    /** The records behind a number. */
    record Behind(Figure figure) implements Place {}

    /** Forms to be printed, of a type. */
    record Paper(String type) implements Place {}

    /** What identifies the entry of the sidebar under which this place is. */
    default String entry() {
        if (this instanceof Records records) {
            return records.type();
        }
        if (this instanceof One one) {
            return one.type();
        }
        if (this instanceof Intake intake) {
            return intake.type();
        }
        if (this instanceof Paper paper) {
            return paper.type().equals("guide") ? "interview" : paper.type();
        }
        if (this instanceof Withdraw withdraw) {
            return withdraw.type();
        }
        if (this instanceof Round) {
            return "round";
        }
        if (this instanceof Testimony) {
            return "interview";
        }
        if (this instanceof Persons) {
            return "persons";
        }
        if (this instanceof Conflicts) {
            return "conflicts";
        }
        if (this instanceof Plan) {
            return "focusGroup";
        }
        if (this instanceof Protection || this instanceof Promise) {
            return "protection";
        }
        if (this instanceof Devices) {
            return "devices";
        }
        return this instanceof Exchange || this instanceof Withdrawals
                ? "exchange"
                : this instanceof Tables || this instanceof Crosstab || this instanceof Behind ? "tables" : "home";
    }
}
