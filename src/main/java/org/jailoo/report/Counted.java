package org.jailoo.report;

/** What the numbers of a table count. */
public enum Counted {
    /** Persons: whoever has two records, or came twice, is one where the table says so. */
    PEOPLE,
    /** Interviews, each once. */
    TESTIMONIES,
    /** Things done to people: one testimony may tell of several. */
    ACTS,
    MEETINGS,
    RECOMMENDATIONS,
    /** What was handed to whom: a recommendation may have been handed to several. */
    SUBMISSIONS,
    OUTPUTS,
    /** Words of people as they said them. */
    QUOTATIONS,
    /** Records of every kind. */
    RECORDS;

    /** Whether a small number of them may lead to a person. */
    public boolean ofPeople() {
        return this == PEOPLE || this == TESTIMONIES || this == ACTS || this == QUOTATIONS || this == RECORDS;
    }
}
