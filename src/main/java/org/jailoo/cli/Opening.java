package org.jailoo.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jailoo.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What the window is opened with. Most starts ask for nothing else, and are understood here: to build every command there
 * is takes as long as the window itself.
 *
 * @param notebook null to let the person choose
 * @param language as ISO 639-1, where one was asked for by name
 */
record Opening(
        @Nullable Path notebook, boolean sample, @Nullable String language) {
    static final String LANG = "--lang";
    private static final String OPEN = "open";
    private static final String SAMPLE = "--sample";

    /** The arguments with the command that need not be typed: nothing but a language, or a file that is there. */
    static List<String> named(List<String> args) {
        int first = 0;
        while (first < args.size() && args.get(first).startsWith(LANG)) {
            first += args.get(first).equals(LANG) ? 2 : 1;
        }
        boolean implied = first >= args.size()
                ? first == args.size()
                : !args.get(first).startsWith("-") && isFile(args.get(first));
        if (!implied) {
            return args;
        }
        List<String> whole = new ArrayList<>(args);
        whole.add(first, OPEN);
        return whole;
    }

    /** What these arguments ask for, the command named; null for any other command, and where anything is odd. */
    static @Nullable Opening of(List<String> args) {
        boolean open = false;
        boolean sample = false;
        String language = null;
        Path notebook = null;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals(LANG) || arg.startsWith(LANG + "=")) {
                i += arg.equals(LANG) ? 1 : 0;
                String named = i < args.size() ? args.get(i) : "";
                language = named.substring(named.indexOf('=') + 1).toLowerCase(Locale.ROOT);
                if (!Messages.LANGUAGES.contains(language)) {
                    return null;
                }
            } else if (!open) {
                if (!arg.equals(OPEN)) {
                    return null;
                }
                open = true;
            } else if (arg.equals(SAMPLE)) {
                sample = true;
            } else if (notebook == null && isPlain(arg)) {
                notebook = Path.of(arg);
            } else {
                return null;
            }
        }
        return open ? new Opening(notebook, sample, language) : null;
    }

    /** Whether the window was shown, and was closed again. */
    boolean in(Window window) {
        return window.open(notebook, sample, language);
    }

    private static boolean isPlain(String arg) {
        try {
            return !arg.startsWith("-") && !Path.of(arg).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
