package org.jailoo.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {
    @ParameterizedTest
    @CsvSource({
        "2023-07-04, 4 July 2023, 4 июля 2023 г., 2023-ж. 4-июль",
        "2023-08, August 2023, август 2023 г., 2023-ж. август",
        "2023, 2023, 2023 г., 2023-ж.",
        "1969-02-28, 28 February 1969, 28 февраля 1969 г., 1969-ж. 28-февраль",
        "2024-02-29, 29 February 2024, 29 февраля 2024 г., 2024-ж. 29-февраль"
    })
    void dateSaysNoMoreThanItIs(String iso, String english, String russian, String kyrgyz) {
        assertThat(Labels.of("en").date(iso)).isEqualTo(english);
        assertThat(Labels.of("ru").date(iso)).isEqualTo(russian);
        assertThat(Labels.of("ky").date(iso)).isEqualTo(kyrgyz);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "in spring",
                "2023-13",
                "2023-00",
                "2023-02-30",
                "0000",
                "23-07-04",
                "2023-7-4",
                "2023-07-04T10:00:00Z",
                " 2023",
                "2023-Q3",
                "\u0662\u0660\u0662\u0663",
                "{0}"
            })
    void whatIsNoDateIsShownAsItStands(String text) {
        for (String language : Messages.LANGUAGES) {
            assertThat(Labels.of(language).date(text)).isEqualTo(text);
            assertThat(Labels.of(language).dates(text, null)).isEqualTo(text);
            assertThat(Labels.of(language).dates(null, text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-08|2023-08|August 2023|август 2023 г.|2023-ж. август",
                "2023-08|2023-11|August – November 2023|август – ноябрь 2023 г.|2023-ж. август – ноябрь",
                "2023-11|2024-02|November 2023 – February 2024|ноябрь 2023 г. – февраль 2024 г.|2023-ж. ноябрь – 2024-ж. февраль",
                "2023|2023|2023|2023 г.|2023-ж.",
                "2018|2020|2018–2020|2018–2020 гг.|2018–2020-жж.",
                "2023-07-04|2023-07-06|4–6 July 2023|4–6 июля 2023 г.|2023-ж. 4–6-июль",
                "2023-07-04|2023-07-04|4 July 2023|4 июля 2023 г.|2023-ж. 4-июль",
                "2019-04-30|2019-05-11|30 April – 11 May 2019|30 апреля – 11 мая 2019 г.|2019-ж. 30-апрель – 11-май",
                "2022-12-30|2023-01-02|30 December 2022 – 2 January 2023|30 декабря 2022 г. – 2 января 2023 г.|2022-ж. 30-декабрь – 2023-ж. 2-январь",
                "2023-08|2023-11-06|August 2023 – 6 November 2023|август 2023 г. – 6 ноября 2023 г.|2023-ж. август – 2023-ж. 6-ноябрь",
                "2023-09||from September 2023|с сентября 2023 г.|2023-ж. сентябрдан тартып",
                "2023||from 2023|с 2023 г.|2023-жылдан тартып",
                "2023-07-02||from 2 July 2023|со 2 июля 2023 г.|2023-ж. 2-июлдан тартып",
                "2023-08-12||from 12 August 2023|с 12 августа 2023 г.|2023-ж. 12-августтан тартып",
                "|2023|until the end of 2023|до конца 2023 г.|2023-жылдын аягына чейин",
                "|2023-11|until the end of November 2023|до конца ноября 2023 г.|2023-ж. ноябрь айынын аягына чейин",
                "|2023-03-08|until 8 March 2023|до 8 марта 2023 г. включительно|2023-ж. 8-мартка чейин",
                "spring|2023|spring – 2023|spring – 2023 г.|spring – 2023-ж."
            })
    void intervalIsOneText(@Nullable String from, @Nullable String to, String english, String russian, String kyrgyz) {
        List<String> wanted = List.of(english, russian, kyrgyz);
        for (int i = 0; i < 3; i++) {
            Labels labels = Labels.of(Messages.LANGUAGES.get(i));
            assertThat(labels.dates(from, to)).isEqualTo(wanted.get(i));
            assertThat(labels.dates(Objects.requireNonNullElse(from, ""), Objects.requireNonNullElse(to, "")))
                    .isEqualTo(wanted.get(i));
        }
    }

    @Test
    void intervalWithoutSidesIsEmpty() {
        assertThat(Labels.of("en").dates(null, null)).isEmpty();
        assertThat(Labels.of("ky").dates("", "")).isEmpty();
    }

    @Test
    void everyMonthHasItsWordInEveryForm() {
        for (String language : Messages.LANGUAGES) {
            Labels labels = Labels.of(language);
            for (int month = 1; month <= 12; month++) {
                String iso = String.format("2023-%02d", month);
                assertThat(labels.date(iso)).isNotEqualTo(iso).doesNotContain(",", "{");
                assertThat(labels.date(iso + "-09")).contains("9").doesNotContain(",", "{");
                assertThat(labels.dates(iso + "-09", null)).doesNotContain(",", "{");
                assertThat(labels.dates(null, iso + "-09")).doesNotContain(",", "{");
            }
        }
        assertThat(Labels.of("ky").dates("2023-01", null)).isEqualTo("2023-ж. январдан тартып");
        assertThat(Labels.of("ru").date("2023-12-09")).isEqualTo("9 декабря 2023 г.");
    }

    @Test
    void quarterIsNamed() {
        assertThat(Labels.of("en").quarter("2023-Q3")).isEqualTo("Q3 2023");
        assertThat(Labels.of("ru").quarter("2023-Q3")).isEqualTo("3-й квартал 2023 г.");
        assertThat(Labels.of("ky").quarter("2023-Q3")).isEqualTo("2023-ж. 3-чейрек");
        assertThat(Labels.of("ky").quarter("2023-Q5")).isEqualTo("2023-Q5");
    }
}
