package org.jailoo.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of a workbook's sheets: 1 to 31 UTF-16 units, without {@code []:*?/\}, and no two alike. */
final class SheetNames {
    private static final int MAX = 31;

    private final Set<String> taken = new HashSet<>();

    SheetNames() {
        // Excel keeps this one for itself.
        taken.add("history");
    }

    /** The name that a sheet gets which should have this one. */
    String take(String wanted) {
        String name = lawful(wanted, MAX);
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            String number = " (" + n + ")";
            name = lawful(wanted, MAX - number.length()) + number;
        }
        return name;
    }

    private static String lawful(String wanted, int max) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            name.append(c < 0x20 || c == 0xFFFE || c == 0xFFFF || "[]:*?/\\".indexOf(c) >= 0 ? '-' : c);
        }
        int end = Math.min(max, name.length());
        if (end < name.length() && Character.isLowSurrogate(name.charAt(end))) {
            end--;
        }
        String cut = name.substring(0, end).strip();
        int from = 0;
        while (from < cut.length() && cut.charAt(from) == '\'') {
            from++;
        }
        int to = cut.length();
        while (to > from && cut.charAt(to - 1) == '\'') {
            to--;
        }
        String bare = cut.substring(from, to).strip();
        return bare.isEmpty() ? "-" : bare;
    }
}
