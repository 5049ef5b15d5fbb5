package org.jailoo.ui.common;

import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.i18n.Places;

/**
 * Everything that a screen writes with: sentences of the program and names of what is recorded in the language that is
 * on, and how large the letters are.
 */
public record Texts(Messages messages, Labels labels, Places places, TextSize letters) {
    public static Texts of(String language) {
        return of(language, TextSize.USUAL);
    }

    public static Texts of(Look look) {
        return of(look.language(), look.size());
    }

    private static Texts of(String language, TextSize letters) {
        return new Texts(Messages.of(language), Labels.of(language), Places.of(language), letters);
    }

    public String text(String key, Object... args) {
        return messages.text(key, args);
    }

    public String plural(String key, long count, Object... more) {
        return messages.plural(key, count, more);
    }

    public String language() {
        return messages.locale().getLanguage();
    }
}
