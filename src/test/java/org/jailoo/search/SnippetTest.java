package org.jailoo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jailoo.search.Snippet.Part;
import org.junit.jupiter.api.Test;

/** The context shows what the index has found, in the letters in which it was written. */
class SnippetTest {
    private static Snippet of(String text, String typed, int width) {
        return Snippet.of(text, SearchQuery.parse(typed).orElseThrow(), width);
    }

    private static List<String> marked(Snippet snippet) {
        return snippet.parts().stream().filter(Part::match).map(Part::text).toList();
    }

    private static String said(Snippet snippet) {
        return snippet.parts().stream().map(Part::text).collect(Collectors.joining());
    }

    @Test
    void lettersThatAreTypedForOneAnotherAreMarkedAsTheyWereWritten() {
        String text = "Өкмөткө кайрылдым. Ёлка күнү да иштедик, үңкүр жок.";
        assertThat(marked(of(text, "окмот", 80))).containsExactly("Өкмөткө");
        assertThat(marked(of(text, "елка", 80))).containsExactly("Ёлка");
        assertThat(marked(of(text, "ункур", 80))).containsExactly("үңкүр");
        assertThat(marked(of("Задержали зарплату", "зарплаты", 80))).containsExactly("зарплату");
    }

    @Test
    void thePlaceWithMostOfTheWordsIsShown() {
        String text = "айлык " + "сөз ".repeat(100) + "айлык жана паспорт " + "сөз ".repeat(100);
        Snippet snippet = of(text, "паспорт айлык", 60);
        assertThat(snippet.found()).isEqualTo(2);
        assertThat(marked(snippet)).containsExactly("айлык", "паспорт");
        assertThat(said(snippet)).startsWith("… ").endsWith(" …").hasSizeLessThan(90);
    }

    @Test
    void whatDoesNotStandThereIsNotShown() {
        assertThat(of("айлык", "паспорт", 60)).isEqualTo(new Snippet(List.of(), 0));
        assertThat(of("", "паспорт", 60).parts()).isEmpty();
    }

    @Test
    void nothingIsAddedToTheTextAndNoCharacterIsCutInTwo() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(random.nextInt(5) == 0 ? "өң" : random.nextInt(9) == 0 ? "\uD83D\uDE00 " : "аб ");
            }
            Snippet snippet = of(text.toString(), "он аб", 10 + random.nextInt(40));
            String plain = said(snippet).replaceAll("^… | …$", "");
            assertThat(text.toString().replaceAll("\\s+", " ")).contains(plain.strip());
            assertThat(plain.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                    .isTrue();
        }
    }
}
