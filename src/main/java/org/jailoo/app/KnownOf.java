package org.jailoo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.person.Known;
import org.jailoo.person.Known.Home;
import org.jailoo.person.Known.Trip;
import org.jspecify.annotations.Nullable;

/** What the record of a participant says of her, as far as people can be told apart by it. */
final class KnownOf {
    private static final String LANGUAGES = "languages/";
    private static final String JOURNEYS = "journeys/";

    private KnownOf() {}

    /** What it says, and the names that stand in other records. */
    static Known state(RecordState state, List<String> names) {
        Json.Obj values = new Json.Obj(state.values());
        Long born = values.integer("birthYear");
        Set<String> languages = new TreeSet<>();
        List<Trip> trips = new ArrayList<>();
        for (Map.Entry<String, Json> value : state.values().entrySet()) {
            String path = value.getKey();
            if (path.startsWith(LANGUAGES) && Json.TRUE.equals(value.getValue())) {
                languages.add(path.substring(LANGUAGES.length()));
            } else if (path.startsWith(JOURNEYS) && value.getValue() instanceof Json.Obj trip) {
                trips.add(new Trip(
                        trip.text("country"), trip.text("city"), trip.text("sector"), year(trip.text("from"))));
            }
        }
        return new Known(
                state.record(),
                values.text("sex"),
                born == null || born < 1800 || born > 2200 ? null : Integer.valueOf(born.intValue()),
                home(values.get("place")),
                languages,
                trips,
                names);
    }

    private static Home home(@Nullable Json place) {
        return place instanceof Json.Obj home
                ? new Home(home.text("country"), home.text("adm1"), home.text("district"), home.text("settlement"))
                : Home.UNKNOWN;
    }

    private static @Nullable Integer year(@Nullable String date) {
        return date != null && date.matches("[12][0-9]{3}(-.*)?") ? Integer.valueOf(date.substring(0, 4)) : null;
    }
}
