package org.jailoo.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The messages of one language. Immutable; a key that no file has is shown as itself, so a failure still says something. */
public final class Messages {
    /** The languages there are, as ISO 639-1; English is what the others fall back to. */
    public static final List<String> LANGUAGES = List.of("en", "ru", "ky");

    private final Locale locale;
    private final Properties texts;

    private Messages(Locale locale, Properties texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /** The messages in the language of a locale, or in English where there are none. */
    public static Messages of(Locale locale) {
        return of(locale.getLanguage());
    }

    /** The messages in a language given as ISO 639-1, or in English where there are none. */
    public static Messages of(String language) {
        return switch (language) {
            case "ru" -> Russian.ALL;
            case "ky" -> Kyrgyz.ALL;
            default -> English.ALL;
        };
    }

    /** Each language is read once, when it is first wanted. */
    private static final class English {
        static final Messages ALL = new Messages(new Locale("en"), read("messages_en.properties", new Properties()));
    }

    private static final class Russian {
        static final Messages ALL = English.ALL.in("ru");
    }

    private static final class Kyrgyz {
        static final Messages ALL = English.ALL.in("ky");
    }

    private Messages in(String language) {
        return new Messages(new Locale(language), read("messages_" + language + ".properties", new Properties(texts)));
    }

    /** Reads a resource of this package, in UTF-8, into texts that may already have defaults. */
    static Properties read(String name, Properties into) {
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Locale locale() {
        return locale;
    }

    /** The message with its placeholders {@code {0}}, {@code {1}} … filled; numbers as people of the language write them. */
    public String text(String key, Object... args) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            return key;
        }
        // Most have no placeholder, and to format them takes a hundred times as long as to look them up.
        return isPlain(pattern) ? pattern : new MessageFormat(pattern, locale).format(args);
    }

    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    }

    /**
     * The form of a message that fits a count, which is its {@code {0}}: {@code key.one}, {@code key.few} or {@code
     * key.many}. English and Kyrgyz have two forms, Russian has three.
     */
    public String plural(String key, long count, Object... more) {
        Object[] args = new Object[more.length + 1];
        args[0] = count;
        System.arraycopy(more, 0, args, 1, more.length);
        return text(key + "." + form(count), args);
    }

    private String form(long count) {
        long n = Math.abs(count);
        if (!locale.getLanguage().equals("ru")) {
            return n == 1 ? "one" : "many";
        }
        boolean teen = n % 100 >= 11 && n % 100 <= 14;
        long last = teen ? 0 : n % 10;
        return last == 1 ? "one" : last >= 2 && last <= 4 ? "few" : "many";
    }

    /** The same messages, without arguments, for libraries that ask a resource bundle. */
    public ResourceBundle asResourceBundle() {
        return new ResourceBundle() {
            @Override
            protected @Nullable Object handleGetObject(String key) {
                return texts.getProperty(key) == null ? null : text(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(texts.stringPropertyNames());
            }

            @Override
            public Locale getLocale() {
                return locale;
            }
        };
    }
}
