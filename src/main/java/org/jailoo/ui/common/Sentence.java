package org.jailoo.ui.common;

import java.util.Arrays;
import java.util.List;
import org.jailoo.i18n.Messages;

/** Something to be said to the person in whichever language is on: a message's key and what fills its places. */
public record Sentence(String key, List<Object> args) {
    public Sentence {
        args = List.copyOf(args);
    }

    public static Sentence of(String key, Object... args) {
        return new Sentence(key, Arrays.asList(args));
    }

    /** The sentence in a language. */
    public String in(Messages messages) {
        return messages.text(key, args.toArray());
    }
}
