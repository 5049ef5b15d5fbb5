package org.jailoo.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameOrderTest {
    private static final Comparator<String> ORDER = Labels.of("ky").order();

    @Test
    void kyrgyzLettersStandInTheirPlaces() {
        sorts(
                "Нарын",
                "Нурлан",
                "Ңарын",
                "Ош",
                "Өзгөн",
                "Пишпек",
                "Талас",
                "Тоң",
                "Төрт-Күл",
                "Турсун",
                "Түп",
                "Узген",
                "Үзгөн",
                "Фрунзе",
                "Ырыс",
                "Ысык-Көл");
    }

    @Test
    void neighboursDifferByOneLetter() {
        sorts("ан", "аң", "ао", "аө", "ап");
        sorts("ту", "тү", "тф");
        sorts("тан", "тана", "таң", "таңа");
        sorts("кор", "көр", "кур", "күр", "кыр");
        sorts("е", "ё", "ж");
        sorts("елка", "ёлка", "еще");
        sorts("Барскоон", "Бөкөнбаев");
        sorts("Кичи-Жаргылчак", "Кызыл-Суу", "Чоң-Жаргылчак", "Чоңой");
    }

    @Test
    void digitsComeFirstThenLatinThenCyrillic() {
        sorts("1-класс", "9-класс", "Barskoon", "Tüp", "Zhanaozen", "Анкара", "Бишкек");
        sorts("eta", "\u00e9tat", "etude", "Zeta");
    }

    @Test
    void caseCountsOnlyBetweenEqualsAndWordsAreComparedOneByOne() {
        sorts("ак", "Ак", "Ак бата", "Ак-Суу", "Ак Тилек", "Акбар", "Аксы");
        assertThat(ORDER.compare("Кара Суу", "Кара-Суу")).isNotZero();
        assertThat(ORDER.compare("Ош", "Ош")).isZero();
        assertThat(ORDER.compare("", "Ош")).isNegative();
    }

    @Test
    void russianAndEnglishWordsStandAsTheJdkSortsThem() {
        List<String> russian = List.of(
                "арбуз",
                "Борис",
                "вода",
                "ёж",
                "елка",
                "жаба",
                "ива",
                "йод",
                "Москва",
                "Новосибирск",
                "объезд",
                "обыск",
                "подъезд",
                "съезд",
                "Екатеринбург",
                "Щукино",
                "щит",
                "эхо",
                "юг",
                "яма",
                "ячмень");
        sameAsTheJdk(Locale.forLanguageTag("ru"), russian);
        sameAsTheJdk(
                Locale.ENGLISH,
                List.of("apple", "Banana", "cherry", "Zebra", "yak", "10", "9", "Apple pie", "bananas"));
    }

    private static void sameAsTheJdk(Locale locale, List<String> words) {
        Collator jdk = Collator.getInstance(locale);
        List<String> ours = new ArrayList<>(words);
        List<String> theirs = new ArrayList<>(words);
        ours.sort(ORDER);
        theirs.sort((a, b) -> jdk.compare(a, b));
        assertThat(ours).isEqualTo(theirs);
    }

    private static void sorts(String... wanted) {
        for (long seed = 1; seed <= 20; seed++) {
            List<String> words = new ArrayList<>(List.of(wanted));
            Collections.shuffle(words, new Random(seed));
            words.sort(ORDER);
            assertThat(words).as("seed " + seed).containsExactly(wanted);
        }
    }
}
