package org.jailoo.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the ages of participants: whether one of them was a child when she agreed.
 *
 * <p>A person of unknown age is not taken for a child. Of a birth year alone, who came of age in the year of the
 * consent is taken for grown.
 */
public final class Children {
    /** Nobody's age is known. */
    public static final Children UNKNOWN = new Children();

    private static final String CHILD_BAND = "0-17";
    private static final int OF_AGE = 18;
    private static final String PARTICIPANTS = "participants/";

    private final Set<String> inBand = new HashSet<>();
    private final Map<String, Integer> born = new HashMap<>();

    /** Whether this type of record tells an age. */
    static boolean tells(String type) {
        return type.equals("participant");
    }

    /** Notes the age of a participant; of contradicting values the youngest. */
    public void take(Guarded participant) {
        take(participant.state());
    }

    /** Notes the age of a participant; of contradicting values the youngest. */
    public void take(RecordState participant) {
        if (!tells(participant.type())) {
            return;
        }
        for (Json band : all(participant, "ageBand")) {
            if (Json.of(CHILD_BAND).equals(band)) {
                inBand.add(participant.record());
            }
        }
        for (Json year : all(participant, "birthYear")) {
            if (year instanceof Json.Int number && Math.abs(number.value()) < 1_000_000) {
                born.merge(participant.record(), (int) number.value(), Math::max);
            }
        }
    }

    /** Whether a participant of a record was a child when she agreed; without any date, on the day it is asked. */
    public boolean among(RecordState record, LocalDate day) {
        if (inBand.isEmpty() && born.isEmpty()) {
            return false;
        }
        Set<String> paths = new HashSet<>(record.values()
                .subMap(PARTICIPANTS, PARTICIPANTS + Character.MAX_VALUE)
                .keySet());
        paths.addAll(record.conflicts()
                .subMap(PARTICIPANTS, PARTICIPANTS + Character.MAX_VALUE)
                .keySet());
        if (paths.isEmpty()) {
            return false;
        }
        int year = year(record, day);
        for (String path : paths) {
            String id = path.substring(PARTICIPANTS.length());
            Integer known = born.get(id);
            if (all(record, path).contains(Json.TRUE)
                    && (inBand.contains(id) || (known != null && year - known < OF_AGE))) {
                return true;
            }
        }
        return false;
    }

    /** The earliest year that stands anywhere for the consent, or else for the talk. */
    private static int year(RecordState record, LocalDate day) {
        List<Json> dates = new ArrayList<>();
        for (Json consent : all(record, Consent.FIELD)) {
            Json date = consent instanceof Json.Obj group ? group.get("date") : null;
            if (date != null) {
                dates.add(date);
            }
        }
        Integer agreed = earliest(dates);
        Integer talked = agreed == null ? earliest(all(record, "date")) : agreed;
        return talked == null ? day.getYear() : talked;
    }

    private static @Nullable Integer earliest(List<Json> dates) {
        Integer earliest = null;
        for (Json date : dates) {
            LocalDate first = date instanceof Json.Text text ? DateText.firstDay(text.value()) : null;
            if (first != null && (earliest == null || first.getYear() < earliest)) {
                earliest = first.getYear();
            }
        }
        return earliest;
    }

    /** What stands at a path: one value, several that contradict each other, or none. */
    static List<Json> all(RecordState record, String path) {
        List<Json> contradicting = record.conflicts().get(path);
        Json one = record.values().get(path);
        return contradicting != null ? contradicting : one == null ? List.of() : List.of(one);
    }
}
