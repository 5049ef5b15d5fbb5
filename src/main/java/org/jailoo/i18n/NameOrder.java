package org.jailoo.i18n;

import java.text.Collator;
import java.text.Normalizer;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order of names: digits, Latin letters, then the Kyrgyz alphabet, which holds the Russian one: ё with е, ң after н,
 * ө after о, ү after у.
 *
 * <p>The JDK's own Russian order puts the three Kyrgyz letters behind я and its English one sorts Cyrillic by number, so
 * the rules are written out here. Case counts only between texts that are otherwise equal, and a space or a hyphen comes
 * before every letter, so that words are compared one by one.
 */
final class NameOrder implements Comparator<String> {
    static final NameOrder INSTANCE = new NameOrder();

    private static final String KYRGYZ = "абвгдежзийклмнңоөпрстуүфхцчшщъыьэюя";

    /** The lowest of the letters and signs that the JDK's rules do not pass over; it stands in for a space. */
    private static final char BEFORE_ALL = '_';

    private final RuleBasedCollator collator;

    private NameOrder() {
        StringBuilder rules = new StringBuilder(((RuleBasedCollator) Collator.getInstance(Locale.ROOT)).getRules());
        for (int i = 0; i < KYRGYZ.length(); i++) {
            char c = KYRGYZ.charAt(i);
            rules.append('<').append(c).append(',').append(Character.toUpperCase(c));
            if (c == 'е') {
                rules.append(";ё,Ё");
            }
        }
        try {
            collator = new RuleBasedCollator(rules.toString());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int compare(String a, String b) {
        int order = collator.compare(plain(a), plain(b));
        return order != 0 ? order : a.compareTo(b);
    }

    /** Latin letters with marks taken apart, which the rules know so; Cyrillic ones put together; spaces made to count. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c == ' ' || c == '-' || c == '\u00a0' || c == '\u2010' || c == '\u2011' || c == '\u2013') {
                plain.append(BEFORE_ALL);
            } else if (c > '\u00bf' && c < '\u0250') {
                plain.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
