package org.jailoo.timeline;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of a year.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final int MONTHS = 3;

    public Quarter {
        if (year < 1 || year > 9999 || number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter: " + year + "-Q" + number);
        }
    }

    /** The quarter in which a day lies. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /** The quarter that {@code YYYY-Qn} says, or null if it is none. */
    public static @Nullable Quarter parse(String text) {
        if (!text.matches("[0-9]{4}-Q[1-4]") || text.startsWith("0000")) {
            return null;
        }
        return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0');
    }

    /** {@code YYYY-Qn}, as it is recorded. */
    public String text() {
        return String.format(Locale.ROOT, "%04d-Q%d", year, number);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    public LocalDate lastDay() {
        return firstDay().plusMonths(MONTHS).minusDays(1);
    }

    /** The quarter before this one. */
    public Quarter before() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    /** The quarter after this one. */
    public Quarter after() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    /** The day within this quarter that is nearest to a day: the day itself, or the first or the last. */
    public LocalDate nearest(LocalDate day) {
        if (day.isBefore(firstDay())) {
            return firstDay();
        }
        return day.isAfter(lastDay()) ? lastDay() : day;
    }

    @Override
    public int compareTo(Quarter other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(number, other.number);
    }
}
