package org.jailoo.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folded phrase in which every period of the calendar was found and replaced by a mark: {@code @Y0} a year, {@code @M0}
 * a month, {@code @D0} days, {@code @S0} a quarter, half or season, with the Kyrgyz case behind it; what is left are the
 * words between them.
 */
final class Marked {
    private static final String CASE = "(?:\\.(?<c%d>from|to|in|of))?";
    private static final String ORDER = "(?:~o)?(?<o%d>[1-4]|i{1,3}|iv)";
    /** A year before or after a period: numbered, so that both may stand in one pattern. */
    private static final String YEAR_BEFORE = "(?:@Y(?<yb>\\d)(?:\\.of|\\.in)? )?";

    private static final String YEAR_AFTER = "(?:,? @Y(?<ya>\\d)" + CASE.formatted(9) + ")?";

    private final List<Period> periods = new ArrayList<>();
    private final int session;
    private String text;
    private boolean impossible;

    private Marked(String folded, int session) {
        this.text = folded;
        this.session = session;
    }

    /** Null where a date of the phrase is none of the calendar, or its year would have to be guessed. */
    static @Nullable Marked of(String folded, int session) {
        Marked marked = new Marked(folded, session);
        marked.numericDates();
        marked.words();
        marked.years();
        marked.days();
        marked.months();
        marked.partsOfYears();
        return marked.impossible || marked.periods.size() > 9 ? null : marked;
    }

    String text() {
        return text;
    }

    Period period(String mark) {
        return periods.get(Integer.parseInt(mark));
    }

    /** The mark of a year that stands for the one spoken of: "the year". */
    int add(Period period) {
        periods.add(period);
        return periods.size() - 1;
    }

    private void numericDates() {
        // A day and a month alone are two digits each, so that no paragraph 2.5 is taken for one.
        each("(?<!\\S)(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?=$|[^\\d.])", m -> day(m, 3, 2, 1));
        each("(?<!\\S)(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2})(?=$|[^\\d.])", this::shortYear);
        each("(?<!\\S)(\\d{4})-(\\d{2})-(\\d{2})(?=$|\\D)", m -> day(m, 1, 2, 3));
        each("(?<!\\S)(\\d{1,2})/(\\d{1,2})/(\\d{4})(?=$|[^\\d/])", this::slashes);
        each("(?<!\\S)(\\d{4})-(\\d{2})(?=$|[^\\d-])", m -> month(number(m, 1), number(m, 2)));
        each("(?<!\\S)(\\d{1,2})[./](\\d{4})(?=$|[^\\d.])", m -> month(number(m, 2), number(m, 1)));
        each(
                "(?<!\\S)(\\d{2})\\.(\\d{2})(?=$|[^\\d.])",
                m -> {
                    Period day = Period.days(0, number(m, 2), number(m, 1), number(m, 1));
                    return mark("D", day, null);
                });
    }

    private String day(MatchResult m, int year, int month, int day) {
        return mark("D", Period.days(number(m, year), number(m, month), number(m, day), number(m, day)), null);
    }

    private String shortYear(MatchResult m) {
        int year = 2000 + number(m, 3);
        impossible |= session == 0 || Math.abs(year - session) > 10;
        return mark("D", Period.days(year, number(m, 2), number(m, 1), number(m, 1)), null);
    }

    /** 05/06/2023 is the fifth of June here and the sixth of May elsewhere. */
    private String slashes(MatchResult m) {
        int first = number(m, 1);
        int second = number(m, 2);
        impossible |= first <= 12 && second <= 12 && first != second;
        return mark("D", Period.days(number(m, 3), second, first, first), null);
    }

    private String month(int year, int month) {
        impossible |= month < 1 || month > 12;
        return mark("M", Period.month(year, month), null);
    }

    /** Puts spaces between numbers, words and dashes, and a sign for each word of the calendar. */
    private void words() {
        String apart = text.replaceAll("(?<=@[DM]\\d) ?-? ?(?:года|год|г|жылы|ж)(?:\\.|(?=$| |-))", "")
                .replace("жарым жылд", "жарымжылд")
                .replaceAll("\\bquarters\\b", "quarter")
                .replaceAll("(?<=[a-zа-я])\\.", " ")
                .replaceAll(
                        "(?<!@[A-Z]\\d)(?<=\\d)-?(?:й|я|е|го|му|ом|м|ый|ий|ая|ое|st|nd|rd|th|чи|чу)(?![a-zа-я])", "")
                .replaceAll("(?<!@[A-Z]\\d)(?<=\\d)-?(?=[a-zа-я])|(?<=@[DM]\\d)-?(?=[a-zа-я])", " ")
                .replaceAll("(?<=[a-z])(?=\\d)", " ")
                .replaceAll("(?<=[^\\s])[-–]|[-–](?=\\S)", " – ")
                .replace(",", " , ")
                .replaceAll("(?<!\\S)-(?!\\S)", "–");
        text = Stream.of(apart.strip().split("\\s+"))
                .map(Marked::word)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceAll("(?<!\\S)быйыл(?!\\S)", "~this ~year")
                .replaceAll(" ,(?= @| \\d{4}(?: |$))", "");
    }

    private static String word(String word) {
        String sign = Lexicon.sign(word);
        if (sign != null) {
            return sign;
        }
        return switch (word) {
            case "the", "of" -> "";
            // Latin letters that stand for Cyrillic ones.
            case "c", "со", "co" -> "с";
            case "k", "ко" -> "к";
            default -> word;
        };
    }

    private void years() {
        each("(?<!\\S)(\\d{4})(?: ~year" + CASE.formatted(1) + ")?(?!\\S)", m -> {
            int year = number(m, 1);
            return year < 1990 || year > 2099 ? m.group() : mark("Y", Period.year(year), m.group(2));
        });
        each("(?<!\\S)~(this|next|last) ~year" + CASE.formatted(1) + "(?!\\S)", m -> {
            impossible |= session == 0;
            int shift = m.group(1).equals("next") ? 1 : m.group(1).equals("last") ? -1 : 0;
            return mark("Y", Period.year(session + shift), m.group(2));
        });
    }

    private void days() {
        String monthWord = "~m(?<m>\\d+)" + CASE.formatted(1) + "(?: ~month" + CASE.formatted(2) + ")?";
        String numbers = "(?<d1>\\d{1,2})(?: – (?<d2>\\d{1,2}))?";
        pattern("(?<!\\S)" + YEAR_BEFORE + numbers + " " + monthWord + YEAR_AFTER + "(?!\\S)", "D", m -> days(m));
        pattern(
                "(?<!\\S)" + YEAR_BEFORE + "~m(?<m>\\d+)(?:\\.of)? " + numbers + "(?: "
                        + "(?<suffix>дан|ден|тан|тен|дон|тон|инен|унан|синен|сынан|га|ге|ка|ке|го|ине|уна|не|сине|сына|инде|унда"
                        + "|нде|синде|сында|да|де|та|те))?" + YEAR_AFTER + "(?!\\S)",
                "D",
                m -> days(m));
        each(
                "(?<=@D\\d) (дан|ден|тан|тен|дон|тон|инен|унан|га|ге|ка|ке|го|ине|уна|да|де|та|те)(?!\\S)",
                m -> suffixed(m.group(1)));
    }

    private static String suffixed(String suffix) {
        return suffix.endsWith("н") ? ".from" : suffix.matches("га|ге|ка|ке|го|.*(ине|уна|не|сына)") ? ".to" : ".in";
    }

    private Period days(Matcher m) {
        int first = Integer.parseInt(m.group("d1"));
        String last = m.group("d2");
        return Period.days(
                yearOf(m), Integer.parseInt(m.group("m")), first, last == null ? first : Integer.parseInt(last));
    }

    private void months() {
        pattern(
                "(?<!\\S)" + YEAR_BEFORE + "(?:~month )?~m(?<m>\\d+)" + CASE.formatted(1) + "(?: ~month"
                        + CASE.formatted(2) + ")?" + YEAR_AFTER + "(?!\\S)",
                "M",
                m -> Period.month(yearOf(m), Integer.parseInt(m.group("m"))));
    }

    private void partsOfYears() {
        String before = "(?:(?:@Y(?<yb>\\d)|~year)(?:\\.of|\\.in)? )?";
        String after = "(?:,? (?:@Y(?<ya>\\d)" + CASE.formatted(9) + "|~year" + CASE.formatted(8) + "))?";
        String two = ORDER.formatted(1) + "(?: – " + ORDER.formatted(2) + ")?";
        pattern("(?<!\\S)" + before + two + " ~quarter" + CASE.formatted(1) + after + "(?!\\S)", "S", m -> parts(m, 3));
        pattern("(?<!\\S)q (?<o1>[1-4])(?: – q (?<o2>[1-4]))?" + YEAR_AFTER + "(?!\\S)", "S", m -> parts(m, 3));
        pattern("(?<!\\S)@Y(?<yb>\\d) (?:– )?q (?<o1>[1-4])(?!\\S)", "S", m -> parts(m, 3));
        pattern(
                "(?<!\\S)" + before + ORDER.formatted(1) + "(?: –)? ~half" + CASE.formatted(1) + after + "(?!\\S)",
                "S",
                m -> parts(m, 6));
        pattern("(?<!\\S)h (?<o1>[1-2])" + YEAR_AFTER + "(?!\\S)", "S", m -> parts(m, 6));
        pattern("(?<!\\S)~s4" + CASE.formatted(1) + " @Y(?<y1>\\d) – @Y(?<y2>\\d)(?!\\S)", "S", this::winter);
        pattern(
                "(?<!\\S)(?:@Y(?<yb>\\d)(?:\\.of|\\.in)? )?~s(?<o1>[1-3])" + CASE.formatted(1) + YEAR_AFTER + "(?!\\S)",
                "S",
                m -> Period.months(
                        yearOf(m), Integer.parseInt(m.group("o1")) * 3, Integer.parseInt(m.group("o1")) * 3 + 2));
    }

    /** A winter belongs to two years, and is understood where both are said. */
    private Period winter(Matcher m) {
        int first = period(m.group("y1")).year();
        impossible |= period(m.group("y2")).year() != first + 1;
        return new Period(first, 12, 0, 2, 0, 1);
    }

    private Period parts(Matcher m, int months) {
        int first = ordinal(m.group("o1"));
        String second = group(m, "o2");
        int last = second == null ? first : ordinal(second);
        impossible |= last * months > 12 || last < first;
        return Period.months(yearOf(m), (first - 1) * months + 1, last * months);
    }

    private static int ordinal(String text) {
        return switch (text) {
            case "i" -> 1;
            case "ii" -> 2;
            case "iii" -> 3;
            case "iv" -> 4;
            default -> Integer.parseInt(text);
        };
    }

    private int yearOf(Matcher m) {
        String before = group(m, "yb");
        String after = group(m, "ya");
        impossible |= before != null && after != null;
        String mark = before == null ? after : before;
        return mark == null ? 0 : period(mark).year();
    }

    private void pattern(String regex, String kind, Function<Matcher, Period> period) {
        Matcher m = Pattern.compile(regex).matcher(text);
        StringBuilder marked = new StringBuilder();
        while (m.find()) {
            String ending = null;
            for (String name : List.of("c1", "c2", "c8", "c9")) {
                String found = group(m, name);
                ending = found == null ? ending : found;
            }
            String suffix = group(m, "suffix");
            String mark = mark(kind, period.apply(m), ending);
            m.appendReplacement(marked, suffix == null ? mark : mark + suffixed(suffix));
        }
        text = m.appendTail(marked).toString();
    }

    /** A named group, null also where the pattern has none of the name. */
    private static @Nullable String group(Matcher m, String name) {
        return m.pattern().pattern().contains("(?<" + name + ">") ? m.group(name) : null;
    }

    private void each(String regex, Function<MatchResult, String> replacement) {
        text = Pattern.compile(regex).matcher(text).replaceAll(m -> Matcher.quoteReplacement(replacement.apply(m)));
    }

    private String mark(String kind, Period period, @Nullable String ending) {
        Period probe = period.year() == 0 ? period.in(2024) : period;
        impossible |= probe.first() == null || probe.last() == null || period.toDay() < period.fromDay();
        return "@" + kind + add(period) + (ending == null ? "" : "." + ending);
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
