package org.jailoo.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.history.RecordState;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/** A consent and an interview made of plain words, for tests that go through all of them. */
final class Made {
    private Made() {}

    /**
     * A consent as it was written down once.
     *
     * @param given null where nobody was asked
     * @param expires null for never
     */
    record Written(
            @Nullable String given,
            List<String> purposes,
            @Nullable String expires,
            boolean withdrawn,
            @Nullable String guardian) {
        Json json() {
            TreeMap<String, Json> members = new TreeMap<>();
            put(members, "given", given);
            put(members, "expires", expires);
            put(members, "withdrawn", withdrawn ? "2023-07" : null);
            put(members, "guardianPresent", guardian);
            members.put("purposes", Json.texts(purposes));
            members.put("date", Json.of("2023-05-02"));
            return Json.object(members);
        }

        private static void put(Map<String, Json> members, String name, @Nullable String text) {
            if (text != null) {
                members.put(name, Json.of(text));
            }
        }
    }

    /** An interview with these consents beside each other; {@code null} among them is one that was taken out. */
    static RecordState interview(String category, boolean incomplete, List<Json> consents) {
        TreeMap<String, Json> values = new TreeMap<>();
        values.put("category", Json.of(category));
        values.put("narrative", Json.of("…"));
        SortedMap<String, List<Json>> conflicts = new TreeMap<>();
        List<Json> distinct = new ArrayList<>(consents.stream().distinct().toList());
        distinct.sort(java.util.Comparator.comparing(CanonicalJson::text));
        if (distinct.size() > 1) {
            conflicts.put(Consent.FIELD, distinct);
        }
        distinct.stream()
                .filter(c -> !(c instanceof Json.Null))
                .findFirst()
                .ifPresent(c -> values.put(Consent.FIELD, c));
        return new RecordState(
                RecordId.random(), "interview", values, conflicts, false, false, incomplete, false, List.of());
    }
}
