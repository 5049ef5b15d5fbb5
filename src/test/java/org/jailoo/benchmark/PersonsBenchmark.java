package org.jailoo.benchmark;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jailoo.person.Known;
import org.jailoo.person.KnownPeople;
import org.jailoo.person.Pair;
import org.jailoo.person.Persons;

/**
 * How well the search for the same person finds those who are there twice, and how it grows with the number of participants. Of each size the processor's time is told for
 * one participant, and how many she is compared with: both hardly grow.
 */
final class PersonsBenchmark {
    private static final int[] SIZES = {25_000, 50_000, 100_000};
    private static final long SEED = 2023;

    private PersonsBenchmark() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(KnownPeople.figures(SEED, 10_000));
        run(KnownPeople.draw(SEED, 10_000, true));
        for (int size : SIZES) {
            List<Known> people = KnownPeople.draw(SEED, size, true);
            long before = cpu();
            Persons persons = new Persons();
            people.forEach(persons::put);
            List<Pair> pairs = persons.settle();
            double seconds = (cpu() - before) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "%,8d participants  %5.1f s  %.3f ms each  compared with %d each  %,d pairs%n",
                    size,
                    seconds,
                    seconds * 1000 / size,
                    persons.comparisons() / size,
                    pairs.size());
        }
    }

    private static void run(List<Known> people) {
        for (int i = 0; i < 3; i++) {
            Persons persons = new Persons();
            people.forEach(persons::put);
            persons.settle();
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
