package org.jailoo.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How often, as people say it; found in a folded phrase and taken out of it. */
final class Recurrence {
    private static final Map<String, Pattern> WORDS = words();

    private Recurrence() {}

    /**
     * A phrase without its recurrence.
     *
     * @param every the code, or null where the phrase says none
     */
    record Taken(String rest, @Nullable String every) {}

    /** Null where a phrase says two different ones. */
    static @Nullable Taken takeFrom(String folded) {
        List<String> found = new ArrayList<>();
        String rest = folded;
        for (Map.Entry<String, Pattern> entry : WORDS.entrySet()) {
            Matcher matcher = entry.getValue().matcher(rest);
            if (matcher.find()) {
                found.add(entry.getKey());
                rest = (rest.substring(0, matcher.start()) + ' ' + rest.substring(matcher.end())).strip();
            }
        }
        if (found.size() > 1) {
            return null;
        }
        if (found.isEmpty()) {
            return new Taken(folded, null);
        }
        return new Taken(rest.replaceAll("^[, ]+|[, ]+$", ""), found.get(0));
    }

    private static Map<String, Pattern> words() {
        Map<String, Pattern> words = new LinkedHashMap<>();
        String once = "(?:1|один|бир) ?";
        words.put(
                "half-yearly",
                whole("раз в (?:полгода|полугодие|шесть месяцев|6 месяцев)|(?:каждые|кажд\\w+) (?:полгода|полугодие"
                        + "|6 месяцев|шесть месяцев)|(?:два|2) раза в год|дважды в год|twice (?:a|per) year"
                        + "|2 times (?:a|per) year|every (?:six|6) months|every half year|half yearly"
                        + "|once (?:every|in) (?:six|6) months|жылына (?:эки|2) (?:жолу|ирет)"
                        + "|(?:ар )?(?:бир )?жарым жылда(?: " + once + "(?:жолу|ирет)?)?|жарым жыл сайын"
                        + "|(?:ар )?(?:алты|6) айда " + once + "(?:жолу|ирет)|полугодично"));
        words.put(
                "quarterly",
                whole("ежеквартальн(?:о|ый|ая|ое|ые)|поквартально|(?:1 |один )?раз в (?:квартал|три месяца|3 месяца)"
                        + "|кажд(?:ый|ом) квартал[е]?|кажд(?:ые|ое) (?:три|3) месяца|(?:4|четыре) раза в год"
                        + "|quarterly|(?:every|each) quarter|once (?:a|per) quarter|every (?:three|3) months"
                        + "|(?:four|4) times (?:a|per) year|on quarterly basis"
                        + "|(?:чейрек|квартал) сайын|(?:чейрегине|кварталына|чейректе|кварталда) " + once
                        + "(?:жолу|ирет)|ар (?:бир )?(?:чейрек|квартал)(?:те|де|да)?"
                        + "|(?:ар )?(?:уч|3) айда " + once + "(?:жолу|ирет)|(?:уч|3) ай сайын"));
        words.put(
                "monthly",
                whole("ежемесячн(?:о|ый|ая|ое|ые)|помесячно|(?:1 |один )?раз в месяц|кажд(?:ый|ом) месяц[е]?"
                        + "|monthly|(?:every|each) month|once (?:a|per) month|on monthly basis|ай сайын"
                        + "|(?:айына|айда) " + once + "(?:жолу|ирет)|ар (?:бир )?ай(?:да)?"));
        words.put(
                "yearly",
                whole("ежегодн(?:о|ый|ая|ое|ые)|(?:1 |один )?раз в год|кажд(?:ый|ом) год[у]?|yearly|annually|annual"
                        + "|(?:every|each) year|once (?:a|per) year|on annual basis|жыл сайын"
                        + "|(?:жылына|жылда) " + once + "(?:жолу|ирет)|ар (?:бир )?жыл(?:ы|да)?"));
        words.put(
                "ongoing",
                whole("постоянно|на постоянной основе|в постоянном режиме|непрерывно|бессрочно|ongoing|continuously"
                        + "|continuous|permanently|permanent|on (?:an )?ongoing basis|on (?:a )?permanent basis"
                        + "|on (?:a )?continuous basis|on (?:a )?continuing basis"
                        + "|туруктуу(?: турдо| негизде)?|дайыма|узгултуксуз|тынымсыз"));
        return words;
    }

    private static Pattern whole(String words) {
        return Pattern.compile("(?<!\\S)(?:" + words + ")(?=$|[ ,])");
    }
}
