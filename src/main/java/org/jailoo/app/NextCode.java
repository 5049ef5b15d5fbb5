package org.jailoo.app;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;

/**
 * The code that the next record of this laptop gets: the device's name and a number, {@code A7-0012}. One count for all
 * types, so that a code never names two things; a number that a deleted or erased record had is not given again.
 */
public final class NextCode {
    private static final String SETTING = "code";
    private static final int LONGEST = 24;
    /** Some, because a person may have written a code such as A7-0012b. */
    private static final int LOOKED_AT = 20;

    private final Notebook notebook;

    public NextCode(Notebook notebook) {
        this.notebook = notebook;
    }

    /** The code; it is taken once a record or a draft bears it. */
    public String next() {
        String prefix = prefix(notebook.card().name());
        long last = notebook.reading(
                at -> Math.max(remembered(at, prefix), Math.max(listed(at, prefix), drafted(at, prefix))));
        return code(prefix, last + 1);
    }

    private static String code(String prefix, long number) {
        return prefix + String.format(Locale.ROOT, "-%04d", number);
    }

    /** Remembers a number that is about to be saved; inside the transaction of the save. */
    static void taken(Notebook notebook, Json.Obj body) {
        String code = body.text("code");
        if (code != null) {
            String prefix = prefix(notebook.card().name());
            long number = number(prefix, code);
            if (number
                    > notebook.settings()
                            .get(SETTING)
                            .map(text -> number(prefix, text))
                            .orElse(0L)) {
                // Longer than any code: that of a record that is erased does not stay behind here.
                notebook.settings().put(SETTING, prefix + String.format(Locale.ROOT, "-%012d", number));
            }
        }
    }

    private static long remembered(Snapshot at, String prefix) {
        return at.settings().get(SETTING).map(code -> number(prefix, code)).orElse(0L);
    }

    private static long listed(Snapshot at, String prefix) {
        return at.schema().types().keySet().stream()
                .flatMap(type -> at.lists().lastCodes(type, prefix + "-", LOOKED_AT).stream())
                .mapToLong(code -> number(prefix, code))
                .max()
                .orElse(0);
    }

    private static long drafted(Snapshot at, String prefix) {
        long last = 0;
        for (Draft draft : at.drafts().all()) {
            if (draft.content().get("changes") instanceof Json.Obj changes) {
                last = Math.max(
                        last,
                        Optional.ofNullable(changes.text("code"))
                                .map(code -> number(prefix, code))
                                .orElse(0L));
            }
        }
        return last;
    }

    /** The number of a code of this device; 0 of any other code. */
    private static long number(String prefix, String code) {
        Matcher matcher =
                Pattern.compile(Pattern.quote(prefix) + "-([0-9]{1,12})").matcher(code.strip());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** The device's name as a code begins with it: letters and digits. */
    private static String prefix(String name) {
        String plain = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
        return plain.isEmpty() ? "J" : plain.substring(0, end);
    }
}
