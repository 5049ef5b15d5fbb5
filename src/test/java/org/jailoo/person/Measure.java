package org.jailoo.person;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jailoo.person.GeneratedPeople.Drawn;
import org.jspecify.annotations.Nullable;

/** How much of what is known to be of one person is suggested, and how much of what is suggested is. */
final class Measure {
    private final List<Drawn> people;
    private final Map<String, Integer> persons = new HashMap<>();
    private final List<Pair> found = new ArrayList<>();

    /**
     * Suggests.
     *
     * @param open whether the names may be read
     */
    Measure(List<Drawn> people, boolean open) {
        this.people = people;
        Persons all = new Persons();
        for (int i = 0; i < people.size(); i++) {
            Known known = known(i, people.get(i), open);
            persons.put(known.id(), people.get(i).person());
            all.put(known);
        }
        found.addAll(all.settle());
    }

    static Known known(int number, Drawn drawn, boolean open) {
        return new Known(
                id(number),
                drawn.sex(),
                drawn.born(),
                new Known.Home(
                        "KG",
                        drawn.home().adm1(),
                        drawn.home().district(),
                        drawn.home().settlement()),
                drawn.languages(),
                drawn.trips().stream()
                        .map(trip -> new Known.Trip(trip.country(), trip.city(), trip.sector(), trip.from()))
                        .toList(),
                open && drawn.name() != null ? List.of(drawn.name()) : List.of());
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "p%06d", number);
    }

    /** Precision and recall of some of what was suggested. */
    record Share(int right, int suggested, int there) {
        double precision() {
            return suggested == 0 ? 1 : (double) right / suggested;
        }

        double recall() {
            return there == 0 ? 1 : (double) right / there;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "precision %.3f (%d of %d), recall %.3f (%d of %d)",
                    precision(),
                    right,
                    suggested,
                    recall(),
                    right,
                    there);
        }
    }

    Share share(Predicate<Pair> suggested) {
        int right = 0;
        int all = 0;
        for (Pair pair : found) {
            if (suggested.test(pair)) {
                all++;
                right += isRight(pair) ? 1 : 0;
            }
        }
        int twice = GeneratedPeople.pairs(people).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new Share(right, all, twice);
    }

    boolean isRight(Pair pair) {
        return Objects.equals(persons.get(pair.one()), persons.get(pair.other()));
    }

    List<Pair> found() {
        return found;
    }

    /** How many pairs of each kind of difference were suggested, of how many. */
    Map<Variant, Share> byVariant(Predicate<Pair> suggested) {
        Map<Integer, Variant> kinds = new HashMap<>();
        people.forEach(each -> {
            if (each.variant() != null) {
                kinds.put(each.person(), each.variant());
            }
        });
        Map<Variant, Integer> right = new EnumMap<>(Variant.class);
        for (Pair pair : found) {
            if (suggested.test(pair) && isRight(pair)) {
                right.merge(Objects.requireNonNull(kinds.get(persons.get(pair.one()))), 1, Integer::sum);
            }
        }
        Map<Variant, Share> shares = new EnumMap<>(Variant.class);
        GeneratedPeople.pairs(people).forEach((variant, twice) -> {
            int hit = right.getOrDefault(variant, 0);
            shares.put(variant, new Share(hit, hit, twice));
        });
        return shares;
    }

    /** Pairs of one person that were not suggested, for a person to look at. */
    List<String> missed(Predicate<Pair> suggested, @Nullable Variant variant, int most) {
        Set<Integer> hit = new HashSet<>();
        found.stream().filter(suggested).filter(this::isRight).forEach(pair -> hit.add(persons.get(pair.one())));
        Map<Integer, List<Drawn>> by = new HashMap<>();
        people.forEach(each ->
                by.computeIfAbsent(each.person(), p -> new ArrayList<>()).add(each));
        return by.values().stream()
                .filter(two -> two.size() == 2 && !hit.contains(two.get(0).person()))
                .filter(two -> variant == null || two.stream().anyMatch(each -> each.variant() == variant))
                .limit(most)
                .map(two -> two.get(0) + "\n    " + two.get(1))
                .toList();
    }
}
