package org.jailoo.ui.shell;

import java.util.Locale;
import java.util.function.Supplier;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;

/** Codes for participants that a table brings without one: the device's name and the next number that nobody has. */
final class DeviceCodes implements Supplier<String> {
    private static final String TYPE = "participant";

    private final Notebook notebook;
    private long last = -1;

    DeviceCodes(Notebook notebook) {
        this.notebook = notebook;
    }

    @Override
    public String get() {
        String name = notebook.card().shownName();
        return notebook.reading(at -> {
            if (last < 0) {
                last = at.lists().counts().containsKey(TYPE)
                        ? at.lists().counts().get(TYPE).records()
                        : 0;
            }
            String code;
            do {
                last++;
                code = String.format(Locale.ROOT, "%s-%04d", name, last);
            } while (isTaken(at.lists(), code));
            return code;
        });
    }

    private static boolean isTaken(Lists lists, String code) {
        return lists.named(TYPE, code, 20).stream().anyMatch(row -> row.code().equalsIgnoreCase(code));
    }
}
