package org.jailoo.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jspecify.annotations.Nullable;

/**
 * What a person agreed to, as it counts on a given day: of contradicting values the most restrictive (bundle.md §4,
 * rule 5).
 *
 * @param purposes codes of consentPurpose that every value grants; empty unless the standing is {@code GIVEN}
 * @param disputed those that some value grants and another does not
 * @param guardian whether every value says that a guardian was present
 */
public record Consent(Standing standing, Set<String> purposes, Set<String> disputed, boolean guardian) {
    /** The field that holds consent, in the types that need one. */
    public static final String FIELD = "consent";

    private static final Consent NONE = new Consent(Standing.MISSING, Set.of(), Set.of(), false);

    /** Whether there is a consent to go by. */
    public enum Standing {
        /** Given, not withdrawn, not expired; where several values stand beside each other, in each of them. */
        GIVEN,
        /** Never recorded. */
        MISSING,
        /** To be asked for again, or not answered yet. */
        PENDING,
        /** Refused. */
        DECLINED,
        /** Taken back. */
        WITHDRAWN,
        /** Past its last day, or with an end that cannot be read. */
        EXPIRED,
        /** Recorded in contradicting ways, or perhaps contradicted by what is not held here. */
        CONTRADICTED
    }

    public Consent {
        purposes = Set.copyOf(purposes);
        disputed = Set.copyOf(disputed);
    }

    /** The consent recorded in a state, as it counts on a day. */
    public static Consent of(RecordState state, LocalDate today) {
        // A missing body, or a missing parent, may be the very revision that withdrew.
        if (state.incomplete() || state.bodyMissing()) {
            return new Consent(Standing.CONTRADICTED, Set.of(), Set.of(), false);
        }
        List<Json> contradicting = state.conflicts().get(FIELD);
        if (contradicting == null) {
            return of(state.values().get(FIELD), today);
        }
        List<Consent> each = new ArrayList<>();
        contradicting.forEach(value -> each.add(of(value, today)));
        return together(each);
    }

    /** Values that stand beside each other: no more than all of them grant. */
    private static Consent together(List<Consent> each) {
        Set<Standing> standings = new HashSet<>();
        Set<String> all = new HashSet<>();
        each.forEach(one -> {
            standings.add(one.standing());
            all.addAll(one.purposes());
        });
        if (standings.size() != 1) {
            return new Consent(Standing.CONTRADICTED, Set.of(), all, false);
        }
        Set<String> granted = new HashSet<>(all);
        each.forEach(one -> granted.retainAll(one.purposes()));
        all.removeAll(granted);
        return new Consent(each.get(0).standing(), granted, all, each.stream().allMatch(Consent::guardian));
    }

    /** What one value of the field says on a day, whatever stands beside it. */
    public static Consent ofValue(@Nullable Json value, LocalDate today) {
        return of(value, today);
    }

    /** Whether this lets anything be done that another does not. */
    public boolean grantsMoreThan(Consent other) {
        if (standing != Standing.GIVEN) {
            return false;
        }
        // Of a child nothing may be used without a guardian, so that one was there lets more be done.
        return !other.purposes.containsAll(purposes) || (guardian && !other.guardian && !purposes.isEmpty());
    }

    private static Consent of(@Nullable Json value, LocalDate today) {
        if (!(value instanceof Json.Obj consent)) {
            return NONE;
        }
        Standing standing = standing(consent, today);
        return new Consent(
                standing,
                standing == Standing.GIVEN ? purposes(consent) : Set.of(),
                Set.of(),
                "yes".equals(consent.text("guardianPresent")));
    }

    private static Standing standing(Json.Obj consent, LocalDate today) {
        Json withdrawn = consent.get("withdrawn");
        if (withdrawn != null && !(withdrawn instanceof Json.Null)) {
            return Standing.WITHDRAWN;
        }
        String given = consent.text("given");
        if (given == null) {
            return Standing.MISSING;
        }
        return switch (given) {
            case "yes" -> expired(consent.get("expires"), today) ? Standing.EXPIRED : Standing.GIVEN;
            case "declined" -> Standing.DECLINED;
            case "withdrawn" -> Standing.WITHDRAWN;
            // Pending, and any code that this version does not know.
            default -> Standing.PENDING;
        };
    }

    private static boolean expired(@Nullable Json expires, LocalDate today) {
        if (expires == null || expires instanceof Json.Null) {
            return false;
        }
        LocalDate last = expires instanceof Json.Text text ? DateText.lastDay(text.value()) : null;
        return last == null || today.isAfter(last);
    }

    private static Set<String> purposes(Json.Obj consent) {
        Set<String> purposes = new HashSet<>();
        if (consent.get("purposes") instanceof Json.Array array) {
            for (Json purpose : array.items()) {
                if (purpose instanceof Json.Text text) {
                    purposes.add(text.value());
                }
            }
        }
        return purposes;
    }
}
