package org.jailoo.consent;

import java.util.Map;
import java.util.Set;

/** Where the words of a person stand as she said them: by type and field of items, their members. */
final class Quotations {
    private static final Map<String, Map<String, Set<String>>> MEMBERS = Map.of(
            "interview", Map.of("violations", Set.of("quote", "quoteTranslation")),
            "focusGroup", Map.of("quotes", Set.of("text", "translation")));

    private Quotations() {}

    /** The members of an item that are the words of a person. */
    static Set<String> members(String type, String field) {
        return MEMBERS.getOrDefault(type, Map.of()).getOrDefault(field, Set.of());
    }

    /** Whether a part is the words of a person, or has them in it. */
    static boolean holds(String type, Part.Value value) {
        Set<String> members = members(type, value.field());
        return value.member() == null ? !members.isEmpty() : members.contains(value.member());
    }

    /** At a meeting each speaker is asked apart: no purpose of the meeting's consent stands for her. */
    static boolean haveTheirOwnConsent(String type) {
        return type.equals("focusGroup");
    }
}
