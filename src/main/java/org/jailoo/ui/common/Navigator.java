package org.jailoo.ui.common;

import org.jspecify.annotations.Nullable;

/** The way from one screen to another; screens do not know one another. */
public interface Navigator {
    /** Opens a record for reading and changing, with what was typed in it and not saved; also one never saved. */
    void openRecord(String type, String record);

    /** Opens a form for a new record. */
    void newRecord(String type);

    /** Opens a form for a new record that goes on from another of the type: campaign, date, place. */
    void nextLike(String type, String record);

    /** Opens the list of a type, searched for what was typed. */
    void openList(String type, @Nullable String search);

    /** Opens the list of those records of a type that are in conflict. */
    void openConflicts(String type);

    /** Opens the queue of contradictions, at those of a record where one is named. */
    void openConflictQueue(@Nullable String record);

    /** Opens the place for bundles. */
    void openExchange();

    /** Opens the place for bundles where one is written for others. */
    default void openHandOver() {
        openExchange();
    }

    /** Opens the other devices: who is missing, whom to trust. */
    default void openDevices() {}

    /** Opens the tables. */
    void openTables();

    /** Opens the cross-tab: any two fields against each other. */
    default void openCrosstab() {}

    /** Opens the place for the recovery kit, the passphrase and the emergency erase. */
    default void openProtection() {}

    /** Goes to what is promised and what is not, to be read. */
    default void openPromise() {}

    /** Goes to the guide, to be read. */
    default void openGuide() {}

    /** Opens the place where a table from Excel or CSV becomes records of a type. */
    void openIntake(String type);

    /** Opens the place where forms are printed; that of interviews, of meetings, or the page of the {@code guide}, is first. */
    void openPaper(String type);

    /** Opens the action plans of a meeting. */
    void openPlan(String focusGroup);

    /** Opens what a withdrawal of a record would do, and the ways to do it. */
    void withdraw(String type, String record);

    /** Opens the withdrawals: those that wait for a person, how far each has come, what is left to look at, the log. */
    void openWithdrawals();

    /**
     * Opens a record where a value stands.
     *
     * @param path as {@code violations/uuid.quote}
     * @param place how many characters stand before the words
     */
    void openRecordAt(String type, String record, String path, int place);

    /** Opens the records behind a number. */
    default void openBehind(Figure figure) {}

    /** Opens the place where a testimony becomes a document. */
    default void openTestimony(String interview) {}

    /** Goes back to where the person came from. */
    void back();
}
