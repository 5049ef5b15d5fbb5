package org.jailoo.consent;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a testimony, and of those who speak in it, may go to a receiver outside of the team where they agreed to that
 * receiver. Everything else stays: who else was in the room, what protects them, notes and the names of files, and of a
 * participant her family, her health, her beliefs and the village that she is from.
 */
final class SharedParts {
    private static final Map<String, Map<String, Set<String>>> PARTS = Map.of(
            "interview",
            Map.ofEntries(
                    Map.entry("code", Set.of()),
                    Map.entry("campaign", Set.of()),
                    Map.entry("participants", Set.of()),
                    Map.entry("category", Set.of()),
                    Map.entry("date", Set.of()),
                    Map.entry("minutes", Set.of()),
                    Map.entry("place", Set.of("country", "adm1", "district", "settlement")),
                    Map.entry("setting", Set.of()),
                    Map.entry("mode", Set.of()),
                    Map.entry("language", Set.of()),
                    Map.entry(
                            "consent",
                            Set.of(
                                    "given",
                                    "how",
                                    "language",
                                    "scriptVersion",
                                    "date",
                                    "purposes",
                                    "expires",
                                    "guardianPresent")),
                    Map.entry("summary", Set.of()),
                    Map.entry("narrative", Set.of()),
                    Map.entry("publicText", Set.of()),
                    Map.entry("translations", Set.of("language", "field", "text")),
                    Map.entry("asked", Set.of()),
                    Map.entry("refusedToAnswer", Set.of()),
                    Map.entry(
                            "violations",
                            Set.of(
                                    "code",
                                    "indicators",
                                    "person",
                                    "persons",
                                    "country",
                                    "city",
                                    "sector",
                                    "perpetrator",
                                    "from",
                                    "to",
                                    "quote",
                                    "quoteTranslation",
                                    "source",
                                    "start",
                                    "end")),
                    Map.entry("helpSought", Set.of()),
                    Map.entry("helpBarriers", Set.of()),
                    Map.entry("referrals", Set.of("service", "organisation", "date", "outcome")),
                    Map.entry("attachments", Set.of("sha256", "mediaType", "size", "seconds", "taken")),
                    Map.entry("synthetic", Set.of())),
            "participant",
            Map.ofEntries(
                    Map.entry("code", Set.of()),
                    Map.entry("sex", Set.of()),
                    Map.entry("birthYear", Set.of()),
                    Map.entry("ageBand", Set.of()),
                    Map.entry("citizenship", Set.of()),
                    Map.entry("place", Set.of("country", "adm1")),
                    Map.entry("languages", Set.of()),
                    Map.entry("occupation", Set.of()),
                    Map.entry("employment", Set.of()),
                    Map.entry("migration", Set.of()),
                    Map.entry("journeys", Set.of("country", "city", "sector", "from", "to", "status", "contract"))));

    private SharedParts() {}

    /** Whether a field is among them, as far as its members are. */
    static boolean holds(String type, String field) {
        return PARTS.getOrDefault(type, Map.of()).containsKey(field);
    }

    /**
     * Whether a part is among them.
     *
     * @param members those that a field has
     * @param member null for a field whole, which is only if each of its members is
     */
    static boolean holds(String type, String field, @Nullable String member, Set<String> members) {
        Set<String> shared = PARTS.getOrDefault(type, Map.of()).get(field);
        if (shared == null) {
            return false;
        }
        return member == null ? shared.containsAll(members) : shared.contains(member);
    }
}
