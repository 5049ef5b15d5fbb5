package org.jailoo.ui.interview;

import java.time.LocalDate;
import org.jailoo.record.DateText;
import org.jspecify.annotations.Nullable;

/** Whether a person was under 18 on the day of an interview, as far as a year of birth or an age band tells. */
public enum Age {
    UNDER_18,
    OF_AGE,
    /** Nothing is known, or the birthday of the year decides. */
    UNKNOWN;

    private static final int OF_AGE_FROM = 18;

    /**
     * From what is known.
     *
     * @param date of the interview, as precise as it was written
     */
    public static Age of(@Nullable Long birthYear, @Nullable String ageBand, @Nullable String date) {
        LocalDate first = date == null ? null : DateText.firstDay(date);
        LocalDate last = date == null ? null : DateText.lastDay(date);
        if (birthYear != null && first != null && last != null) {
            // Before the birthday of the year a person is a year younger than the years' difference.
            if (last.getYear() - birthYear < OF_AGE_FROM) {
                return UNDER_18;
            }
            if (first.getYear() - birthYear > OF_AGE_FROM) {
                return OF_AGE;
            }
        }
        if (ageBand == null || ageBand.equals("unknown")) {
            return UNKNOWN;
        }
        return ageBand.equals("0-17") ? UNDER_18 : OF_AGE;
    }
}
