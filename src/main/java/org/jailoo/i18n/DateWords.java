package org.jailoo.i18n;

import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and intervals in words.
 *
 * <p>The words and their order are this program's own, not the JDK's: Russian and Kyrgyz months take other endings after
 * a day, after "from" and after "until", and the JDK has no texts for intervals and none that leave the day out.
 */
final class DateWords {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");

    private final Properties texts;
    private final Locale locale;

    DateWords(Properties texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** What a date says and no more: the month and the day are 0 where it does not say them. */
    private record Said(int year, int month, int day) {
        static @Nullable Said of(String iso) {
            Matcher m = DATE.matcher(iso);
            if (!m.matches()) {
                return null;
            }
            int year = Integer.parseInt(m.group(1));
            int month = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
            int day = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
            try {
                boolean real = LocalDate.of(year, m.group(2) == null ? 1 : month, m.group(3) == null ? 1 : day)
                                .getYear()
                        > 0;
                return real ? new Said(year, month, day) : null;
            } catch (DateTimeException e) {
                return null;
            }
        }

        String precision() {
            return day > 0 ? "day" : month > 0 ? "month" : "year";
        }

        /** Whole numbers would be grouped by thousands, so a year is text. */
        String yearText() {
            return String.format(Locale.ROOT, "%04d", year);
        }
    }

    String date(String iso) {
        Said said = Said.of(iso);
        return said == null ? iso : one("one", said, said.day() > 0 ? "of" : "alone");
    }

    String dates(@Nullable String from, @Nullable String to) {
        String first = Objects.requireNonNullElse(from, "");
        String last = Objects.requireNonNullElse(to, "");
        Said start = Said.of(first);
        Said end = Said.of(last);
        if (last.isEmpty()) {
            return start == null ? first : one("from", start, "from");
        }
        if (first.isEmpty()) {
            return end == null ? last : one("until", end, end.day() > 0 ? "until" : "of");
        }
        if (start == null || end == null || !start.precision().equals(end.precision())) {
            return fill("span.other", date(first), date(last));
        }
        return start.equals(end) ? date(first) : span(start, end);
    }

    /** The year, and the month, once where both sides have the same; the sides are equally exact. */
    private String span(Said start, Said end) {
        String year = end.yearText();
        if (start.month() == 0) {
            return fill("span.years", start.yearText(), year);
        }
        boolean days = start.day() > 0;
        if (start.year() != end.year()) {
            String form = days ? "of" : "alone";
            return fill("span.other", one("one", start, form), one("one", end, form));
        }
        if (!days) {
            return fill("span.months", month(start, "alone"), month(end, "alone"), year);
        }
        return start.month() == end.month()
                ? fill("span.days", start.day(), end.day(), month(end, "of"), year)
                : fill("span.days-of-months", start.day(), month(start, "of"), end.day(), month(end, "of"), year);
    }

    String quarter(String quarter) {
        Matcher m = QUARTER.matcher(quarter);
        return m.matches() ? fill("one.quarter", m.group(2), m.group(1)) : quarter;
    }

    private String one(String kind, Said said, String form) {
        String key = kind + "." + said.precision();
        return switch (said.precision()) {
            case "day" -> fill(key, said.day(), month(said, form), said.yearText());
            case "month" -> fill(key, month(said, form), said.yearText());
            default -> fill(key, said.yearText());
        };
    }

    private String month(Said said, String form) {
        return List.of(word("months." + form).split(", ", -1)).get(said.month() - 1);
    }

    private String fill(String key, Object... args) {
        return new MessageFormat(word(key), locale).format(args);
    }

    private String word(String key) {
        return Objects.requireNonNull(texts.getProperty("dates." + key), key);
    }
}
