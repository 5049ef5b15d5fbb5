package org.jailoo.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jailoo.person.Known.Trip;
import org.jailoo.person.Reason.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against two records being of one person, weighed as Fellegi and Sunter do: each reason adds the
 * logarithm of how much likelier it is for one person than for two, so that a common name tells little and a rare one much.
 */
final class Scoring {
    /** Beyond this many years two years of birth are no slip of memory. */
    static final int YEARS = 2;

    /** What all the rest could never outweigh. */
    private static final double HOPELESS = -12;

    private final Frequencies frequencies;
    private final NameScoring names;
    private final Skeletons skeletons;

    Scoring(Frequencies frequencies, Skeletons skeletons) {
        this.skeletons = skeletons;
        this.frequencies = frequencies;
        this.names = new NameScoring(frequencies, new ShortNames());
    }

    /** All reasons, the weightiest first; none where the names alone rule it out. */
    List<Reason> reasons(Entry one, Entry other) {
        List<Reason> reasons = new ArrayList<>(names.best(one.names, other.names));
        // Most who share a key have another forename: nothing else needs to be looked at.
        if (bits(reasons) < HOPELESS) {
            return List.of();
        }
        sex(one.known.sex(), other.known.sex(), reasons);
        born(one.known.born(), other.known.born(), reasons);
        place(one, other, reasons);
        languages(one.known.languages(), other.known.languages(), reasons);
        journeys(one.known.trips(), other.known.trips(), reasons);
        reasons.sort(Comparator.comparingDouble((Reason reason) -> Math.abs(reason.weight()))
                .reversed());
        return reasons;
    }

    static double bits(List<Reason> reasons) {
        double bits = 0;
        for (Reason reason : reasons) {
            bits += reason.weight();
        }
        return bits;
    }

    private static void sex(@Nullable String one, @Nullable String other, List<Reason> reasons) {
        if (one != null && tells(one) && tells(other)) {
            reasons.add(one.equals(other) ? new Reason(Kind.SEX, 0.9) : new Reason(Kind.SEX_OTHER, -8));
        }
    }

    private static boolean tells(@Nullable String sex) {
        return "female".equals(sex) || "male".equals(sex);
    }

    private static void born(@Nullable Integer one, @Nullable Integer other, List<Reason> reasons) {
        if (one == null || other == null) {
            return;
        }
        int years = Math.abs(one - other);
        reasons.add(
                years == 0
                        ? new Reason(Kind.BORN, 5)
                        : years == 1
                                ? new Reason(Kind.BORN_NEAR, 1.8)
                                : years <= YEARS
                                        ? new Reason(Kind.BORN_NEAR, 0.5)
                                        : new Reason(Kind.BORN_OTHER, years <= 4 ? -10 : -18));
    }

    private void place(Entry one, Entry other, List<Reason> reasons) {
        boolean regionsDiffer = differ(one.region, other.region);
        if (one.settlement != null && one.settlement.equals(other.settlement) && !regionsDiffer) {
            reasons.add(new Reason(Kind.SETTLEMENT, clamp(frequencies.bits("s:" + one.settlement) - 0.7, 0.5, 6)));
        } else if (differ(one.settlement, other.settlement) || differ(one.district, other.district) || regionsDiffer) {
            reasons.add(new Reason(Kind.PLACE_OTHER, regionsDiffer ? -3 : -2));
        } else if (one.district != null && one.district.equals(other.district)) {
            reasons.add(new Reason(Kind.DISTRICT, clamp(frequencies.bits("d:" + one.district) - 0.7, 0.3, 4)));
        } else if (one.region != null && one.region.equals(other.region)) {
            reasons.add(new Reason(Kind.REGION, clamp(frequencies.bits("r:" + one.region) - 0.7, 0.1, 2)));
        }
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    private static double clamp(double bits, double least, double most) {
        return Math.max(least, Math.min(most, bits));
    }

    private void languages(Set<String> one, Set<String> other, List<Reason> reasons) {
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        if (common.isEmpty()) {
            reasons.add(new Reason(Kind.LANGUAGES_OTHER, -2));
            return;
        }
        double rarest = common.stream()
                .mapToDouble(language -> frequencies.bits("n:" + language))
                .max()
                .orElse(0);
        double bits = clamp(rarest - 1, 0, 2) + (one.equals(other) ? 0.3 : -0.5);
        reasons.add(new Reason(bits < 0 ? Kind.LANGUAGES_OTHER : Kind.LANGUAGES, bits));
    }

    /** Two journeys alike say more than one; none alike, where both have been away, speaks against. */
    private void journeys(List<Trip> one, List<Trip> other, List<Reason> reasons) {
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        double bits = 0;
        for (Trip trip : one) {
            double best = 0;
            for (Trip that : other) {
                best = Math.max(best, alike(trip, that));
            }
            bits += best;
        }
        reasons.add(bits > 0 ? new Reason(Kind.JOURNEY, Math.min(6, bits)) : new Reason(Kind.JOURNEYS_OTHER, -1.5));
    }

    private double alike(Trip one, Trip other) {
        if (one.country() == null || !one.country().equals(other.country())) {
            return 0;
        }
        double bits = 0.5;
        if (one.from() != null && other.from() != null) {
            int years = Math.abs(one.from() - other.from());
            if (years > 1) {
                return 0;
            }
            bits += years == 0 ? 2.5 : 1.5;
        }
        if (one.city() != null && other.city() != null) {
            String city = skeletons.of(one.city());
            bits += city.equals(skeletons.of(other.city())) ? 1.2 : -1.5;
        }
        if (one.sector() != null && other.sector() != null) {
            bits += one.sector().equals(other.sector()) ? 1.5 : -1.5;
        }
        return Math.max(0, bits);
    }
}
