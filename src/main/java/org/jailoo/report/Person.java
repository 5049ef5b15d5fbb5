package org.jailoo.report;

import java.util.List;

/**
 * What tables need to know of a participant.
 *
 * @param birthYear 0 where it is not known
 */
record Person(String sex, long birthYear, String ageBand, Place place, List<String> roles) {
    /** A participant of whom nothing is known here. */
    static final Person UNKNOWN = new Person("", 0, "", new Place("", "", "", ""), List.of());

    /** The band that was recorded, or else that of the age reached in a year; empty where neither is known. */
    String band(long year, AgeBands bands) {
        if (!ageBand.isEmpty() || birthYear == 0 || year == 0) {
            return ageBand;
        }
        return bands.band(year - birthYear);
    }
}
