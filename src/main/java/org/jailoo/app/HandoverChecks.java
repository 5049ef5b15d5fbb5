package org.jailoo.app;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/** What a record still lacks before it is handed over: few rules, each of which a lead would otherwise ask back about. */
public final class HandoverChecks {
    /** What may be lacking. */
    public enum Check {
        /** An interview or a meeting in which nobody answered whether they consent. */
        CONSENT,
        /** An interview with nobody interviewed. */
        PERSON,
        /** A record that belongs to no campaign. */
        CAMPAIGN,
        /** Without a date. */
        DATE,
        /** Without a place. */
        PLACE,
        /** A violation without the words in which it was told. */
        QUOTE,
        /** A participant without a sex. */
        SEX,
        /** A participant without a year of birth and without an age band. */
        AGE
    }

    private HandoverChecks() {}

    /** What this record lacks; nothing for one that is gone, and of a declined interview only what is to be kept. */
    public static Set<Check> of(RecordState state) {
        Set<Check> lacking = EnumSet.noneOf(Check.class);
        if (state.deleted() || state.purged() || state.bodyMissing()) {
            return lacking;
        }
        switch (state.type()) {
            case "interview" -> interview(state, lacking);
            case "focusGroup" -> {
                require(has(state, "campaign"), Check.CAMPAIGN, lacking);
                require(has(state, "date"), Check.DATE, lacking);
                require(hasPlace(state), Check.PLACE, lacking);
            }
            case "participant" -> {
                require(has(state, "sex"), Check.SEX, lacking);
                require(has(state, "birthYear") || has(state, "ageBand"), Check.AGE, lacking);
            }
            default -> {
                // Of other types nothing is asked back.
            }
        }
        return lacking;
    }

    private static void interview(RecordState state, Set<Check> lacking) {
        String given = state.values().get("consent") instanceof Json.Obj consent ? consent.text("given") : null;
        boolean contradicted = state.conflicts().containsKey("consent");
        require(contradicted || (given != null && !given.equals("pending")), Check.CONSENT, lacking);
        require(has(state, "campaign"), Check.CAMPAIGN, lacking);
        require(has(state, "date"), Check.DATE, lacking);
        if ("declined".equals(given)) {
            // Nothing else is kept of it, so nothing else is missed.
            return;
        }
        require(hasUnder(state, "participants"), Check.PERSON, lacking);
        require(hasPlace(state), Check.PLACE, lacking);
        boolean quoted = under(state, "violations").values().stream()
                .filter(Json.Obj.class::isInstance)
                .allMatch(v -> says(((Json.Obj) v).get("quote")));
        require(quoted, Check.QUOTE, lacking);
    }

    private static void require(boolean there, Check check, Set<Check> lacking) {
        if (!there) {
            lacking.add(check);
        }
    }

    private static boolean has(RecordState state, String field) {
        return says(state.values().get(field)) || state.conflicts().containsKey(field);
    }

    private static boolean says(@Nullable Json value) {
        return value != null
                && !(value instanceof Json.Null)
                && !(value instanceof Json.Text text && text.value().isBlank());
    }

    private static boolean hasPlace(RecordState state) {
        return state.conflicts().containsKey("place")
                || (state.values().get("place") instanceof Json.Obj place
                        && place.members().values().stream().anyMatch(HandoverChecks::says));
    }

    private static boolean hasUnder(RecordState state, String field) {
        return under(state, field).values().stream().anyMatch(HandoverChecks::says);
    }

    private static Map<String, Json> under(RecordState state, String field) {
        // '0' follows '/' among the characters.
        return state.values().subMap(field + '/', field + '0');
    }
}
