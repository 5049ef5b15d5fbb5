package org.jailoo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How often each thing happened in some seasons. */
final class Totals {
    /** A story that nobody listens to. */
    static final Consumer<String> SILENT = line -> {};

    private final Map<String, Long> sums = new TreeMap<>();

    void add(String what, long n) {
        sums.merge(what, n, Long::sum);
    }

    long sum(String what) {
        return sums.getOrDefault(what, 0L);
    }

    /** Everything of this list happened. */
    void haveSeen(Collection<String> all) {
        assertThat(all).allSatisfy(what -> assertThat(sum(what)).as(what).isPositive());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        sums.forEach((what, n) -> text.append(String.format("%n  %,9d  %s", n, what)));
        return text.toString();
    }
}
