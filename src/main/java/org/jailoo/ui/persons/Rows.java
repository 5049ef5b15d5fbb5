package org.jailoo.ui.persons;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jailoo.app.LookAtPersons.Side;
import org.jailoo.person.Known;
import org.jailoo.person.Known.Home;
import org.jailoo.person.Known.Trip;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** What is known of a participant in lines of words, in the language that is on. */
final class Rows {
    private final Texts texts;

    Rows(Texts texts) {
        this.texts = texts;
    }

    /**
     * A line of both sides.
     *
     * @param differs whether both are known and say another thing
     */
    record Row(String label, String one, String other, boolean differs) {}

    /** Line by line; what is known of neither is left out. */
    List<Row> of(Side one, Side other) {
        List<Row> rows = new ArrayList<>();
        Known a = one.known();
        Known b = other.known();
        row(rows, texts.labels().field("identity", "fullName"), names(a), names(b));
        row(rows, texts.labels().field("participant", "sex"), sex(a.sex()), sex(b.sex()));
        row(rows, texts.labels().field("participant", "birthYear"), year(a.born()), year(b.born()));
        row(rows, texts.labels().field("participant", "place"), place(a.home()), place(b.home()));
        row(rows, texts.labels().field("participant", "languages"), languages(a.languages()), languages(b.languages()));
        row(rows, texts.labels().field("participant", "journeys"), trips(a.trips()), trips(b.trips()));
        rows.add(new Row(texts.text("persons.card.interviews"), interviews(one), interviews(other), false));
        return rows;
    }

    private static void row(List<Row> rows, String label, String one, String other) {
        if (!one.isEmpty() || !other.isEmpty()) {
            boolean differs = !one.isEmpty() && !other.isEmpty() && !one.equalsIgnoreCase(other);
            rows.add(new Row(label, one, other, differs));
        }
    }

    static String names(Known known) {
        return String.join("\n", known.names());
    }

    private String sex(@Nullable String sex) {
        return sex == null ? "" : texts.labels().code("sex", sex);
    }

    static String year(@Nullable Integer born) {
        return born == null ? "" : born.toString();
    }

    String place(Home home) {
        List<String> parts = new ArrayList<>();
        String region = home.region();
        if (home.settlement() != null) {
            parts.add(region == null ? home.settlement() : texts.places().settlement(region, home.settlement()));
        }
        if (home.district() != null) {
            parts.add(region == null ? home.district() : texts.places().district(region, home.district()));
        }
        if (region != null) {
            parts.add(texts.labels().code("adm1", region));
        } else if (home.country() != null) {
            parts.add(texts.labels().code("country", home.country()));
        }
        return String.join(", ", parts);
    }

    private String languages(Set<String> languages) {
        return new TreeSet<>(languages)
                .stream().map(code -> texts.labels().code("language", code)).collect(Collectors.joining(", "));
    }

    private String trips(List<Trip> trips) {
        return trips.stream().map(this::trip).sorted().collect(Collectors.joining("\n"));
    }

    private String trip(Trip trip) {
        List<String> parts = new ArrayList<>();
        if (trip.from() != null) {
            parts.add(trip.from().toString());
        }
        if (trip.country() != null) {
            parts.add(texts.labels().code("country", trip.country()));
        }
        if (trip.city() != null) {
            parts.add(trip.city());
        }
        if (trip.sector() != null) {
            parts.add(texts.labels().code("sector", trip.sector()));
        }
        return String.join(", ", parts);
    }

    String interviews(Side side) {
        return side.interviews() == 0
                ? texts.text("persons.card.no-interviews")
                : texts.plural("persons.card.interviews-count", side.interviews());
    }

    /** What people call a participant: the code, or else the beginning of the record's id. */
    static String code(Side side) {
        return side.code().isBlank() ? side.record().substring(0, 8) : side.code();
    }
}
