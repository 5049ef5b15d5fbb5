package org.jailoo.identity;

/**
 * How long a passphrase keeps a thief out who has the notebook's file, time, and rented machines.
 *
 * @param guesses how many of the likeliest passphrases come before it
 * @param kdf what each guess costs
 */
public record Withstands(double guesses, Kdf kdf) {
    /**
     * Bytes a second that the thief's machines move. What bounds guessing Argon2id is memory: a graphics card of 2026
     * moves about 10^12, and ten of them can be rented by anybody.
     */
    private static final double THIEF = 1e13;

    /** Every pass over a block reads two and writes one. */
    private static final double MOVES = 3;

    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final double YEAR = 365.25 * DAY;

    /** A time as people say it; more would feign an exactness that no estimate has. */
    public enum Span {
        SECONDS,
        MINUTES,
        HOURS,
        DAYS,
        WEEKS,
        MONTHS,
        YEARS,
        DECADES,
        CENTURIES
    }

    /** What follows from it. */
    public enum Verdict {
        /** Under a day: it does not protect anybody, and is not taken. */
        REFUSED,
        /** Under ten years: taken where a person insists. */
        WEAK,
        GOOD
    }

    private double seconds() {
        double bytes = 1024.0 * kdf.memoryKiB() * kdf.passes() * MOVES;
        return guesses * bytes / THIEF;
    }

    public Span span() {
        double seconds = seconds();
        if (seconds < MINUTE) {
            return Span.SECONDS;
        }
        if (seconds < HOUR) {
            return Span.MINUTES;
        }
        if (seconds < DAY) {
            return Span.HOURS;
        }
        if (seconds < 14 * DAY) {
            return Span.DAYS;
        }
        if (seconds < 60 * DAY) {
            return Span.WEEKS;
        }
        if (seconds < 2 * YEAR) {
            return Span.MONTHS;
        }
        if (seconds < 30 * YEAR) {
            return Span.YEARS;
        }
        return seconds < 200 * YEAR ? Span.DECADES : Span.CENTURIES;
    }

    public Verdict verdict() {
        double seconds = seconds();
        if (seconds < DAY) {
            return Verdict.REFUSED;
        }
        return seconds < 10 * YEAR ? Verdict.WEAK : Verdict.GOOD;
    }
}
