package org.jailoo.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of the calendar in three languages with their endings, folded. A word becomes a sign: {@code ~m9} for
 * September, with {@code .from .to .in .of} where a Kyrgyz ending says so; Russian endings say nothing by themselves.
 */
final class Lexicon {
    private static final List<String> FROM = List.of("дан", "ден", "тан", "тен", "дон", "тон", "ынан", "инен", "унан");
    private static final List<String> TO = List.of("га", "ге", "ка", "ке", "го", "ко", "ына", "ине", "уна");
    private static final List<String> IN = List.of("да", "де", "та", "те", "до", "то", "ында", "инде", "унда");
    private static final List<String> OF =
            List.of("дын", "дин", "тын", "тин", "дун", "тун", "нын", "нин", "ынын", "инин", "унун");

    private static final Map<String, String> SIGNS = Map.copyOf(new Lexicon().signs);

    private final Map<String, String> signs = new HashMap<>();

    private Lexicon() {
        String[] months = {
            "январ", "феврал", "март", "апрел", "май", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"
        };
        for (int i = 0; i < 12; i++) {
            String sign = "~m" + (i + 1);
            boolean soft = !months[i].equals("март") && !months[i].equals("август") && !months[i].equals("май");
            kyrgyz(sign, months[i]);
            if (soft) {
                kyrgyz(sign, months[i] + 'ь');
            }
            String stem = months[i].equals("май") ? "ма" : months[i];
            for (String ending :
                    List.of(soft || stem.equals("ма") ? "я" : "а", "е", soft || stem.equals("ма") ? "ю" : "у")) {
                signs.put(stem + ending, sign);
            }
        }
        String[] short1 = {"янв", "фев", "мар", "апр", "", "", "", "авг", "сен", "окт", "ноя", "дек"};
        String[] short2 = {"", "февр", "", "", "", "", "", "", "сент", "", "нояб", ""};
        String[] english = {
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december"
        };
        for (int i = 0; i < 12; i++) {
            for (String word : List.of(short1[i], short2[i], english[i], english[i].substring(0, 3))) {
                signs.put(word, "~m" + (i + 1));
            }
        }
        signs.put("sept", "~m9");
        kyrgyz("~year", "жыл");
        all("~year", "жылдары жылдар ж жж год года году г гг годы годов годах годам годом year years");
        all("~year.in", "жылдарында");
        all("~month", "месяц месяца месяце month ай айы айлары");
        all("~month.from", "айынан айдан айларынан");
        all("~month.to", "айына айга айларына");
        all("~month.in", "айында айда айларында");
        all("~month.of", "айынын айдын айларынын");
        kyrgyz("~quarter", "чейрек");
        kyrgyz("~quarter", "квартал");
        all("~quarter", "чейреги квартала квартале кварталу кварталы кв quarter");
        all("~quarter.of", "чейрегинин");
        all("~quarter.to", "чейрегине");
        all("~quarter.in", "чейрегинде");
        all("~quarter.from", "чейрегинен");
        kyrgyz("~half", "жарымжылдык");
        all(
                "~half",
                "жарымы жарымжылдыгы полугодие полугодия полугодии полугодию половина половины половине половину half");
        all("~half.in", "жарымында жарымжылдыгында");
        all("~half.to", "жарымына жарымжылдыгына");
        all("~half.of", "жарымынын жарымжылдыгынын");
        all("~half.from", "жарымынан жарымжылдыгынан");
        season(1, "жаз", "весна весны весне весной spring");
        season(2, "жай", "лето лета лете летом summer");
        season(3, "куз", "осень осени осенью autumn");
        season(4, "кыш", "зима зимы зиме зимой winter");
        all("~this", "this current ушул быйылкы учурдагы этот этого этом этому текущий текущего текущем текущему");
        all(
                "~next",
                "next келерки эмдиги кийинки келер следующий следующего следующем следующему будущий будущего будущем"
                        + " будущему");
        all("~last", "last previous откон былтыркы прошлый прошлого прошлом");
        all("~o1", "first 1st i биринчи первый первая первое первого первой первом первую");
        all("~o2", "second 2nd ii экинчи второй вторая второе второго втором вторую");
        all("~o3", "third 3rd iii учунчу третий третьего третьем");
        all("~o4", "fourth 4th iv тортунчу четвертый четвертого четвертом");
        signs.remove("");
    }

    /** The sign of a word, or null where it is none of the calendar. */
    static @Nullable String sign(String word) {
        return SIGNS.get(word);
    }

    private void season(int number, String kyrgyz, String others) {
        kyrgyz("~s" + number, kyrgyz);
        all("~s" + number + ".in", kyrgyz + "ундо");
        all("~s" + number + ".from", kyrgyz + "унон");
        all("~s" + number + ".to", kyrgyz + "уно");
        all("~s" + number, others);
    }

    private void kyrgyz(String sign, String stem) {
        signs.put(stem, sign);
        for (String possessive : List.of("ы", "и", "у")) {
            signs.put(stem + possessive, sign);
        }
        FROM.forEach(ending -> signs.put(stem + ending, sign + ".from"));
        TO.forEach(ending -> signs.put(stem + ending, sign + ".to"));
        IN.forEach(ending -> signs.put(stem + ending, sign + ".in"));
        OF.forEach(ending -> signs.put(stem + ending, sign + ".of"));
    }

    private void all(String sign, String words) {
        for (String word : words.split(" ", -1)) {
            signs.put(word, sign);
        }
    }
}
