package org.jailoo.report;

import java.time.LocalDate;
import org.jailoo.record.DateText;
import org.jspecify.annotations.Nullable;

/** What stands in one place of a table. */
public sealed interface Cell {
    /** Nothing: not known, or not asked. Never zero. */
    Cell BLANK = new Blank();

    /** Text as it was written: never a formula, never a number. */
    record Text(String value) implements Cell {}

    /**
     * A whole number.
     *
     * @param quantity which number it is
     */
    record Count(long value, Quantity quantity) implements Cell {
        /** A number of which nothing needs to be known. */
        public Count(long value) {
            this(value, Quantity.NONE);
        }
    }

    /**
     * How many of how many; shown in percent.
     *
     * @param base of a value greater than zero
     */
    record Share(Count part, Count base) implements Cell {
        public Share {
            if (base.value() <= 0) {
                throw new IllegalArgumentException("a share of nothing");
            }
        }

        /** The share as people print it: percent, rounded half up. */
        public long percent() {
            return (200 * part.value() + base.value()) / (2 * base.value());
        }

        /** From 0 to 1, or more where a part is not within its base. */
        public double ratio() {
            return (double) part.value() / base.value();
        }
    }

    /** A number that is there and not shown, because it might lead to a person. */
    record Hidden() implements Cell {
        /** What stands for it wherever a table is printed. */
        public static final String MARK = "*";
    }

    /** A day; a month or a year alone is text. */
    record Day(LocalDate value) implements Cell {}

    /** Nothing; compare with {@link #BLANK} by {@code equals}. */
    record Blank() implements Cell {}

    /** The text, or nothing where it is empty. */
    static Cell of(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    static Cell of(long number) {
        return new Count(number);
    }

    /** The number, or nothing where there is none. */
    static Cell of(@Nullable Long number) {
        return number == null ? BLANK : new Count(number);
    }

    /** A date, as exact as it was written: a whole one as a day, another one as text; nothing where it is empty. */
    static Cell date(String iso, Words words) {
        LocalDate day = iso.length() == 10 ? DateText.firstDay(iso) : null;
        return day != null
                ? new Day(day)
                : of(iso.isEmpty() ? "" : words.labels().date(iso));
    }

    /** The share, or nothing where there is no base. */
    static Cell share(long n, long base) {
        return share(new Count(n), new Count(base));
    }

    /** The share, or nothing where there is no base. */
    static Cell share(Count part, Count base) {
        return base.value() > 0 ? new Share(part, base) : BLANK;
    }
}
