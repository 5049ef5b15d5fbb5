package org.jailoo.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong between the message files and the source that uses them, as lines a person can act on. */
final class MessageCheck {
    /** A whole key of at least three parts, or the beginning of keys, which ends in a dot. */
    private static final Pattern QUOTED =
            Pattern.compile("\"([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9+-]+)*\\.?)\"|\\$\\{bundle:([^}]+)}");

    private static final Pattern CALL = Pattern.compile("\\b(text|plural)\\(\\s*\"([^\"]+)\"");

    private MessageCheck() {}

    /** Differences between the files: English, the first, is what the others are held against. */
    static List<String> compare(List<MessageFile> files) {
        List<String> found = new ArrayList<>();
        MessageFile base = files.get(0);
        files.forEach(f -> found.addAll(f.complaints()));
        for (String key : base.texts().keySet()) {
            String stem = key.replaceAll("\\.(one|few|many)$", "");
            for (String form : List.of(".one", ".few", ".many")) {
                if (!stem.equals(key) && !base.texts().containsKey(stem + form)) {
                    found.add("a plural needs its three forms | paste into the three files: " + stem + form + " = ");
                }
            }
        }
        for (MessageFile file : files.subList(1, files.size())) {
            String last = "";
            for (String key : base.texts().keySet()) {
                if (!file.texts().containsKey(key)) {
                    found.add("missing | paste into " + file.name() + " after '" + last + "': " + key + " = "
                            + base.texts().get(key));
                } else if (!file.placeholders(key).equals(base.placeholders(key))) {
                    found.add("placeholders " + file.placeholders(key) + " instead of " + base.placeholders(key) + " | "
                            + file.language() + ": " + key);
                }
                last = key;
            }
            for (String key : file.texts().keySet()) {
                if (!base.texts().containsKey(key)) {
                    found.add("not in English | remove from " + file.name() + ": " + key);
                }
            }
            List<String> order = new ArrayList<>(file.texts().keySet());
            order.retainAll(base.texts().keySet());
            List<String> wanted = new ArrayList<>(base.texts().keySet());
            wanted.retainAll(order);
            for (int i = 0; i < order.size(); i++) {
                if (!order.get(i).equals(wanted.get(i))) {
                    found.add("order | in " + file.name() + " '" + wanted.get(i) + "' belongs before '" + order.get(i)
                            + "'");
                    break;
                }
            }
        }
        return found;
    }

    /**
     * Keys that the source uses and nobody wrote, and keys that nobody uses.
     *
     * @param alsoUsed whole keys, or beginnings that end in a dot, used other than by a literal in the source
     */
    static List<String> use(MessageFile base, List<String> sources, Set<String> alsoUsed) {
        Set<String> keys = base.texts().keySet();
        Set<String> screens = new TreeSet<>();
        keys.forEach(k -> screens.add(k.substring(0, k.indexOf('.') + 1)));
        Set<String> used = new TreeSet<>(alsoUsed);
        List<String> found = new ArrayList<>();
        for (String source : sources) {
            Matcher call = CALL.matcher(source);
            while (call.find()) {
                used.add(call.group(1).equals("plural") ? call.group(2) + "." : call.group(2));
                if (!covers(keys, call.group(1).equals("plural") ? call.group(2) + "." : call.group(2))
                        && call.group(2).contains(".")) {
                    found.add(paste(call.group(2)));
                }
            }
            Matcher quoted = QUOTED.matcher(source);
            while (quoted.find()) {
                String literal = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
                boolean ours = quoted.group(1) == null
                        || (literal.split("\\.").length > (literal.endsWith(".") ? 1 : 2)
                                && screens.contains(literal.substring(0, literal.indexOf('.') + 1)));
                if (!ours) {
                    continue;
                }
                boolean plural = covers(keys, literal + ".one");
                used.add(plural ? literal + "." : literal);
                if (!plural && !covers(keys, literal)) {
                    found.add(paste(literal));
                }
            }
        }
        for (String key : keys) {
            if (used.stream().noneMatch(u -> u.equals(key) || (u.endsWith(".") && key.startsWith(u)))) {
                found.add("obsolete, nothing uses it | remove from the three files: " + key);
            }
        }
        return found.stream().distinct().toList();
    }

    private static boolean covers(Set<String> keys, String use) {
        return keys.contains(use) || (use.endsWith(".") && keys.stream().anyMatch(k -> k.startsWith(use)));
    }

    private static String paste(String key) {
        return "used, and in no file | paste into the three files: " + key + " = ";
    }
}
