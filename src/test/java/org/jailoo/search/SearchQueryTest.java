package org.jailoo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "келген            | \"келген\"*",
                "Өкмөт             | \"окмот\"*",
                "нет денег         | \"нет\"* AND \"денег\"*",
                "права             | \"прав\"*",
                "женщинами         | \"женщин\"*",
                "укук              | \"уку\"*",
                "мектеп            | \"мекте\"*",
                "жок               | \"жок\"*",
                "үйлөр             | \"уйлор\"*",
                "Ноокат-Ош         | \"ноокат\"* AND \"ош\"*",
                "\"a\" OR b*        | \"a\"* AND \"or\"* AND \"b\"*",
                "NEAR(x)           | \"near\"* AND \"x\"*",
                "workers workers   | \"workers\"*",
                "5000 сом          | \"5000\"* AND \"сом\"*",
                "пра\u0301во       | \"прав\"*",
            })
    void wordsBecomeQuotedPrefixes(String typed, String match) {
        assertThat(SearchQuery.parse(typed).map(SearchQuery::match)).contains(match);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\"", "***", "😀", "\u0301", "\u0000", "\uD83D", "()^:,."})
    void nothingToSearchForIsNoQuery(String typed) {
        assertThat(SearchQuery.parse(typed)).isEmpty();
    }

    @Test
    void longInputIsCutToWhatFindsNoLess() {
        String many = IntStream.range(0, 5_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThat(SearchQuery.parse(many).orElseThrow().prefixes())
                .hasSize(SearchQuery.MAX_WORDS)
                .startsWith("w0");
        assertThat(SearchQuery.parse("x".repeat(10_000)).orElseThrow().prefixes())
                .containsExactly("x".repeat(SearchQuery.MAX_LETTERS));
        assertThat(SearchQuery.parse("𐐨".repeat(10_000)).orElseThrow().prefixes())
                .containsExactly("𐐨".repeat(SearchQuery.MAX_LETTERS));
    }
}
