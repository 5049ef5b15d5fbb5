package org.jailoo.consent;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What counting looks at in a record about a person, and nothing else of it: numbers are for everybody, so a field that
 * tells more than where, when, to whom and what is not among them.
 */
final class CountedParts {
    private static final Map<String, Map<String, Set<String>>> PARTS = Map.of(
            "participant",
            Map.of(
                    "sex", Set.of(),
                    "birthYear", Set.of(),
                    "ageBand", Set.of(),
                    "place", Set.of("country", "adm1", "district", "settlement"),
                    "roles", Set.of(),
                    "journeys", Set.of("country", "city", "sector"),
                    "sameAs", Set.of(),
                    "notSameAs", Set.of()),
            "focusGroup",
            Map.of(
                    "code", Set.of(),
                    "title", Set.of(),
                    "campaign", Set.of(),
                    "date", Set.of(),
                    "place", Set.of("country", "adm1", "district", "settlement"),
                    "attendance", Set.of("role", "sex", "ageBand", "country", "count"),
                    "participants", Set.of(),
                    "experts", Set.of(),
                    "expertCount", Set.of()),
            "interview",
            Map.ofEntries(
                    Map.entry("campaign", Set.of()),
                    Map.entry("participants", Set.of()),
                    Map.entry("category", Set.of()),
                    Map.entry("date", Set.of()),
                    Map.entry("place", Set.of("country", "adm1", "district", "settlement")),
                    Map.entry("mode", Set.of()),
                    Map.entry("language", Set.of()),
                    Map.entry("asked", Set.of()),
                    Map.entry("refusedToAnswer", Set.of()),
                    Map.entry("violations", Set.of("code", "country", "city", "sector", "perpetrator", "indicators")),
                    Map.entry("helpSought", Set.of()),
                    Map.entry("helpBarriers", Set.of())));

    private CountedParts() {}

    /** Whether a part is looked at; a field with members is only where the member is named. */
    static boolean holds(String type, String field, @Nullable String member) {
        Set<String> members = PARTS.getOrDefault(type, Map.of()).get(field);
        return members != null && (member == null ? members.isEmpty() : members.contains(member));
    }
}
