package org.jailoo.demo.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * The sample's own sentences in three languages. A record's own text is English, the language in which the documents were
 * published, so that it can be held against its source; Russian and Kyrgyz stand beside it as translations.
 */
final class Texts {
    private final Properties texts = new Properties();

    Texts() {
        try (InputStream in = Texts.class.getResourceAsStream("/sample/texts.properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String key, String language) {
        String text = texts.getProperty(key + '.' + language);
        if (text == null) {
            throw new IllegalArgumentException(key + '.' + language);
        }
        return text;
    }

    private boolean has(String key, String language) {
        return texts.containsKey(key + '.' + language);
    }

    /** Sets a field to the English text and adds its translations. */
    void put(Body body, String field, String key) {
        body.set(field, of(key, "en"));
        for (String language : new String[] {"ky", "ru"}) {
            body.item("translations", "language", language, "field", field, "text", of(key, language));
        }
    }

    /** Sets what somebody said, in the language in which it was said, with a Russian translation where there is one. */
    void say(Body body, String field, String key) {
        String language = spoken(key);
        body.set(field, of(key, language));
        if (!language.equals("ru") && has(key, "ru")) {
            body.item("translations", "language", "ru", "field", field, "text", of(key, "ru"));
        }
    }

    /** The language in which it was said. */
    String spoken(String key) {
        return has(key, "ky") ? "ky" : "ru";
    }
}
