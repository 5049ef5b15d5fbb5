package org.jailoo.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, seen from a day.
 *
 * @param day the last day on which it may be done; null where nothing says one
 */
public record Due(Standing standing, @Nullable LocalDate day) {
    /** Where a day stands, in the order in which people take them up. */
    public enum Standing {
        /** The last day has passed. */
        OVERDUE,
        /** The last day lies in the quarter of the day from which it is seen. */
        THIS_QUARTER,
        /** The last day lies after that quarter. */
        LATER,
        /** No day is said, or it goes on without an end. */
        UNDATED
    }

    /**
     * When something is due that is still to be done.
     *
     * <p>The end of the interval decides; a partial date means its last day, and the end itself is still in time. What
     * comes again and again is due at the end of each of its periods, which are counted by the calendar, and never overdue
     * before its interval has ended. What was to begin and says no end is due on no day.
     *
     * @param from a partial date or null
     * @param to a partial date or null
     * @param every a code of the codebook {@code recurrence}, or null
     */
    public static Due of(@Nullable String from, @Nullable String to, @Nullable String every, LocalDate today) {
        LocalDate end = to == null ? null : lastDay(to);
        LocalDate day = end;
        LocalDate period = every == null ? null : endOfPeriod(every, later(from, today));
        if (period != null && (end == null || (!end.isBefore(today) && period.isBefore(end)))) {
            day = period;
        }
        if (day == null) {
            return new Due(Standing.UNDATED, null);
        }
        if (day.isBefore(today)) {
            return new Due(Standing.OVERDUE, day);
        }
        return new Due(day.isAfter(Quarter.of(today).lastDay()) ? Standing.LATER : Standing.THIS_QUARTER, day);
    }

    private static LocalDate later(@Nullable String from, LocalDate today) {
        LocalDate first = from == null ? null : firstDay(from);
        return first != null && first.isAfter(today) ? first : today;
    }

    /** The last day of the period in which a day lies; null where there are no periods. */
    private static @Nullable LocalDate endOfPeriod(String every, LocalDate day) {
        return switch (every) {
            case "monthly" -> YearMonth.from(day).atEndOfMonth();
            case "quarterly" -> Quarter.of(day).lastDay();
            case "half-yearly" ->
                day.getMonthValue() <= 6 ? LocalDate.of(day.getYear(), 6, 30) : LocalDate.of(day.getYear(), 12, 31);
            case "yearly" -> LocalDate.of(day.getYear(), 12, 31);
            default -> null;
        };
    }

    /** The first day that a partial date may mean, or null if it is none. */
    public static @Nullable LocalDate firstDay(String date) {
        if (!date.matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?") || date.startsWith("0000")) {
            return null;
        }
        try {
            return LocalDate.parse(date + "-01-01".substring(date.length() == 4 ? 0 : date.length() == 7 ? 3 : 6));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The last day that a partial date may mean, or null if it is none. */
    public static @Nullable LocalDate lastDay(String date) {
        LocalDate first = firstDay(date);
        if (first == null || date.length() == 10) {
            return first;
        }
        return date.length() == 7 ? YearMonth.from(first).atEndOfMonth() : LocalDate.of(first.getYear(), 12, 31);
    }
}
