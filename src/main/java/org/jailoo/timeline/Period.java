package org.jailoo.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the calendar inside a phrase, its year perhaps not said.
 *
 * @param year 0 where it was not said
 * @param fromMonth 0 where the period is a whole year
 * @param fromDay 0 where no day was said
 * @param next how many years after the first its last day lies, as for a winter
 */
record Period(int year, int fromMonth, int fromDay, int toMonth, int toDay, int next) {
    static Period year(int year) {
        return new Period(year, 0, 0, 0, 0, 0);
    }

    static Period month(int year, int month) {
        return months(year, month, month);
    }

    static Period months(int year, int from, int to) {
        return new Period(year, from, 0, to, 0, 0);
    }

    static Period days(int year, int month, int from, int to) {
        return new Period(year, month, from, month, to, 0);
    }

    boolean isYear() {
        return fromMonth == 0;
    }

    boolean isMonth() {
        return fromMonth != 0 && fromMonth == toMonth && fromDay == 0 && next == 0;
    }

    Period in(int known) {
        return new Period(known, fromMonth, fromDay, toMonth, toDay, next);
    }

    /** The first date as it was said, or null where the calendar has none such. */
    @Nullable
    String first() {
        return text(year, fromMonth, fromDay);
    }

    /** The last date as it was said. */
    @Nullable
    String last() {
        return text(year + next, toMonth, toDay);
    }

    private static @Nullable String text(int year, int month, int day) {
        try {
            LocalDate real = LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
            if (month == 0) {
                return String.format(Locale.ROOT, "%04d", year);
            }
            return day == 0 ? real.toString().substring(0, 7) : real.toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
