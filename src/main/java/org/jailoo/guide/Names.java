package org.jailoo.guide;

import java.util.Arrays;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;

/**
 * What stands on buttons, screens and fields, by the names that the guide uses: {@code key:home.page.title} is a message,
 * {@code key:a.b.c?5} one with a number in it, {@code field:interview.narrative} a field, {@code code:yesNo.yes} a code, and
 * {@code type:interview} a type of record.
 */
final class Names {
    /** What stands for a number or a name that is not known before one is at the screen. */
    private static final String ANY = "…";

    private final Messages messages;
    private final Labels labels;

    Names(String language) {
        this.messages = Messages.of(language);
        this.labels = Labels.of(language);
    }

    /** Whether this is the name of something that the window shows. */
    static boolean isName(String destination) {
        return destination.matches("(key|field|code|type):.+");
    }

    /** What the window shows; the name itself where there is nothing of this name. */
    String text(String name) {
        int colon = name.indexOf(':');
        String rest = name.substring(colon + 1);
        return switch (name.substring(0, colon)) {
            case "key" -> message(rest);
            case "field" -> field(rest.split("\\.", -1));
            case "code" -> {
                String[] parts = rest.split("\\.", 2);
                yield labels.code(parts[0], parts[parts.length - 1]);
            }
            default -> labels.types(rest);
        };
    }

    private String field(String... path) {
        return labels.field(path[0], Arrays.copyOfRange(path, 1, path.length));
    }

    private String message(String key) {
        int question = key.indexOf('?');
        if (question < 0) {
            return messages.text(key, ANY, ANY, ANY);
        }
        Object[] given = key.substring(question + 1).split("\\|", -1);
        return messages.text(key.substring(0, question), given);
    }
}
