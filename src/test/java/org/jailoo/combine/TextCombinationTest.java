package org.jailoo.combine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a suggested combination keeps, on told examples and on seeded texts; a failure prints its seed. */
class TextCombinationTest {
    private static final int ROUNDS = 3000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final String[] WORDS =
            "үч ай айлык бербеди өзгөчө жумуш берүүчү паспорт алып койгон мен Казанда иштегем 2019 жылы эмне ёлка"
                    .split(" ");

    private static TextCombination of(@Nullable String before, String... texts) {
        return TextCombination.of(before, List.of(texts));
    }

    @Test
    void whatEachChangedAloneIsTakenFromBoth() {
        String before = "Үч ай айлык бербеди. Паспортун алып койгон. Кийин качып кетти.";
        TextCombination combined = of(
                before,
                "Беш ай айлык бербеди. Паспортун алып койгон. Кийин качып кетти.",
                "Үч ай айлык бербеди. Паспортун алып койгон. Кийин Казанга качып кетти. Азыр үйүндө.");
        assertThat(combined)
                .isEqualTo(new TextCombination(
                        "Беш ай айлык бербеди. Паспортун алып койгон. Кийин Казанга качып кетти. Азыр үйүндө.", false));
    }

    @Test
    void inOneSentenceTwoChangesThatDoNotTouchStandTogether() {
        assertThat(of(
                        "Он работал три месяца без оплаты.",
                        "Он работал пять месяцев без оплаты.",
                        "Он работал три месяца без всякой оплаты."))
                .isEqualTo(new TextCombination("Он работал пять месяцев без всякой оплаты.", false));
    }

    @Test
    void whereBothChangedTheSameSentenceBothVersionsStand() {
        TextCombination combined =
                of("Paid in March. Left in May.", "Paid in April. Left in May.", "Paid in June. Left in May.");
        assertThat(combined).isEqualTo(new TextCombination("Paid in April. Paid in June. Left in May.", true));
    }

    @Test
    void whatOneTookOutAndTheOtherWroteOnStays() {
        TextCombination combined = of("He fled. She stayed.", "She stayed.", "He fled to Osh. She stayed.");
        assertThat(combined.text()).contains("fled to Osh").contains("She stayed.");
    }

    @Test
    void withoutACommonBeginningEverySentenceOfBothStandsOnce() {
        assertThat(of(null, "A came. B left.", "A came. C slept. B left."))
                .isEqualTo(new TextCombination("A came. C slept. B left.", false));
        assertThat(of(null, "A came.", "B left.")).isEqualTo(new TextCombination("A came. B left.", true));
        assertThat(of(null, "A came late.", "A came very late."))
                .isEqualTo(new TextCombination("A came very late.", false));
    }

    @Test
    void threeTextsAreBroughtTogether() {
        String before = "One. Two. Three. Four. Five.";
        assertThat(of(
                                before,
                                "One!. Two. Three. Four. Five.",
                                "One. Two. Three. Four. Six.",
                                "One. Two. Three more. Four. Five.")
                        .text())
                .isEqualTo("One!. Two. Three more. Four. Six.");
    }

    @Test
    void equalTextsGiveThemselvesAndAnUnchangedOneGivesTheOther() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String before = random.nextInt(4) == 0 ? null : text(random);
            String one = text(random);
            assertThat(of(before, one, one)).as("seed %d", seed).isEqualTo(new TextCombination(one, false));
            if (before != null) {
                assertThat(of(before, one, before).text()).as("seed %d", seed).isEqualTo(one);
                assertThat(of(before, before, one).text()).as("seed %d", seed).isEqualTo(one);
            }
        }
    }

    @Test
    void noWordIsMissingUnlessTheBeginningHadItAndSomebodyTookItOut() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String before = random.nextInt(4) == 0 ? null : text(random);
            String one = before == null || random.nextInt(5) == 0 ? text(random) : changed(before, random);
            String other = before == null || random.nextInt(5) == 0 ? text(random) : changed(before, random);
            Map<String, Integer> old = count(before == null ? "" : before);
            Map<String, Integer> left = count(one);
            Map<String, Integer> right = count(other);
            Map<String, Integer> combined = count(of(before, one, other).text());
            Set<String> all = new HashSet<>(left.keySet());
            all.addAll(right.keySet());
            for (String word : all) {
                int was = old.getOrDefault(word, 0);
                int a = left.getOrDefault(word, 0);
                int b = right.getOrDefault(word, 0);
                int stands = combined.getOrDefault(word, 0);
                if (stands == 0) {
                    assertThat(was > 0 && (a < was || b < was))
                            .as("seed %d: %s is lost", seed, word)
                            .isTrue();
                }
                if (was == 0) {
                    assertThat(stands).as("seed %d: %s", seed, word).isGreaterThanOrEqualTo(Math.max(a, b));
                }
            }
        }
    }

    @Test
    void theOrderOfTheTwoMakesNoDifferenceToTheWords() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String before = random.nextInt(4) == 0 ? null : text(random);
            String one = before == null ? text(random) : changed(before, random);
            String other = before == null ? text(random) : changed(before, random);
            assertThat(count(of(before, one, other).text()).keySet())
                    .as("seed %d", seed)
                    .isEqualTo(count(of(before, other, one).text()).keySet());
        }
    }

    @Test
    void aBookIsCombinedInAMoment() {
        Random random = new Random(5);
        StringBuilder book = new StringBuilder();
        while (book.length() < 400_000) {
            book.append(text(random)).append("\n");
        }
        String before = book.toString();
        long start = System.nanoTime();
        String combined = of(before, "Мурда. " + before, before + "Кийин.").text();
        of(null, before, new StringBuilder(before).reverse().toString());
        WordDiff.of(before, new StringBuilder(before).reverse().toString());
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(combined).isEqualTo("Мурда. " + before + "Кийин.");
    }

    private static Map<String, Integer> count(String text) {
        Map<String, Integer> count = new HashMap<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            count.merge(matcher.group(), 1, Integer::sum);
        }
        return count;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int sentence = random.nextInt(7); sentence >= 0; sentence--) {
            text.append(sentence(random));
        }
        return text.toString();
    }

    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder();
        for (int words = random.nextInt(6); words >= 0; words--) {
            sentence.append(WORDS[random.nextInt(WORDS.length)])
                    .append(words == 0 ? "" : random.nextInt(6) == 0 ? ", " : " ");
        }
        return sentence + new String[] {". ", "! ", ".» ", "…\n", "\n\n", " — ", "?"}[random.nextInt(7)];
    }

    /** The text with some sentences changed, taken out, put in or moved. */
    private static String changed(String text, Random random) {
        List<String> sentences = new ArrayList<>(Pieces.sentences(text));
        for (int step = random.nextInt(4); step > 0 && !sentences.isEmpty(); step--) {
            int at = random.nextInt(sentences.size());
            switch (random.nextInt(4)) {
                case 0 -> sentences.remove(at);
                case 1 -> sentences.add(at, sentence(random));
                case 2 -> sentences.add(random.nextInt(sentences.size()), sentences.remove(at));
                default -> {
                    List<String> words = new ArrayList<>(Pieces.words(sentences.get(at)));
                    words.set(random.nextInt(words.size()), WORDS[random.nextInt(WORDS.length)]);
                    sentences.set(at, String.join("", words));
                }
            }
        }
        return String.join("", sentences);
    }
}
