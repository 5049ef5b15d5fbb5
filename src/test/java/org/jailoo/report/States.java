package org.jailoo.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jailoo.consent.Guarded;
import org.jailoo.history.Derivation;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.Writer;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.record.RecordId;

/** Records made by hand, as a source of tables. Quotation marks in their bodies are single ones. */
final class States implements RecordSource {
    static final String COUNTED = "'consent':{'given':'yes','purposes':['keep','statistics']}";

    private final Map<String, List<RecordState>> states = new TreeMap<>();
    private long seq;

    /** Adds a record with one edit; returns its id. */
    String add(String type, String body) {
        String record = RecordId.random();
        add(record, type, body);
        return record;
    }

    /** Adds a record with edits that know nothing of each other. */
    void add(String record, String type, String... bodies) {
        List<Held> held = new ArrayList<>();
        for (String body : bodies) {
            held.add(new Held(
                    Header.edit(
                            record, type, List.of(), new Writer("a".repeat(32), "b".repeat(32)), ++seq, "c".repeat(64)),
                    parse(body)));
        }
        states.computeIfAbsent(type, t -> new ArrayList<>())
                .add(Derivation.derive(held, false).orElseThrow());
    }

    private static Json.Obj parse(String body) {
        try {
            return (Json.Obj) JsonReader.parse(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 8);
        } catch (JsonException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    /** An item's path: {@code 'field/<uuid>':}. */
    static String item(String field) {
        return "'" + field + "/" + RecordId.random() + "':";
    }

    @Override
    public Set<String> types() {
        return new HashSet<>(states.keySet());
    }

    @Override
    public long count(String type) {
        return states.getOrDefault(type, List.of()).size();
    }

    @Override
    public void each(String type, Consumer<Guarded> take) {
        states.getOrDefault(type, List.of()).forEach(state -> take.accept(new Guarded(state)));
    }
}
