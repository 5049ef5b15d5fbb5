package org.jailoo.person;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the participant of one record.
 *
 * @param names as they were written down, in no form that is demanded; none where nobody may read them
 */
public record Known(
        String id,
        @Nullable String sex,
        @Nullable Integer born,
        Home home,
        Set<String> languages,
        List<Trip> trips,
        List<String> names) {
    public Known {
        languages = Set.copyOf(languages);
        trips = List.copyOf(trips);
        names = List.copyOf(names);
    }

    /** Where she lives, as deep as it is known; district and settlement as somebody typed them. */
    public record Home(
            @Nullable String country,
            @Nullable String region,
            @Nullable String district,
            @Nullable String settlement) {
        public static final Home UNKNOWN = new Home(null, null, null, null);
    }

    /** A journey. */
    public record Trip(
            @Nullable String country,
            @Nullable String city,
            @Nullable String sector,
            @Nullable Integer from) {}
}
