package org.jailoo.ui.interview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where words stand after an edit, case by case. */
class SpanTest {
    /** In "0123456789" the words are 4567, from 4 to 8. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "inserted far before,         0, 0, 3, 7, 11",
                "inserted right before,       4, 0, 3, 7, 11",
                "inserted inside,             5, 0, 3, 4, 11",
                "inserted right behind,       8, 0, 3, 4, 8",
                "inserted far behind,        10, 0, 3, 4, 8",
                "removed before,              1, 2, 0, 2, 6",
                "removed up to the first,     2, 2, 0, 2, 6",
                "replaced up to the first,    2, 2, 5, 7, 11",
                "removed inside,              5, 2, 0, 4, 6",
                "replaced inside,             5, 2, 4, 4, 10",
                "removed the first,           4, 1, 0, 4, 7",
                "removed the last,            7, 1, 0, 4, 7",
                "replaced the last,           7, 1, 3, 4, 7",
                "removed across the front,    2, 4, 0, 2, 4",
                "replaced across the front,   2, 4, 3, 5, 7",
                "removed across the back,     6, 4, 0, 4, 6",
                "replaced across the back,    6, 4, 3, 4, 6",
                "removed right behind,        8, 2, 0, 4, 8",
                "removed exactly,             4, 4, 0, -, -",
                "replaced exactly,            4, 4, 4, -, -",
                "removed around,              3, 6, 0, -, -",
                "replaced everything,         0, 10, 7, -, -",
                "nothing at all,              5, 0, 0, 4, 8"
            })
    void followsTheWords(String what, int at, int removed, int inserted, Integer start, Integer end) {
        Span after = new Span(4, 8).after(at, removed, inserted);
        assertThat(after).isEqualTo(start == null ? null : new Span(start, end));
    }

    @Test
    void wordsAreFoundNearestToWhereTheyStood() {
        String text = "бир сөз, эки сөз, үч сөз";
        assertThat(Span.find(text, "сөз", 13)).isEqualTo(new Span(13, 16));
        assertThat(Span.find(text, "сөз", 9)).isEqualTo(new Span(13, 16));
        assertThat(Span.find(text, "сөз", 6)).isEqualTo(new Span(4, 7));
        assertThat(Span.find(text, "сөз", 99)).isEqualTo(new Span(21, 24));
        assertThat(Span.find(text, "төрт", 0)).isNull();
        assertThat(Span.find(text, "", 0)).isNull();
    }

    @Test
    void spacesAroundASelectionAreNoPartOfAQuotation() {
        assertThat(new Span(0, 7).trimmed("  сөз \n")).isEqualTo(new Span(2, 5));
        assertThat(new Span(0, 2).trimmed("  сөз")).isNull();
    }
}
