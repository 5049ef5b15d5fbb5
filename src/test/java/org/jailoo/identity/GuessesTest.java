package org.jailoo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jailoo.identity.Withstands.Span;
import org.jailoo.identity.Withstands.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a passphrase is worth: never more in Cyrillic than it would be in English. */
class GuessesTest {
    private static final Guesses GUESSES = new Guesses();

    private static Withstands of(String passphrase) {
        return new Withstands(GUESSES.before(passphrase.toCharArray()), Kdf.FLOOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1",
                "пароль",
                "Пароль2026",
                "gfhjkm",
                "gfhjkm2024",
                "зфыыцщкв",
                "сырсөз",
                "сырсоз123",
                "Кыргызстан",
                "Rshupspcnfy",
                "айгүл1990",
                "Айгерим1987",
                "aygul1990",
                "йцукенг",
                "+996 555 12-34-56",
                "0555123456",
                "15.08.1990",
                "май2023",
                "бишкекбишкекбишкек",
                "мама папа",
                "апа ата апа ата апа ата",
                "ак кара",
                "иссыккуль",
                "аааааааааааааааа",
                "123456789012"
            })
    void whatPeopleTakeIsNotTaken(String passphrase) {
        assertThat(of(passphrase).verdict())
                .as("%s: %s", passphrase, of(passphrase))
                .isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "тегирмен кычкач үзөңгү шыбырт",
                "верблюд чугун занавес лестница",
                "walnut cardigan turbine oyster",
                "fG7#qLw92-vZxR!m",
                "Боз үйдүн түндүгүнөн жылдыз санаган кемпир"
            })
    void whatCanBeRememberedAndIsLongIsGood(String passphrase) {
        assertThat(of(passphrase).verdict())
                .as("%s: %s", passphrase, of(passphrase))
                .isEqualTo(Verdict.GOOD);
    }

    @ParameterizedTest
    @CsvSource({"балдарыбыздынкелечеги,17", "мойлюбимыйкотёнок,16", "жайлоодогубактылуужаз,18"})
    void gluedWordsOfCyrillicAreNoNoise(String passphrase, int digits) {
        assertThat(GUESSES.before(passphrase.toCharArray())).isLessThan(Math.pow(10, digits));
    }

    @Test
    void oneWordIsOneWordInWhicheverAlphabet() {
        for (String word :
                new String[] {"балдарыбыз", "достопримечательность", "balalarybyz", "ljcnjghbvtxfntkmyjcnm"}) {
            assertThat(of(word).verdict()).as(word).isNotEqualTo(Verdict.GOOD);
        }
    }

    @Test
    void theMeaningFollowsFromTheCostOfAGuess() {
        // Ten cards of 10^12 bytes a second against 64 MiB, three passes of three moves: 16,557 guesses a second.
        assertThat(new Withstands(16_557.0 * 30, Kdf.FLOOR).span()).isEqualTo(Span.SECONDS);
        assertThat(new Withstands(16_557.0 * 120, Kdf.FLOOR).span()).isEqualTo(Span.MINUTES);
        assertThat(new Withstands(16_557.0 * 86_000, Kdf.FLOOR).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(new Withstands(16_557.0 * 87_000, Kdf.FLOOR).verdict()).isEqualTo(Verdict.WEAK);
        assertThat(new Withstands(16_557.0 * 87_000, new Kdf(64 * 1024, 30, 1)).span())
                .isEqualTo(Span.DAYS);
        assertThat(new Withstands(16_557.0 * 11 * 366 * 86_400, Kdf.FLOOR).verdict())
                .isEqualTo(Verdict.GOOD);
        assertThat(new Withstands(1e30, Kdf.FLOOR).span()).isEqualTo(Span.CENTURIES);
    }

    @Test
    void thePassphraseStaysAsItIsAndNothingIsWorthNothing() {
        char[] typed = "ак калпак".toCharArray();
        GUESSES.before(typed);
        assertThat(typed).containsExactly("ак калпак".toCharArray());
        assertThat(GUESSES.before(new char[0])).isZero();
        char[] endless = new char[100_000];
        Arrays.fill(endless, 'ы');
        assertThat(GUESSES.before(endless)).isPositive();
    }
}
