package org.jailoo.person;

/**
 * One reason for or against two records being of one person.
 *
 * @param weight in bits: each one doubles the odds, a negative one halves them
 */
public record Reason(Kind kind, double weight) {
    /** What agrees or differs; the codes never change their meaning. */
    public enum Kind {
        GIVEN,
        GIVEN_SHORT,
        GIVEN_SIMILAR,
        GIVEN_INITIAL,
        GIVEN_OTHER,
        SURNAME,
        SURNAME_SIMILAR,
        SURNAME_OTHER,
        FATHER,
        FATHER_SIMILAR,
        FATHER_INITIAL,
        FATHER_OTHER,
        FATHER_AS_SURNAME,
        NAME_ORDER,
        SEX,
        SEX_OTHER,
        BORN,
        BORN_NEAR,
        BORN_OTHER,
        SETTLEMENT,
        DISTRICT,
        REGION,
        PLACE_OTHER,
        LANGUAGES,
        LANGUAGES_OTHER,
        JOURNEY,
        JOURNEYS_OTHER
    }

    public boolean isAgainst() {
        return weight < 0;
    }
}
