package org.jailoo.identity;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The secret that opens a notebook whose passphrase was forgotten, as a page of words that a person can write by hand.
 *
 * <p>128 random bits make eight words of 16 bits each, consonants and vowels in turn, so that they can be said and no list
 * of words is wanted. A line is two words and two digits that check it; they find every single wrong letter, two letters
 * or two lines that changed places, and of any other mistake 96 in 97.
 *
 * <p>Each word stands in Cyrillic and in Latin letters, one for one. The twenty letters are those that no other of them
 * is taken for in capitals written by hand, also across the two alphabets: no б beside в, no ш beside щ, no п beside л and
 * н, neither и nor й; and where a Latin letter looks like a Cyrillic one, it means the same.
 */
public final class RecoveryKit implements AutoCloseable {
    /** The length of the secret, in bytes. */
    public static final int SECRET = 16;

    /** How many lines the page has. */
    public static final int LINES = 4;

    private static final String CYRILLIC = "бгджзклмнрстфхчш" + "аеоу";
    private static final String LATIN = "bgdjzklmnrstfxqw" + "aeou";
    private static final int CONSONANTS = 16;
    /** What is written, or read, in place of one of the twenty. */
    private static final String LOOKS = "вvёөүңщhcpy0364";

    private static final String MEANT = "ббеоуншнсруозбч";
    private static final int WORD = 5;
    private static final int DIGITS = 2;
    private static final int BYTES_A_LINE = SECRET / LINES;
    private static final int PRIME = 97;
    private static final int LINE_WEIGHT = 17;

    private final byte[] secret;

    private RecoveryKit(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The letters in which words are written. */
    public enum Script {
        CYRILLIC,
        LATIN
    }

    /** What reading a page came to. */
    public sealed interface Reading {}

    /** Every line is right in itself. */
    public record Read(RecoveryKit kit) implements Reading {}

    /** These lines, from 1, were mistyped. */
    public record Mistyped(List<Integer> lines) implements Reading {
        public Mistyped {
            lines = List.copyOf(lines);
        }
    }

    /** Draws a new secret. */
    public static RecoveryKit generate(SecureRandom random) {
        byte[] drawn = new byte[SECRET];
        random.nextBytes(drawn);
        try {
            return new RecoveryKit(drawn);
        } finally {
            Arrays.fill(drawn, (byte) 0);
        }
    }

    /** A secret that is known; it is copied. */
    public static RecoveryKit of(byte[] secret) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("a kit has 16 bytes");
        }
        return new RecoveryKit(secret);
    }

    /** A copy of the secret, for the caller to wipe. */
    public byte[] secret() {
        return secret.clone();
    }

    /** A line of the page, from 1: two words and two digits. */
    public String line(int number, Script script) {
        long value = value(number);
        String letters = script == Script.CYRILLIC ? CYRILLIC : LATIN;
        return word((int) (value >>> 16), letters)
                + " "
                + word((int) (value & 0xFFFF), letters)
                + " "
                + String.format(Locale.ROOT, "%02d", check(value, number));
    }

    /** Whether what was typed is that line, in either alphabet, and on either keyboard. */
    public boolean isLine(int number, String typed) {
        OptionalLong read = read(number, typed);
        return read.isPresent() && read.getAsLong() == value(number);
    }

    /**
     * Reads a page that was typed line by line; capital letters, spaces and dashes do not matter. All lines are taken to
     * come from one keyboard, that on which most of them are right: else a mistyped line could pass for a right one that
     * was typed on another.
     */
    public static Reading read(List<String> lines) {
        if (lines.size() != LINES) {
            throw new IllegalArgumentException("a page has four lines");
        }
        List<OptionalLong> best = List.of();
        for (Keyboard keyboard : Keyboard.values()) {
            List<OptionalLong> values = new ArrayList<>();
            for (int number = 1; number <= LINES; number++) {
                values.add(keyboard.read(number, lines.get(number - 1)));
            }
            if (best.isEmpty() || right(values) > right(best)) {
                best = values;
            }
        }
        return reading(best);
    }

    private static long right(List<OptionalLong> values) {
        return values.stream().filter(OptionalLong::isPresent).count();
    }

    private static Reading reading(List<OptionalLong> values) {
        byte[] secret = new byte[SECRET];
        List<Integer> wrong = new ArrayList<>();
        for (int number = 1; number <= LINES; number++) {
            OptionalLong value = values.get(number - 1);
            if (value.isEmpty()) {
                wrong.add(number);
            } else {
                for (int i = 0; i < BYTES_A_LINE; i++) {
                    secret[(number - 1) * BYTES_A_LINE + i] =
                            (byte) (value.getAsLong() >>> (8 * (BYTES_A_LINE - 1 - i)));
                }
            }
        }
        try {
            return wrong.isEmpty() ? new Read(new RecoveryKit(secret)) : new Mistyped(wrong);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** How the keys that were pressed may have been meant. */
    private enum Keyboard {
        AS_IT_STANDS,
        MEANT_CYRILLIC,
        MEANT_LATIN;

        OptionalLong read(int number, String typed) {
            char[] lower = typed.toLowerCase(Locale.ROOT).toCharArray();
            return switch (this) {
                case AS_IT_STANDS -> value(lower, number);
                case MEANT_CYRILLIC -> value(Keyboards.toCyrillic(lower), number);
                case MEANT_LATIN -> value(Keyboards.toLatin(lower), number);
            };
        }
    }

    /** Whether a line is right in itself. */
    public static boolean isWhole(int number, String typed) {
        return read(number, typed).isPresent();
    }

    private static OptionalLong read(int number, String typed) {
        for (Keyboard keyboard : Keyboard.values()) {
            OptionalLong value = keyboard.read(number, typed);
            if (value.isPresent()) {
                return value;
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong value(char[] typed, int number) {
        StringBuilder signs = new StringBuilder();
        for (char c : typed) {
            if (Character.isLetterOrDigit(c)) {
                signs.append(c);
            }
        }
        if (signs.length() != 2 * WORD + DIGITS) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < 2 * WORD; i++) {
            boolean vowel = i % WORD % 2 == 1;
            int letter = letter(signs.charAt(i));
            if (letter < 0 || vowel != letter >= CONSONANTS) {
                return OptionalLong.empty();
            }
            value = vowel ? value << 2 | (letter - CONSONANTS) : value << 4 | letter;
        }
        int tens = digit(signs.charAt(2 * WORD));
        int ones = digit(signs.charAt(2 * WORD + 1));
        return tens >= 0 && ones >= 0 && 10 * tens + ones == check(value, number)
                ? OptionalLong.of(value)
                : OptionalLong.empty();
    }

    private static int letter(char sign) {
        int look = LOOKS.indexOf(sign);
        char meant = look < 0 ? sign : MEANT.charAt(look);
        int at = CYRILLIC.indexOf(meant);
        return at < 0 ? LATIN.indexOf(meant) : at;
    }

    private static int digit(char sign) {
        int look = "oозбчli".indexOf(sign);
        return look < 0 ? Character.digit(sign, 10) : "0036411".charAt(look) - '0';
    }

    /** The four bytes of a line, from 1. */
    private long value(int number) {
        long value = 0;
        for (int i = 0; i < BYTES_A_LINE; i++) {
            value = value << 8 | (secret[(number - 1) * BYTES_A_LINE + i] & 0xFF);
        }
        return value;
    }

    /** A prime: no change of a single letter, a power of two times less than sixteen, is a multiple of it. */
    private static int check(long value, int number) {
        return (int) ((value + (long) LINE_WEIGHT * number) % PRIME);
    }

    private static String word(int bits, String letters) {
        return new String(new char[] {
            letters.charAt(bits >>> 12 & 0xF),
            letters.charAt(CONSONANTS + (bits >>> 10 & 3)),
            letters.charAt(bits >>> 6 & 0xF),
            letters.charAt(CONSONANTS + (bits >>> 4 & 3)),
            letters.charAt(bits & 0xF)
        });
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "RecoveryKit";
    }
}
