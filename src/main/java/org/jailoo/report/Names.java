package org.jailoo.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What records are called by people: their code, or else their title. */
final class Names {
    private static final List<String> FIELDS = List.of("code", "title");

    private final Map<String, String> names = new HashMap<>();

    void take(Shown record) {
        for (String field : FIELDS) {
            String name = record.text(field);
            if (!name.isBlank()) {
                names.putIfAbsent(record.id(), name);
            }
        }
    }

    /** The name of the record of this id; the id where it has none, or is not here. */
    String of(String id) {
        return names.getOrDefault(id, id);
    }
}
