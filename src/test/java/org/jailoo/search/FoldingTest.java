package org.jailoo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Өкмөт, окмот",
        "ҮЙ-БҮЛӨ, уй-було",
        "Эмгек акысы төлөнгөн жок, эмгек акысы толонгон жок",
        "МИҢ, мин",
        "Ёлка, елка",
        "е\u0308лка, елка",
        "ѳзү, озу",
        "миӊ, мин",
        "МИӉ, мин",
        "Ѳзгөн, озгон",
        "йод, йод",
        "и\u0306од, йод",
        "пра\u0301ва, права",
        "Қазақстан, казакстан",
        "ғўҳӣӯҷ, гухиуч",
        "әлеумет ұлт, алеумет улт",
        "і ї, і ї",
        "IŞIK, işik",
        "ışık, işik",
        "İŞ, iş",
        "Bishkek 2024, bishkek 2024",
        "𐐀, 𐐨",
        "a\u0000b\tc, a b c",
        "ми\u00ADгрант, мигрант",
        "a\u200Bb, ab",
        "«иш»—айлык №7, ' иш  айлык  7'",
        "a\uE000b\uDBC0\uDC00c, a b c",
    })
    void lettersTypedForOneAnotherBecomeOne(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void foldingTwiceChangesNothing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String folded = Folding.fold(RandomText.of(random));
            assertThat(Folding.fold(folded)).as("seed %d", seed).isEqualTo(folded);
        }
    }
}
