package org.jailoo.paper;

import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;

/** What a form says, in its language. */
record Words(Messages messages, Labels labels) {
    static Words of(String language) {
        return new Words(Messages.of(language), Labels.of(language));
    }

    String text(String key, Object... args) {
        return messages.text(key, args);
    }
}
