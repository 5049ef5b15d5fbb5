package org.jailoo.cli;

import java.util.Locale;
import java.util.Set;
import org.jailoo.cli.Surroundings.Prompt;

/** What a person at a terminal answers to a question; anything but a plain yes or no leaves it open. */
enum Answer {
    YES,
    NO,
    LATER;

    private static final Set<String> YESES = Set.of("y", "yes", "д", "да", "о", "ооба");
    private static final Set<String> NOES = Set.of("n", "no", "н", "нет", "ж", "жок");

    static Answer ask(Session session, String key, long count) {
        Prompt console = session.surroundings().console();
        if (console == null) {
            return LATER;
        }
        String typed = console.line(session.messages().plural(key, count) + " ");
        String word = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        return YESES.contains(word) ? YES : NOES.contains(word) ? NO : LATER;
    }
}
