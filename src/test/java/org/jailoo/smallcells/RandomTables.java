package org.jailoo.smallcells;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Tables of people who are made up one by one, so that whatever stands in several tables agrees. */
final class RandomTables {
    /** Which tables. */
    enum Kind {
        ONE_WAY,
        TWO_WAY,
        LINKED,
        OVERLAPPING,
        NESTED,
        VIOLATIONS,
        REGIONS;

        private static final List<Kind> ALL = List.of(values());

        /** One after the other. */
        static Kind of(int seed) {
            return ALL.get(seed % ALL.size());
        }
    }

    private static final int SIDES = 5;

    private final Random random;
    private final List<Someone> people = new ArrayList<>();
    private final int[] sizes = new int[SIDES];

    /** What is known of one of them: on each side one code, and on two sides several. */
    private record Someone(List<Integer> code, Set<Integer> roles, Set<Integer> violations, int answer) {}

    private RandomTables(Random random, int most) {
        this.random = random;
        for (int i = 0; i < SIDES; i++) {
            sizes[i] = 2 + random.nextInt(i == 0 ? most : Math.max(2, most / 2));
        }
        int n = 1 + random.nextInt(random.nextInt(4) == 0 ? 600 : 120);
        double skew = 0.5 + 2.5 * random.nextDouble();
        for (int i = 0; i < n; i++) {
            List<Integer> code = new ArrayList<>();
            for (int size : sizes) {
                code.add(code(size, skew));
            }
            people.add(new Someone(code, several(sizes[3], skew), several(7, skew), random.nextInt(10)));
        }
    }

    /** As many people in as many places as a country has, by sex, by roles of which each has several, and by age. */
    static Printed country(Random random, int places, int roles, int people) {
        RandomTables tables = new RandomTables(random, 5);
        tables.people.clear();
        tables.sizes[0] = places;
        tables.sizes[1] = 3;
        tables.sizes[2] = 8;
        tables.sizes[3] = roles;
        for (int i = 0; i < people; i++) {
            List<Integer> code = List.of(tables.code(places, 1.7), tables.code(3, 1.2), tables.code(8, 1.4), 0, 0);
            tables.people.add(new Someone(code, tables.several(roles, 2), Set.of(), 0));
        }
        Printed printed = new Printed();
        tables.twoWay(printed, 0, 1);
        tables.twoWay(printed, 0, 2);
        tables.byRole(printed);
        return printed;
    }

    static Printed of(Kind kind, Random random, int most) {
        RandomTables tables = new RandomTables(random, most);
        Printed printed = new Printed();
        switch (kind) {
            case ONE_WAY -> tables.oneWay(printed, 0);
            case TWO_WAY -> tables.twoWay(printed, 0, 1);
            case LINKED -> tables.linked(printed);
            case OVERLAPPING -> tables.overlapping(printed);
            case NESTED -> tables.nested(printed);
            case VIOLATIONS -> tables.violations(printed);
            case REGIONS -> tables.regions(printed);
        }
        return printed;
    }

    /** Few codes are frequent and many are rare. */
    private int code(int size, double skew) {
        return Math.min(size - 1, (int) (size * Math.pow(random.nextDouble(), skew)));
    }

    private Set<Integer> several(int size, double skew) {
        Set<Integer> set = new TreeSet<>();
        int n = random.nextInt(4);
        for (int i = 0; i < n; i++) {
            set.add(code(size, skew));
        }
        return set;
    }

    private long count(Predicate<Someone> who) {
        return people.stream().filter(who).count();
    }

    private int all(Printed to) {
        return to.number("all", people.size());
    }

    private int margin(Printed to, int side, int code) {
        return to.number(side + "=" + code, count(p -> p.code().get(side) == code));
    }

    private List<Integer> oneWay(Printed to, int side) {
        List<Integer> parts = new ArrayList<>();
        for (int code = 0; code < sizes[side]; code++) {
            parts.add(margin(to, side, code));
        }
        to.sum(all(to), parts);
        return parts;
    }

    private void twoWay(Printed to, int one, int other) {
        oneWay(to, one);
        oneWay(to, other);
        for (int a = 0; a < sizes[one]; a++) {
            List<Integer> parts = new ArrayList<>();
            for (int b = 0; b < sizes[other]; b++) {
                parts.add(inner(to, one, a, other, b));
            }
            to.sum(margin(to, one, a), parts);
        }
        for (int b = 0; b < sizes[other]; b++) {
            List<Integer> parts = new ArrayList<>();
            for (int a = 0; a < sizes[one]; a++) {
                parts.add(inner(to, one, a, other, b));
            }
            to.sum(margin(to, other, b), parts);
        }
    }

    private int inner(Printed to, int one, int a, int other, int b) {
        return to.number(
                one + "=" + a + " " + other + "=" + b,
                count(p -> p.code().get(one) == a && p.code().get(other) == b));
    }

    private void linked(Printed to) {
        int tables = 2 + random.nextInt(3);
        for (int i = 1; i <= Math.min(3, tables); i++) {
            twoWay(to, 0, i == 3 ? 4 : i);
        }
        if (tables == 4) {
            twoWay(to, 1, 2);
        }
    }

    /** Places by roles, of which people have several or none, beside places by sex. */
    private void overlapping(Printed to) {
        if (random.nextBoolean()) {
            twoWay(to, 0, 1);
        } else {
            oneWay(to, 0);
        }
        byRole(to);
    }

    private void byRole(Printed to) {
        List<Integer> roles = new ArrayList<>();
        for (int role = -1; role < sizes[3]; role++) {
            roles.add(inRole(to, role));
        }
        to.overlapping(all(to), roles);
        for (int place = 0; place < sizes[0]; place++) {
            List<Integer> parts = new ArrayList<>();
            for (int role = -1; role < sizes[3]; role++) {
                parts.add(inRole(to, role, place));
            }
            to.overlapping(margin(to, 0, place), parts);
        }
        for (int role = -1; role < sizes[3]; role++) {
            List<Integer> parts = new ArrayList<>();
            for (int place = 0; place < sizes[0]; place++) {
                parts.add(inRole(to, role, place));
            }
            to.sum(inRole(to, role), parts);
        }
    }

    private static boolean has(Someone someone, int role) {
        return role < 0 ? someone.roles().isEmpty() : someone.roles().contains(role);
    }

    private int inRole(Printed to, int role) {
        return to.number("role=" + role, count(p -> has(p, role)));
    }

    private int inRole(Printed to, int role, int place) {
        return to.number(
                "role=" + role + " 0=" + place,
                count(p -> has(p, role) && p.code().get(0) == place));
    }

    /** One side within a part of the people, and the same side of all. */
    private void nested(Printed to) {
        oneWay(to, 0);
        int some = to.number("some", count(p -> p.answer() < 6));
        to.within(all(to), List.of(some));
        List<Integer> parts = new ArrayList<>();
        for (int code = 0; code < sizes[0]; code++) {
            int at = code;
            int part = to.number(
                    "some 0=" + code, count(p -> p.answer() < 6 && p.code().get(0) == at));
            to.within(margin(to, 0, code), List.of(part));
            parts.add(part);
        }
        to.sum(some, parts);
        to.within(to.number("target", 5 + random.nextInt(40), false), List.of());
    }

    /** Codes of which some are broader; named, asked, refused and not asked. */
    private void violations(Printed to) {
        List<Integer> children = new ArrayList<>();
        for (int code = 0; code < 7; code++) {
            int at = code;
            Predicate<Someone> names = p -> p.violations().contains(at)
                    || (at == 0 && p.violations().stream().anyMatch(v -> v < 4));
            Predicate<Someone> knows = p -> names.test(p) || (p.answer() + at) % 5 > 1;
            Predicate<Someone> refuses = p -> !knows.test(p) && (p.answer() + at) % 5 == 1;
            int named = to.number("named " + code, count(names));
            int known = to.number("known " + code, count(knows));
            int refused = to.number("refused " + code, count(refuses));
            int not = to.number("not asked " + code, count(p -> !knows.test(p) && !refuses.test(p)));
            to.within(known, List.of(named));
            to.sum(all(to), List.of(known, refused, not));
            if (code > 0 && code < 4) {
                children.add(named);
            }
        }
        int parent = to.number("named 0", count(p -> p.violations().stream().anyMatch(v -> v < 4)));
        to.within(parent, children);
        if (random.nextBoolean()) {
            int one = to.number("named 4", count(p -> p.violations().contains(4)));
            int other = to.number("named 5", count(p -> p.violations().contains(5)));
            int both = to.number("both", count(p -> p.violations().containsAll(Set.of(4, 5))));
            to.within(one, List.of(both));
            to.within(other, List.of(both));
        }
    }

    /** Places in regions, each by sex. */
    private void regions(Printed to) {
        twoWay(to, 0, 1);
        int regions = 2 + random.nextInt(2);
        List<Integer> every = new ArrayList<>();
        for (int region = 0; region < regions; region++) {
            int in = region;
            int whole = to.number("region " + region, count(p -> p.code().get(0) % regions == in));
            every.add(whole);
            List<Integer> places = new ArrayList<>();
            for (int place = region; place < sizes[0]; place += regions) {
                places.add(margin(to, 0, place));
            }
            if (!places.isEmpty()) {
                to.sum(whole, places);
            }
        }
        to.sum(all(to), every);
    }
}
