package org.jailoo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jailoo.identity.RecoveryKit.Mistyped;
import org.jailoo.identity.RecoveryKit.Read;
import org.jailoo.identity.RecoveryKit.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryKitTest {
    private static final int KITS = 200;

    private static List<String> page(RecoveryKit kit, Script script) {
        return IntStream.rangeClosed(1, RecoveryKit.LINES)
                .mapToObj(line -> kit.line(line, script))
                .toList();
    }

    private static void assertReads(List<String> typed, RecoveryKit kit) {
        assertThat(RecoveryKit.read(typed))
                .as("%s", typed)
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.kit().secret()).isEqualTo(kit.secret()));
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void aPageReadsInEitherAlphabetHoweverItIsTyped(Script script) {
        for (int i = 0; i < KITS; i++) {
            RecoveryKit kit = RecoveryKit.generate(new SecureRandom());
            List<String> page = page(kit, script);
            assertThat(page).allMatch(line -> line.matches("\\p{L}{5} \\p{L}{5} [0-9]{2}"));
            assertReads(page, kit);
            assertReads(page.stream().map(l -> l.toUpperCase(Locale.ROOT)).toList(), kit);
            assertReads(page.stream().map(l -> l.replace(" ", "")).toList(), kit);
            assertReads(
                    page.stream().map(l -> " " + l.replace(" ", " — ") + " ").toList(), kit);
        }
    }

    @Test
    void aPageReadsWhenTheKeyboardIsTheOtherOne() {
        for (int i = 0; i < KITS; i++) {
            RecoveryKit kit = RecoveryKit.generate(new SecureRandom());
            assertReads(
                    page(kit, Script.CYRILLIC).stream()
                            .map(l -> new String(Keyboards.toLatin(l.toCharArray())))
                            .toList(),
                    kit);
            assertReads(
                    page(kit, Script.LATIN).stream()
                            .map(l -> new String(Keyboards.toCyrillic(l.toCharArray())))
                            .toList(),
                    kit);
        }
    }

    @Test
    void lettersOfTheOtherAlphabetThatLookTheSameAreTheSame() {
        String cyrillic = "абсенкморухт";
        String looks = "aBceHkmopYxt";
        for (int i = 0; i < KITS; i++) {
            RecoveryKit kit = RecoveryKit.generate(new SecureRandom());
            assertReads(
                    page(kit, Script.CYRILLIC).stream()
                            .map(line -> exchanged(line, cyrillic, looks))
                            .toList(),
                    kit);
        }
    }

    private static String exchanged(String line, String from, String to) {
        StringBuilder mixed = new StringBuilder(line);
        for (int at = 0; at < line.length(); at++) {
            int look = from.indexOf(line.charAt(at));
            if (look >= 0) {
                mixed.setCharAt(at, to.charAt(look));
            }
        }
        return mixed.toString();
    }

    @Test
    void everyWrongLetterAndEveryExchangeIsFoundInItsLine() {
        Random random = new Random(5);
        String letters = "бгджзклмнрстфхчшаеоу";
        long tried = 0;
        for (int i = 0; i < KITS; i++) {
            RecoveryKit kit = RecoveryKit.generate(new SecureRandom());
            List<String> page = page(kit, Script.CYRILLIC);
            int line = 1 + random.nextInt(RecoveryKit.LINES);
            String right = page.get(line - 1);
            for (int at = 0; at < 11; at++) {
                for (int letter = 0; letter < letters.length(); letter++) {
                    char c = letters.charAt(letter);
                    if (right.charAt(at) != ' ' && right.charAt(at) != c) {
                        assertWrong(page, line, right.substring(0, at) + c + right.substring(at + 1));
                        tried++;
                    }
                }
            }
            for (int at = 0; at + 2 < 11; at++) {
                for (int by = 1; by <= 2; by++) {
                    StringBuilder swapped = new StringBuilder(right);
                    swapped.setCharAt(at, right.charAt(at + by));
                    swapped.setCharAt(at + by, right.charAt(at));
                    if (!swapped.toString().equals(right)
                            && right.substring(at, at + by + 1).indexOf(' ') < 0) {
                        assertWrong(page, line, swapped.toString());
                        tried++;
                    }
                }
            }
        }
        System.out.println("mistyped lines: " + tried + ", not found: 0");
    }

    private static void assertWrong(List<String> page, int line, String typed) {
        List<String> wrong = new ArrayList<>(page);
        wrong.set(line - 1, typed);
        assertThat(RecoveryKit.read(wrong)).as("%s for %s", typed, page).isEqualTo(new Mistyped(List.of(line)));
    }

    @Test
    void linesThatChangedPlacesAreFound() {
        RecoveryKit kit = RecoveryKit.generate(new SecureRandom());
        List<String> page = page(kit, Script.LATIN);
        assertThat(RecoveryKit.read(List.of(page.get(1), page.get(0), page.get(2), page.get(3))))
                .isEqualTo(new Mistyped(List.of(1, 2)));
        assertThat(RecoveryKit.read(List.of("", "бажуг", "12", page.get(3)))).isEqualTo(new Mistyped(List.of(1, 2, 3)));
        assertThat(kit.isLine(2, page.get(1))).isTrue();
        assertThat(kit.isLine(1, page.get(1))).isFalse();
        assertThat(kit.isLine(1, RecoveryKit.generate(new SecureRandom()).line(1, Script.LATIN)))
                .isFalse();
    }

    @Test
    void twoKitsAreNotTheSameAndClosingWipes() {
        RecoveryKit kit = RecoveryKit.generate(new SecureRandom());
        assertThat(kit.secret())
                .isNotEqualTo(RecoveryKit.generate(new SecureRandom()).secret());
        kit.close();
        assertThat(kit.secret()).containsOnly(0);
        assertThat(kit.toString()).isEqualTo("RecoveryKit");
    }
}
