package org.jailoo.identity;

/**
 * How long a passphrase keeps a thief out who has the file, time, and rented machines.
 *
 * @param guesses how many of the likeliest passphrases come before it
 * @param each what each guess costs, in seconds
 */
public record Withstands(double guesses, double each) {
    /**
     * Bytes a second that the thief's machines move. What bounds guessing Argon2id is memory: a graphics card of 2026
     * moves about 10^12, and ten of them can be rented by anybody.
     */
    private static final double THIEF = 1e13;

    /** Every pass over a block reads two and writes one. */
    private static final double MOVES = 3;

    /**
     * Passwords a second that the thief's machines try on an office file, each hashed 100,000 times with SHA-512: a graphics
     * card of 2026 tries some 10^5, and ten of them can be rented.
     */
    private static final double OFFICE = 1e6;

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

    /** Of a notebook, whose passphrase costs that much to try. */
    public Withstands(double guesses, Kdf kdf) {
        this(guesses, 1024.0 * kdf.memoryKiB() * kdf.passes() * MOVES / THIEF);
    }

    /** Of a workbook or a document with a password, which is far cheaper to try. */
    public static Withstands ofOfficeFile(double guesses) {
        return new Withstands(guesses, 1 / OFFICE);
    }

    private double seconds() {
        return guesses * each;
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
