package org.jailoo.ui.common;

import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The names that are suggested for files: never with a person, a place or an organisation in them. */
public final class FileNames {
    private static final int NUMBERS = 10_000;

    /** What the program's own names are made of; a name that somebody has given looks otherwise. */
    private static final Pattern OWN = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z0-9-]{1,16}");

    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,5})$");

    /** Endings that would tell what wrote the file. Every file is known by its content, whatever its ending. */
    private static final Map<String, String> TELLING = Map.of("jailoo", "dat", "jailoo-notebook", "dat", "age", "dat");

    private FileNames() {}

    /**
     * The name to suggest.
     *
     * @param usual what the screen would suggest
     * @param neutral whether the person wants names that do not even tell what is inside
     */
    public static String suggest(String usual, boolean neutral, RandomGenerator random) {
        if (!neutral) {
            return OWN.matcher(usual).matches() ? usual : "file" + ending(usual);
        }
        return String.format(Locale.ROOT, "document-%04d", random.nextInt(NUMBERS)) + quiet(usual);
    }

    /** A file that was attached is named like any other, whatever it was called on the telephone. */
    public static String attached(String name) {
        return "attachment" + ending(name);
    }

    private static String ending(String name) {
        var found = ENDING.matcher(name);
        return found.find() ? "." + found.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static String quiet(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return TELLING.containsKey(last) ? "." + TELLING.get(last) : ending(name);
    }
}
