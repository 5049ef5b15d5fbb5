package org.jailoo.i18n;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file of messages or labels as it stands: keys in their order, and complaints about what it is by itself. */
record MessageFile(String kind, String language, Map<String, String> texts, List<String> complaints) {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9-]*(\\.[A-Za-z0-9+-]+){2,}");
    private static final Pattern TYPE_KEY = Pattern.compile("(types?|codebook)\\.[A-Za-z0-9]+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern MIXED =
            Pattern.compile("\\p{IsCyrillic}[\\p{IsCyrillic}\\p{M}]*[\\p{IsLatin}]|\\p{IsLatin}+\\p{IsCyrillic}");
    private static final Map<String, Pattern> FOREIGN = Map.of(
            "en", Pattern.compile("\\p{IsCyrillic}"),
            "ru", Pattern.compile("[\\p{IsCyrillic}&&[^\u0430-\u044f\u0451\u0410-\u042f\u0401]]"),
            "ky",
                    Pattern.compile(
                            "[\\p{IsCyrillic}&&[^\u0430-\u044f\u0451\u0410-\u042f\u0401\u04a3\u04a2\u04e9\u04e8\u04af\u04ae]]"));

    /** The file of a kind, {@code messages} or {@code labels}, in a language. */
    static MessageFile read(Path folder, String kind, String language) {
        try {
            return of(kind, language, Files.readAllLines(folder.resolve(kind + "_" + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageFile of(String language, List<String> lines) {
        return of("messages", language, lines);
    }

    static MessageFile of(String kind, String language, List<String> lines) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String where = language + ": " + line;
            int at = line.indexOf(" = ");
            String key = at < 0 ? line : line.substring(0, at);
            String text = at < 0 ? "" : line.substring(at + 3);
            boolean ofAType = kind.equals("labels") && TYPE_KEY.matcher(key).matches();
            if (!ofAType && !KEY.matcher(key).matches()) {
                complaints.add("not of the form 'screen.part.element = text' | " + where);
            }
            if (text.isBlank() || !text.equals(text.strip())) {
                complaints.add("no text, or blanks around it | " + where);
            }
            if (texts.put(key, text) != null) {
                complaints.add("the key stands twice | " + where);
            }
            if (text.replace("''", "").contains("'")) {
                complaints.add("MessageFormat swallows a single quote: double it, or write \u2019 | " + where);
            }
            if (text.replace("\\n", "").contains("\\")) {
                complaints.add("a backslash: write the letter itself, a message is one line | " + where);
            }
            if (!text.replaceAll("\\{\\d+(,[a-z]+(,[^{}']*)?)?}", "").matches("[^{}]*")) {
                complaints.add("a brace that is no placeholder | " + where);
            }
            Matcher foreign =
                    FOREIGN.getOrDefault(language, Pattern.compile("(?!)")).matcher(text);
            if (foreign.find()) {
                complaints.add(String.format(
                        "the letter %s (U+%04X) is not of this alphabet | %s",
                        foreign.group(), (int) foreign.group().charAt(0), where));
            }
            Matcher mixed = MIXED.matcher(text);
            if (mixed.find()) {
                complaints.add("Latin and Cyrillic in one word at '" + mixed.group() + "' | " + where);
            }
        }
        return new MessageFile(kind, language, texts, complaints);
    }

    String name() {
        return kind + "_" + language + ".properties";
    }

    TreeSet<String> placeholders(String key) {
        TreeSet<String> found = new TreeSet<>();
        Matcher m = PLACEHOLDER.matcher(texts.getOrDefault(key, ""));
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }
}
