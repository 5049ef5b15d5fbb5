package org.jailoo.smallcells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        for (int seed = 0; seed < TABLES; seed++) {
            RandomTables.Kind kind = RandomTables.Kind.values()[seed % RandomTables.Kind.values().length];
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
        found.forEach((kind, s) -> System.out.printf(
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
    void aCountryOfVillagesTakesNoTime() {
        Printed tables = RandomTables.country(new Random(7), 300, 26, 6000);
        long before = System.nanoTime();
        BitSet hidden = Suppression.hidden(tables.figures(), tables.bonds, 11);
        System.out.printf(
                "%d numbers, %d small, %d hidden, %.0f ms%n",
                tables.values.stream().filter(v -> v > 0).count(),
                tables.small(11).cardinality(),
                hidden.cardinality(),
                (System.nanoTime() - before) / 1e6);
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
                    if (hiddenParts.size() == 1 && !hidden.get(bond.whole())
                            || hiddenParts.isEmpty() && hidden.get(bond.whole())) {
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
