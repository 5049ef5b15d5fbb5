package org.jailoo.report;

import java.util.List;
import java.util.Set;

/**
 * What tables need to know of a participant.
 *
 * @param birthYear 0 where it is not known
 */
record Person(String sex, long birthYear, String ageBand, Place place, List<String> roles, Set<Journey> journeys) {
    /** Where somebody went, and for which work; each part empty where it was not stated. */
    record Journey(String country, String city, String sector) {}

    /** A participant of whom nothing is known here. */
    static final Person UNKNOWN = new Person("", 0, "", new Place("", "", "", ""), List.of(), Set.of());

    /** The band that was recorded, or else that of the age reached in a year; empty where neither is known. */
    String band(long year, AgeBands bands) {
        if (!ageBand.isEmpty() || birthYear == 0 || year == 0) {
            return ageBand;
        }
        return bands.band(year - birthYear);
    }
}
