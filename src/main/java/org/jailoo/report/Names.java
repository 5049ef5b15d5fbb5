package org.jailoo.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What records are called by people: their code, or else their title, cut where it is long. */
class Names {
    private static final int MAX = 80;

    private static final List<String> FIELDS = List.of("code", "title");

    private final Map<String, String> names = new HashMap<>();

    void take(Shown record) {
        for (String field : FIELDS) {
            String name = record.text(field);
            if (!name.isBlank()) {
                names.putIfAbsent(record.id(), cut(name));
            }
        }
    }

    /** Names as long as a name can be, for measuring before they are known. */
    static Names longest() {
        return new Names() {
            @Override
            String of(String id) {
                return "x".repeat(MAX);
            }
        };
    }

    private static String cut(String name) {
        int end = name.length() <= MAX ? name.length() : name.offsetByCodePoints(0, name.codePointCount(0, MAX - 2));
        return end == name.length() ? name : name.substring(0, end) + "…";
    }

    /** The name of the record of this id; the id where it has none, or is not here. */
    String of(String id) {
        return names.getOrDefault(id, id);
    }
}
