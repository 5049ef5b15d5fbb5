package org.jailoo.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    @ParameterizedTest
    @CsvSource({
        "2023,       2023-01-01, 2023-12-31",
        "2024-02,    2024-02-01, 2024-02-29",
        "2023-02,    2023-02-01, 2023-02-28",
        "2024-02-29, 2024-02-29, 2024-02-29",
        "0001-01-01, 0001-01-01, 0001-01-01",
        "9999,       9999-01-01, 9999-12-31",
    })
    void dateCoversTheDaysItMayMean(String text, LocalDate first, LocalDate last) {
        assertThat(DateText.isDate(text)).isTrue();
        assertThat(DateText.firstDay(text)).isEqualTo(first);
        assertThat(DateText.lastDay(text)).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "23",
                "202",
                "20233",
                "0000",
                "2023-",
                "2023-1",
                "2023-00",
                "2023-13",
                "2023/02",
                "2023-02-30",
                "2023-02-29",
                "2023-04-31",
                "2023-00-01",
                "2023-01-00",
                "2023-1-1",
                "2023-01-1",
                "2023-01-32",
                "2023-01-011",
                "20230101",
                "01.02.2023",
                "-2023",
                "+2023-01-01",
                "٢٠٢٣",
                "2023-01-01T00:00:00Z",
                "2023-01/01",
                "2023-Q1",
                " 2023"
            })
    void anythingElseIsNoDate(String text) {
        assertThat(DateText.isDate(text)).isFalse();
        assertThat(DateText.firstDay(text)).isNull();
        assertThat(DateText.lastDay(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-Q1", "2024-Q2", "1999-Q3", "2030-Q4"})
    void quarterHasAYearAndANumber(String text) {
        assertThat(DateText.isQuarter(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2023", "2023-Q0", "2023-Q5", "2023-q1", "2023Q1", "0000-Q1", "2023-Q11", "202a-Q1"})
    void anythingElseIsNoQuarter(String text) {
        assertThat(DateText.isQuarter(text)).isFalse();
    }
}
