package org.jailoo.ui.controls;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jailoo.record.DateText;
import org.jspecify.annotations.Nullable;

/**
 * Dates and quarters as people type them, read into the forms of the records: {@code 2023-08-15}, {@code 2023-08},
 * {@code 2023}, {@code 2023-Q3}. What was left open stays open.
 */
public final class DateInput {
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[./](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern QUARTER_LAST =
            Pattern.compile("(\\d{4})[-\\s/.,]*(?:q|кв|квартал|чейрек)\\.?\\s*([1-4])");
    private static final Pattern QUARTER_FIRST =
            Pattern.compile("(?:q\\s*)?([1-4])\\s*-?(?:кв\\.?|квартал|чейрек|q|/|\\.|-)?[-\\s]*(\\d{4})");

    private DateInput() {}

    /** The date that was typed, or null if it is none. */
    public static @Nullable String date(String typed) {
        String text = typed.strip();
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return known(day.group(3) + '-' + two(day.group(2)) + '-' + two(day.group(1)));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return known(month.group(2) + '-' + two(month.group(1)));
        }
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return null;
        }
        String wholeMonth = iso.group(2) == null ? "" : '-' + two(iso.group(2));
        return known(iso.group(1) + wholeMonth + (iso.group(3) == null ? "" : '-' + two(iso.group(3))));
    }

    /** A date as it is offered for typing on: {@code 15.08.2023}, {@code 08.2023}, {@code 2023}. */
    public static String shown(String iso) {
        if (!DateText.isDate(iso) || iso.length() == 4) {
            return iso;
        }
        String month = iso.substring(5, 7) + '.' + iso.substring(0, 4);
        return iso.length() == 7 ? month : iso.substring(8) + '.' + month;
    }

    /** The quarter that was typed, or null if it is none. */
    public static @Nullable String quarter(String typed) {
        String text = typed.strip().toLowerCase(java.util.Locale.ROOT);
        Matcher last = QUARTER_LAST.matcher(text);
        if (last.matches()) {
            return knownQuarter(last.group(1), last.group(2));
        }
        Matcher first = QUARTER_FIRST.matcher(text);
        return first.matches() ? knownQuarter(first.group(2), first.group(1)) : null;
    }

    private static @Nullable String knownQuarter(String year, String quarter) {
        String iso = year + "-Q" + quarter;
        return DateText.isQuarter(iso) ? iso : null;
    }

    private static @Nullable String known(String iso) {
        return DateText.isDate(iso) ? iso : null;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? '0' + digits : digits;
    }
}
