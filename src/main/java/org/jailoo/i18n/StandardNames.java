package org.jailoo.i18n;

import java.util.List;
import java.util.Locale;

/**
 * The names of countries and languages in the JDK's copy of Unicode's locale data (CLDR).
 *
 * <p>Where these have no name in a language, the JDK answers in English or with the code: then the next-best language is
 * asked, which for Kyrgyz is Russian. The default locale of the machine is never asked.
 */
final class StandardNames {
    private final Locale locale;

    StandardNames(Locale locale) {
        this.locale = locale;
    }

    /** The name of a code, beginning with a capital letter, or the code itself. */
    String name(String codebook, String code) {
        boolean country = codebook.equals("country") && code.matches("[A-Z]{2}");
        boolean language = codebook.equals("language") && code.matches("[a-z]{2,3}");
        if (!country && !language) {
            return code;
        }
        Locale asked = country ? new Locale("", code) : new Locale(code);
        String english = in(Locale.ENGLISH, asked);
        for (Locale next : List.of(locale, new Locale("ru"))) {
            String name = in(next, asked);
            if (!name.equals(code) && !name.equals(english) && !locale.equals(Locale.ENGLISH)) {
                return capital(name, next);
            }
        }
        return english.equals(code) ? code : capital(english, Locale.ENGLISH);
    }

    private static String in(Locale language, Locale asked) {
        return asked.getCountry().isEmpty() ? asked.getDisplayLanguage(language) : asked.getDisplayCountry(language);
    }

    private static String capital(String name, Locale language) {
        int end = name.offsetByCodePoints(0, 1);
        return name.substring(0, end).toUpperCase(language) + name.substring(end);
    }
}
