package org.jailoo.timeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of time, read whole or not at all. Kyrgyz, Russian and English, also mixed; what is ambiguous ("до сентября":
 * with September or without it?), vague ("скоро") or needs another date ("within three months") is not understood.
 */
public final class WhenPhrase {
    private static final int LONGEST = 160;
    private static final String P = "@[YMDS](\\d)";
    private static final String END = "(?:конца|концу|конец|end)";
    private static final String END_KY = "(?:аягы|акыры|сону|аягын|акырын)";
    private static final String UNTIL =
            "(?:до|к|по|вплоть до|не позднее|не позже|by|until|till|up to|through|not later than"
                    + "|no later than|at latest by|to)";
    private static final String AFTERWARDS = "(?: (?:onwards?|on|и далее|далее|и дальше|кийин))?";

    private WhenPhrase() {}

    /** What a phrase says, in the year of the meeting; 0 where that is not known, and then no year is completed. */
    public static When read(String said, int year) {
        if (said.length() > LONGEST || said.indexOf('@') >= 0 || said.indexOf('~') >= 0) {
            return When.NOT_UNDERSTOOD;
        }
        String folded = Folded.of(said);
        Recurrence.Taken taken = Recurrence.takeFrom(folded);
        // Summer, alone without an ending, is also "slowly" and "place".
        if (taken == null || folded.isEmpty() || folded.equals("жай")) {
            return When.NOT_UNDERSTOOD;
        }
        if (taken.rest().isEmpty()) {
            return new When(null, null, taken.every());
        }
        Marked marked = Marked.of(taken.rest(), year);
        When interval = marked == null ? null : interval(marked, year);
        return interval == null ? When.NOT_UNDERSTOOD : new When(interval.from(), interval.to(), taken.every());
    }

    private static @Nullable When interval(Marked marked, int session) {
        String text = theYear(marked);
        Matcher m = match("с (\\d{1,2}) (?:по|до) @D(\\d)", text);
        if (m == null) {
            m = match("(?:from|between) (\\d{1,2}) (?:to|until|till|and) @D(\\d)", text);
        }
        if (m != null) {
            return fromDay(Integer.parseInt(m.group(1)), marked.period(m.group(2)), session);
        }
        text = text.replaceAll(
                "(?<!\\S)(?:начиная|starting|beginning|effective)? ?(?:с|from|since|as from|(?<=(?:starting|beginning) )in"
                        + "|(?<=(?:starting|beginning) )on) (?:начала |beginning |start )?@[YMDS](\\d)(?:\\.\\w+)?"
                        + "(?: (?:числа|тартып|баштап))?(?: onwards?| on| и далее| далее)?(?!\\S)",
                "F$1");
        text = text.replaceAll("(?<!\\S)@[YMDS](\\d)\\.from(?: (?:тартып|баштап))?" + AFTERWARDS + "(?!\\S)", "F$1");
        text = text.replaceAll(
                "(?<!\\S)@[YMDS](\\d)\\.of (?:башынан|башталышынан)(?: (?:тартып|баштап))?(?!\\S)", "F$1");
        text = text.replaceAll("(?<!\\S)@D(\\d) (?:тартып|баштап)(?!\\S)", "F$1");
        text = text.replaceAll("(?<!\\S)" + UNTIL + " " + END + " @[YMS](\\d)(?:\\.\\w+)?(?!\\S)", "T$1");
        text = text.replaceAll("(?<!\\S)(?:по|through end) @[YMDS](\\d)(?: включительно)?(?!\\S)", "T$1");
        text = text.replaceAll("(?<!\\S)" + UNTIL + " @D(\\d)(?: включительно| inclusive)?(?!\\S)", "T$1");
        text = text.replaceAll(
                "(?<!\\S)@[YMS](\\d)(?:\\.of)? " + END_KY + "на(?: (?:чейин|карата|дейре))?(?!\\S)", "T$1");
        text = text.replaceAll("(?<!\\S)@D(\\d)(?:\\.to)? (?:чейин|карата|дейре)(?!\\S)", "T$1");
        text = text.replaceAll("(?<=F\\d) (?:to|until|till|through|–) @[YMDS](\\d)(?!\\S)", " T$1");
        text = text.replaceAll("(?<=F\\d) @[YMDS](\\d)(?:\\.to) (?:чейин|дейре)(?!\\S)", " T$1");
        return sides(marked, text, session);
    }

    /** "The year" said without a number is a period where a word before or behind it speaks of all or of the end of it. */
    private static String theYear(Marked marked) {
        String text = marked.text();
        if (!text.contains("~year")) {
            return text;
        }
        text = text.replaceAll("~year – end|~year end(?!\\S)", "end ~year");
        Matcher bare = Pattern.compile(
                        "(?<=(?:^| )" + END + " |(?:^| )начала |(?:^| )start |(?:^| )beginning "
                                + "|(?:^| )(?:весь|всего|течение|течении|протяжении|course|throughout|during|whole|all) )"
                                + "~year|(?<!\\S)(?:бутун )?~year(?=(?:\\.of)? (?:бою|ичинде|аягына|акырына|сонуна|башынан)(?: |$))")
                .matcher(text);
        return bare.find() ? bare.replaceFirst("@Y" + marked.add(Period.year(0))) : text;
    }

    private static @Nullable When sides(Marked marked, String text, int session) {
        Matcher m = match("F(\\d)", text);
        if (m != null) {
            Period from = known(marked.period(m.group(1)), session);
            return from == null ? null : new When(from.first(), null, null);
        }
        m = match("T(\\d)", text);
        if (m != null) {
            Period to = known(marked.period(m.group(1)), session);
            return to == null ? null : new When(null, to.last(), null);
        }
        m = match("F(\\d)(?: and| и| жана)? T(\\d)", text);
        if (m == null) {
            m = match(P + "(?: –| to| until| till| through) " + P + "(?:\\.in)?", text);
        }
        if (m == null) {
            m = match("(?:in|в|во|between|for|на) " + P + "(?: –| to| and) " + P, text);
        }
        if (m != null) {
            return between(marked.period(m.group(1)), marked.period(m.group(2)), session);
        }
        m = match("(?:(?:in|в|во) )?" + P + "(?: and| и| жана| ,)(?: in| в| во)? " + P + "(?:\\.in)?", text);
        if (m != null) {
            return neighbours(marked.period(m.group(1)), marked.period(m.group(2)), session);
        }
        String whole = whole(text);
        if (whole == null) {
            whole = part(marked, text);
        }
        Period in = whole == null ? null : known(marked.period(whole), session);
        return in == null ? null : new When(in.first(), in.last(), null);
    }

    /** The period of a phrase that means all of it. */
    private static @Nullable String whole(String text) {
        Matcher m = match(
                "(?:(?:in|for|during|throughout|in course|over course|throughout whole|during whole|all|whole"
                        + "|all through|в|во|на|за|в течение|в течении|на протяжении|в течение всего|в течении всего"
                        + "|на протяжении всего|весь|в срок) )?" + P + "(?:\\.in)?",
                text);
        if (m == null) {
            m = match("on @D(\\d)", text);
        }
        if (m == null) {
            m = match("(?:бутун )?" + P + "(?:\\.of)? (?:бою|ичинде)", text);
        }
        return m == null ? null : m.group(1);
    }

    /** The month of whose beginning, middle or end a phrase speaks: a date is no finer than that. */
    private static @Nullable String part(Marked marked, String text) {
        Matcher m = match(
                "(?:(?:in|at|в|во) )?(?:early|late|mid(?: –)?|beginning|start|middle|end|начале|начало|середине"
                        + "|середина|конце|конец) @M(\\d)",
                text);
        if (m == null) {
            m = match("@M(\\d)(?:\\.of)? (?:башында|ортосунда|аягында|башы|ортосу|аягы|сонунда|акырында)", text);
        }
        return m != null && marked.period(m.group(1)).isMonth() ? m.group(1) : null;
    }

    private static @Nullable When between(Period first, Period last, int session) {
        Period from = first;
        Period to = last;
        if (from.year() == 0 && to.year() == 0) {
            Period known = known(from, session);
            return known == null ? null : between(known, to, session);
        }
        if (from.year() == 0) {
            // "From September to the end of 2024": of which year is that September?
            if (to.isYear() && to.year() != session) {
                return null;
            }
            from = from.in(to.year());
        }
        if (to.year() == 0) {
            to = to.in(from.year() + from.next());
        }
        String start = from.first();
        String end = to.last();
        if (start == null || end == null || isAfter(start, end)) {
            return null;
        }
        return new When(start, end, null);
    }

    /** Whether the first day of the one is later than all of the other. */
    private static boolean isAfter(String start, String end) {
        int common = Math.min(start.length(), end.length());
        return start.substring(0, common).compareTo(end.substring(0, common)) > 0;
    }

    /** Months or years that follow one another are one stretch; others are not. */
    private static @Nullable When neighbours(Period first, Period last, int session) {
        boolean months = first.isMonth() && last.isMonth() && first.fromMonth() + 1 == last.fromMonth();
        boolean years = first.isYear() && last.isYear() && first.year() + 1 == last.year();
        boolean oneYear = first.year() == 0 || last.year() == 0 || first.year() == last.year();
        return years || (months && oneYear) ? between(first, last, session) : null;
    }

    private static @Nullable When fromDay(int day, Period last, int session) {
        if (last.fromDay() != last.toDay() || day > last.toDay() || day < 1) {
            return null;
        }
        Period to = known(last, session);
        return to == null ? null : between(Period.days(to.year(), to.fromMonth(), day, day), to, session);
    }

    private static @Nullable Period known(Period period, int session) {
        Period in = period.year() != 0 ? period : session == 0 ? null : period.in(session);
        return in == null || in.first() == null || in.last() == null ? null : in;
    }

    private static @Nullable Matcher match(String regex, String text) {
        Matcher m = Pattern.compile(regex).matcher(text);
        return m.matches() ? m : null;
    }
}
