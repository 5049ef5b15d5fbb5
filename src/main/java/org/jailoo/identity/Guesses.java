package org.jailoo.identity;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How many guesses come before a passphrase, estimated from below.
 *
 * <p>zxcvbn knows English. What is typed in Cyrillic would count as noise and be overrated, so Russian and Kyrgyz words
 * are known here too, also typed on the other keyboard or in Latin letters; and whatever reads like a word counts as one.
 */
public final class Guesses {
    /** Beyond this nothing more is counted. */
    private static final int LONGEST = 80;

    /** What a word that is in no list counts, and how many letters of it count once more. */
    private static final double WORD = 1e5;

    private static final double WORD_LETTERS = 9;

    /** Numbers of telephones that somebody who knows the person would try. */
    private static final double PHONES = 1e7;

    private static final double YEARS = 120;
    private static final Pattern PHONE = Pattern.compile("(996|0|7|8)[0-9]{9,10}");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private final Zxcvbn zxcvbn;

    /** Reads the lists of words, which takes a moment and some memory. */
    public Guesses() {
        try {
            List<Dictionary> dictionaries = new ArrayList<>(StandardDictionaries.loadAllDictionaries());
            dictionaries.add(new Dictionary("jailoo", LocalWords.read()));
            zxcvbn = new ZxcvbnBuilder()
                    .dictionaries(dictionaries)
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many guesses come before it. The characters stay the caller's, who wipes them. */
    public double before(char[] passphrase) {
        char[] typed = Arrays.copyOf(passphrase, Math.min(passphrase.length, LONGEST));
        try {
            return typed.length == 0 ? 0 : Math.min(least(typed), Math.min(words(typed), phone(typed)));
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** As typed, as meant on the other keyboard, and with plain letters for ң, ө, ү: whichever is guessed first. */
    private double least(char[] typed) {
        double least = measured(typed);
        for (char[] other : List.of(Keyboards.folded(typed), Keyboards.toLatin(typed), Keyboards.toCyrillic(typed))) {
            least = Math.min(least, Arrays.equals(other, typed) ? least : 2 * measured(other));
            Arrays.fill(other, '\0');
        }
        return least;
    }

    private double measured(char[] typed) {
        // It wipes what it was given.
        Strength strength = zxcvbn.measure(CharBuffer.wrap(typed.clone()));
        double guesses = strength.getGuesses();
        strength.wipe();
        return guesses;
    }

    /** Word by word: each counts for itself, one that came before hardly at all, and what lies between little. */
    private double words(char[] typed) {
        double product = 1;
        List<char[]> seen = new ArrayList<>();
        for (int from = 0; from < typed.length; ) {
            int to = from + 1;
            while (to < typed.length && kind(typed[to]) == kind(typed[from])) {
                to++;
            }
            char[] run = Arrays.copyOfRange(typed, from, to);
            boolean again = seen.stream().anyMatch(before -> Keyboards.isSame(before, run));
            product *= again ? 2 : run(run, kind(typed[from]));
            seen.add(run);
            from = to;
        }
        seen.forEach(run -> Arrays.fill(run, '\0'));
        return product;
    }

    /** 0 for a letter, 1 for a digit, 2 for anything else. */
    private static int kind(char c) {
        return Character.isLetter(c) ? 0 : Character.isDigit(c) ? 1 : 2;
    }

    private double run(char[] run, int kind) {
        CharBuffer shown = CharBuffer.wrap(run);
        if (kind == 0) {
            double least = least(run);
            double word = Math.pow(WORD, Math.max(1, run.length / WORD_LETTERS));
            return Keyboards.readsLikeAWord(run) ? Math.min(least, word) : least;
        }
        if (kind == 1) {
            return YEAR.matcher(shown).matches() ? YEARS : Math.min(measured(run), phone(run));
        }
        return run.length == 1 && run[0] == ' ' ? 1 : measured(run);
    }

    /** A number of a telephone is no secret, however it is written. */
    private static double phone(char[] typed) {
        char[] digits = new char[typed.length];
        int count = 0;
        boolean other = false;
        for (char c : typed) {
            if (Character.isDigit(c)) {
                digits[count] = c;
                count++;
            } else {
                other |= " +-()".indexOf(c) < 0;
            }
        }
        boolean phone =
                !other && PHONE.matcher(CharBuffer.wrap(digits, 0, count)).matches();
        Arrays.fill(digits, '\0');
        return phone ? PHONES : Double.MAX_VALUE;
    }
}
