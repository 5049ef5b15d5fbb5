package org.jailoo.testimony;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.consent.Disclosed;
import org.jailoo.json.Json;
import org.jailoo.paper.WordDocument;
import org.jailoo.record.Field;

/** A record being laid out on a document; it knows which of its fields were shown, so that none is forgotten. */
final class Sheet {
    private static final List<Integer> SHARES = List.of(30, 70);

    private final WordDocument document;
    private final Wording words;
    private final Disclosed record;
    private final Set<String> shown = new HashSet<>();

    Sheet(WordDocument document, Wording words, Disclosed record) {
        this.document = document;
        this.words = words;
        this.record = record;
    }

    WordDocument document() {
        return document;
    }

    Disclosed record() {
        return record;
    }

    /** Notes that a field is shown, or deliberately is not. */
    void seen(String... fields) {
        shown.addAll(List.of(fields));
    }

    /** Some fields as rows of a table, those that say something; below rows of its own that stand first. */
    void rows(List<List<String>> first, String... fields) {
        List<List<String>> rows = new ArrayList<>(first);
        for (String name : fields) {
            seen(name);
            Field field = words.fields(record.type()).get(name);
            String said = field == null ? "" : words.field(record, field);
            if (!said.isBlank()) {
                rows.add(List.of(words.label(record.type(), name), said));
            }
        }
        table(rows);
    }

    /** A table of names and what they are; nothing where it is empty. */
    void table(List<List<String>> rows) {
        if (!rows.isEmpty()) {
            document.table(List.of(), SHARES, rows);
        }
    }

    /** The rows of a group or an item, member by member, without those that are shown elsewhere. */
    List<List<String>> members(Field field, Json.Obj value, Set<String> elsewhere) {
        List<List<String>> rows = new ArrayList<>();
        Wording.members(field.kind()).forEach((name, member) -> {
            Json inside = elsewhere.contains(name) ? null : value.get(name);
            String said = inside == null
                    ? ""
                    : words.value(record.type(), List.of(field.name(), name), member.kind(), inside);
            if (!said.isBlank()) {
                rows.add(List.of(words.label(record.type(), field.name(), name), said));
            }
        });
        return rows;
    }

    /** The items of a field, by path. */
    Map<String, Json> items(String field) {
        return Wording.below(record, field);
    }

    /** Whether an item stands in more than one version. */
    boolean isContradicted(String path) {
        return record.conflicts().containsKey(path);
    }

    /** What no part has shown: whatever the schema gains is printed all the same. */
    void rest(String title) {
        List<List<String>> rows = new ArrayList<>();
        words.fields(record.type()).forEach((name, field) -> {
            String said = shown.contains(name) ? "" : words.field(record, field);
            if (!said.isBlank()) {
                rows.add(List.of(words.label(record.type(), name), said));
            }
        });
        if (!rows.isEmpty()) {
            document.heading(title);
            table(rows);
        }
    }
}
