package org.jailoo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jailoo.timeline.Due.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // from, to, every, today, standing, day
                "-,2023-10-15,-,2023-10-15,THIS_QUARTER,2023-10-15",
                "-,2023-10-15,-,2023-10-16,OVERDUE,2023-10-15",
                "-,2023-10,-,2023-10-31,THIS_QUARTER,2023-10-31",
                "-,2023-10,-,2023-11-01,OVERDUE,2023-10-31",
                "2023,2023,-,2023-08-01,LATER,2023-12-31",
                "-,2023,-,2023-10-01,THIS_QUARTER,2023-12-31",
                "-,2024-02,-,2024-01-01,THIS_QUARTER,2024-02-29",
                "2023-09,-,-,2023-12-01,UNDATED,-",
                "-,-,-,2023-12-01,UNDATED,-",
                "-,-,quarterly,2023-11-05,THIS_QUARTER,2023-12-31",
                "-,-,monthly,2023-11-05,THIS_QUARTER,2023-11-30",
                "-,-,half-yearly,2023-08-05,LATER,2023-12-31",
                "-,-,half-yearly,2023-05-05,THIS_QUARTER,2023-06-30",
                "-,-,yearly,2023-11-05,THIS_QUARTER,2023-12-31",
                "-,-,ongoing,2023-11-05,UNDATED,-",
                "2024-02,-,quarterly,2023-11-05,LATER,2024-03-31",
                "-,2023-11-20,quarterly,2023-11-05,THIS_QUARTER,2023-11-20",
                "-,2023-06,quarterly,2023-11-05,OVERDUE,2023-06-30",
                "-,2024-06,quarterly,2023-11-05,THIS_QUARTER,2023-12-31",
                "-,bald,-,2023-11-05,UNDATED,-",
                "-,2023-13,-,2023-11-05,UNDATED,-",
            })
    void theEndOfTheIntervalDecides(
            @Nullable String from,
            @Nullable String to,
            @Nullable String every,
            LocalDate today,
            Standing standing,
            @Nullable LocalDate day) {
        assertThat(Due.of(from, to, every, today)).isEqualTo(new Due(standing, day));
    }

    @Test
    void quartersFollowOneAnother() {
        Quarter quarter = Quarter.of(LocalDate.of(2023, 12, 31));
        assertThat(quarter.text()).isEqualTo("2023-Q4");
        assertThat(quarter.after()).isEqualTo(Quarter.of(LocalDate.of(2024, 1, 1)));
        assertThat(quarter.after().before()).isEqualTo(quarter);
        assertThat(quarter.firstDay()).isEqualTo("2023-10-01");
        assertThat(quarter.lastDay()).isEqualTo("2023-12-31");
        assertThat(Quarter.parse("2023-Q4")).isEqualTo(quarter);
        assertThat(Quarter.parse("2023-Q5")).isNull();
        assertThat(Quarter.parse("0000-Q1")).isNull();
        assertThat(quarter.nearest(LocalDate.of(2024, 5, 1))).isEqualTo("2023-12-31");
        assertThat(quarter.nearest(LocalDate.of(2023, 11, 2))).isEqualTo("2023-11-02");
        assertThat(quarter).isGreaterThan(new Quarter(2023, 3)).isLessThan(new Quarter(2024, 1));
    }
}
