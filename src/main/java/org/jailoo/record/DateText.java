package org.jailoo.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates as the field knows them: {@code YYYY-MM-DD}, {@code YYYY-MM} or {@code YYYY}, never completed by guessing. */
public final class DateText {
    private DateText() {}

    /** Whether this is a date of the calendar, in one of the three forms. */
    public static boolean isDate(String text) {
        return firstDay(text) != null;
    }

    /** Whether this is a quarter of a year, {@code YYYY-Qn}. */
    public static boolean isQuarter(String text) {
        return text.length() == 7
                && number(text, 0, 4) > 0
                && text.startsWith("-Q", 4)
                && text.charAt(6) >= '1'
                && text.charAt(6) <= '4';
    }

    /** The first day that the date may mean, or null if it is no date. */
    public static @Nullable LocalDate firstDay(String text) {
        boolean hasMonth = text.length() >= 7;
        boolean hasDay = text.length() == 10;
        if ((text.length() != 4 && text.length() != 7 && !hasDay)
                || (hasMonth && text.charAt(4) != '-')
                || (hasDay && text.charAt(7) != '-')) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = hasMonth ? number(text, 5, 7) : 1;
        int day = hasDay ? number(text, 8, 10) : 1;
        try {
            return year < 1 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The last day that the date may mean, or null if it is no date. */
    public static @Nullable LocalDate lastDay(String text) {
        LocalDate first = firstDay(text);
        if (first == null || text.length() == 10) {
            return first;
        }
        return text.length() == 7 ? YearMonth.from(first).atEndOfMonth() : LocalDate.of(first.getYear(), 12, 31);
    }

    /** The digits from start to end as a number, or -1 where one is no digit. */
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
