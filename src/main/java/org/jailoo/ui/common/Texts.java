package org.jailoo.ui.common;

import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.i18n.Places;

/** Everything that is said in the language that is on: sentences of the program, and names of what is recorded. */
public record Texts(Messages messages, Labels labels, Places places) {
    public static Texts of(String language) {
        return new Texts(Messages.of(language), Labels.of(language), Places.of(language));
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
