package org.jailoo.smallcells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is hidden of random tables, attacked with what is printed by somebody who knows the rule. */
class SuppressionTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int TABLES = LONG ? 10_000 : 280;

    /** What was found in tables of one kind. */
    private static final class Sums {
        private long tables;
        private long numbers;
        private long small;
        private long hidden;
        private long naive;
        private long naiveLeaks;
        private long nanos;
    }

    @Test
    void ofRandomTablesNoHiddenNumberCanBeComputed() {
        Map<RandomTables.Kind, Sums> found = new EnumMap<>(RandomTables.Kind.class);
        for (int seed : seeds()) {
            RandomTables.Kind kind = RandomTables.Kind.of(seed);
            Random random = new Random(seed);
            Printed tables = RandomTables.of(kind, random, seed % 3 == 0 ? 10 : 5);
            int threshold = random.nextBoolean() ? 11 : 5;
            long before = System.nanoTime();
            BitSet hidden = Suppression.hidden(tables.figures(), tables.bonds, threshold);
            Sums sums = found.computeIfAbsent(kind, k -> new Sums());
            sums.nanos += System.nanoTime() - before;
            assertThat(new Attacker(tables, threshold, hidden).finds())
                    .as("seed %d, %s under %d", seed, kind, threshold)
                    .isEmpty();
            count(sums, tables, threshold, hidden);
        }
        // Who attacks is able to: the rule of thumb does not withstand.
        assertThat(Objects.requireNonNull(found.get(RandomTables.Kind.LINKED)).naiveLeaks)
                .isPositive();
        found.forEach((kind, s) -> tell(
                "%-12s %5d tables, %6d numbers, %6d small, %6d hidden (%.2f for each small), naive %6d (of %d tables %d leak), %.1f ms%n",
                kind,
                s.tables,
                s.numbers,
                s.small,
                s.hidden,
                (double) s.hidden / s.small,
                s.naive,
                s.tables,
                s.naiveLeaks,
                s.nanos / 1e6));
    }

    @Test
    void ofTinyTablesNoWholeNumbersThatAgreeAreTooFew() {
        int tried = 0;
        for (int seed = 0; seed < 400; seed++) {
            RandomTables.Kind kind = RandomTables.Kind.of(seed);
            Printed tables = RandomTables.of(kind, new Random(seed), 3);
            BitSet hidden = Suppression.hidden(tables.figures(), tables.bonds, 5);
            Attacker attacker = new Attacker(tables, 5, hidden);
            for (List<Integer> group : attacker.groups()) {
                if (group.size() <= 4 && group.stream().allMatch(i -> tables.values.get(i) < 12)) {
                    tried++;
                    attacker.byTrying(group, 16).forEach((number, range) -> {
                        String what = "seed " + seedOf(tables) + " " + tables.names.get(number) + " " + range;
                        assertThat(range.to()).as(what).isGreaterThan(range.from());
                        if (tables.isSmall(number, 5)) {
                            assertThat(range.to()).as(what).isGreaterThanOrEqualTo(4);
                        }
                    });
                }
            }
        }
        assertThat(tried).isGreaterThan(30);
    }

    /** Figures for the decision record: of the full size alone. */
    private static void tell(String format, Object... figures) {
        if (LONG) {
            System.out.printf(Locale.ROOT, format, figures);
        }
    }

    private static String seedOf(Printed tables) {
        return tables.names.toString();
    }

    @Test
    void aCountryOfVillagesIsDoneAndIsSafe() {
        Printed tables = LONG
                ? RandomTables.country(new Random(7), 300, 26, 6000)
                : RandomTables.country(new Random(7), 40, 10, 900);
        long before = System.nanoTime();
        BitSet hidden = Suppression.hidden(tables.figures(), tables.bonds, 11);
        tell(
                "%d numbers, %d small, %d hidden, %.0f ms%n",
                tables.values.stream().filter(v -> v > 0).count(),
                tables.small(11).cardinality(),
                hidden.cardinality(),
                (System.nanoTime() - before) / 1e6);
        assertThat(hidden.cardinality()).isLessThan(tables.values.size());
        assertThat(hidden).isEqualTo(Suppression.hidden(tables.figures(), tables.bonds, 11));
    }

    /** A sum and its parts; the sum is the last. */
    private static Printed line(long... parts) {
        Printed tables = new Printed();
        List<Integer> numbers = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < parts.length; i++) {
            numbers.add(tables.number("part " + i, parts[i]));
            sum += parts[i];
        }
        tables.sum(tables.number("sum", sum), numbers);
        return tables;
    }

    private static List<Long> shown(Printed tables, int threshold) {
        BitSet hidden = Suppression.hidden(tables.figures(), tables.bonds, threshold);
        List<Long> shown = new ArrayList<>();
        for (int i = 0; i < tables.values.size(); i++) {
            shown.add(hidden.get(i) ? -1 : tables.values.get(i));
        }
        return shown;
    }

    @Test
    void besideOneSmallNumberTheLeastOtherIsHiddenAndTheTotalStays() {
        assertThat(shown(line(3, 40, 17, 0), 11)).containsExactly(-1L, 40L, -1L, 0L, 60L);
    }

    @Test
    void twoSmallNumbersThatAreTooFewTogetherNeedAThird() {
        // Of 1 and 2 a reader would know that they are three people, and at most two each.
        assertThat(shown(line(1, 2, 30, 50), 11)).containsExactly(-1L, -1L, -1L, 50L, 83L);
        assertThat(shown(line(6, 7, 30, 50), 11)).containsExactly(-1L, -1L, 30L, 50L, 93L);
    }

    @Test
    void whatIsAllSmallIsAllHidden() {
        assertThat(shown(line(1, 1), 11)).containsExactly(-1L, -1L, -1L);
    }

    @Test
    void theThresholdItselfIsShownAndNoughtAlways() {
        assertThat(shown(line(11, 0, 20), 11)).containsExactly(11L, 0L, 20L, 31L);
        assertThat(shown(line(10, 0, 20), 11)).containsExactly(-1L, 0L, -1L, 30L);
        assertThat(shown(line(5, 4, 30, 20), 5)).containsExactly(-1L, -1L, 30L, 20L, 59L);
    }

    @Test
    void aNumberThatStandsInTwoTablesIsHiddenFromBoth() {
        // 60 = 3 + 57 in one table, 57 = 30 + 27 in the other.
        Printed tables = line(3, 57, 40);
        tables.sum(1, List.of(tables.number("one", 30), tables.number("other", 27)));
        List<Long> shown = shown(tables, 11);
        assertThat(shown.get(0)).isEqualTo(-1);
        assertThat(shown.get(3)).isEqualTo(100);
        assertThat(new Attacker(tables, 11, Suppression.hidden(tables.figures(), tables.bonds, 11)).finds())
                .isEmpty();
    }

    @Test
    void whatIsNotOfPeopleIsShownHoweverSmall() {
        Printed tables = new Printed();
        tables.number("target", 8, false);
        tables.number("reached", 8);
        assertThat(shown(tables, 11)).containsExactly(8L, -1L);
    }

    /** A seed for each table; the last once found that the only role in a village is as many people as the village has. */
    private static int[] seeds() {
        return IntStream.concat(IntStream.range(0, TABLES), IntStream.of(2999)).toArray();
    }

    private static void count(Sums sums, Printed tables, int threshold, BitSet hidden) {
        sums.tables++;
        sums.numbers += tables.values.stream().filter(v -> v > 0).count();
        sums.small += tables.small(threshold).cardinality();
        sums.hidden += hidden.cardinality();
        BitSet naive = naive(tables, threshold);
        sums.naive += naive.cardinality();
        sums.naiveLeaks += new Attacker(tables, threshold, naive).finds().isEmpty() ? 0 : 1;
    }

    /** The rule of thumb: where one number of a line is hidden, the least of the others as well. */
    static BitSet naive(Printed tables, int threshold) {
        BitSet hidden = tables.small(threshold);
        boolean more = true;
        while (more) {
            more = false;
            for (Bond bond : tables.bonds) {
                if (bond.kind() == Bond.Kind.SUM) {
                    List<Integer> hiddenParts =
                            bond.parts().stream().filter(hidden::get).toList();
                    if (hiddenParts.size() + (hidden.get(bond.whole()) ? 1 : 0) == 1) {
                        int least = -1;
                        for (int part : bond.parts()) {
                            if (!hidden.get(part)
                                    && tables.values.get(part) > 0
                                    && (least < 0 || tables.values.get(part) < tables.values.get(least))) {
                                least = part;
                            }
                        }
                        if (least < 0 && !hidden.get(bond.whole())) {
                            least = bond.whole();
                        }
                        if (least >= 0) {
                            hidden.set(least);
                            more = true;
                        }
                    }
                }
            }
        }
        return hidden;
    }
}
