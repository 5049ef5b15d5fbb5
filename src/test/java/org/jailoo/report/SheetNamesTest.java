package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.apache.poi.ss.util.WorkbookUtil;
import org.junit.jupiter.api.Test;

class SheetNamesTest {
    @Test
    void namesAreLawfulAndNoTwoAreAlike() {
        SheetNames names = new SheetNames();
        List<String> taken = List.of(
                        "Interviews",
                        "INTERVIEWS",
                        "a[b]c:d*e?f/g\\h",
                        "'quoted'",
                        "History",
                        "",
                        "'''",
                        "Фокус-группалар жана жолугушуулар",
                        "фокус-группалар жана жолугушуулар",
                        "Фокус-группалар жана жолугушууларда",
                        "x".repeat(30) + "😀")
                .stream()
                .map(names::take)
                .toList();
        assertThat(taken)
                .containsExactly(
                        "Interviews",
                        "INTERVIEWS (2)",
                        "a-b-c-d-e-f-g-h",
                        "quoted",
                        "History (2)",
                        "-",
                        "- (2)",
                        "Фокус-группалар жана жолугушуул",
                        "фокус-группалар жана жолугу (2)",
                        "Фокус-группалар жана жолугу (3)",
                        "x".repeat(30));
        taken.forEach(name ->
                assertThatCode(() -> WorkbookUtil.validateSheetName(name)).doesNotThrowAnyException());
    }
}
