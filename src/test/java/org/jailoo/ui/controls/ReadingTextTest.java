package org.jailoo.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised is promised in each language, point by point. */
class ReadingTextTest {
    private static List<String> shape(String language) {
        return ReadingText.lines(language).stream()
                .map(line -> line.isBlank() ? "" : line.replaceFirst("^(#{1,2} |- )?.*$", "$1text"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "ky"})
    void everyLanguageSaysAsMuch(String language) {
        assertThat(shape(language)).isEqualTo(shape("en")).contains("# text", "## text", "- text", "text");
        List<String> english =
                ReadingText.lines("en").stream().filter(l -> !l.isBlank()).toList();
        assertThat(ReadingText.lines(language)).doesNotContainAnyElementsOf(english);
    }
}
