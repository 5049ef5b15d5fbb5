package org.jailoo.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the program does beside the floors of the same work: each in turn, round after round, so that whatever else the
 * machine has to do meets them all.
 */
final class Comparison {
    /** One run, which tells its seconds by itself: what is laid out for it does not count. */
    @FunctionalInterface
    interface Run {
        double seconds() throws Exception;
    }

    /** Some work of which the whole counts. */
    @FunctionalInterface
    interface Work {
        void go() throws Exception;
    }

    private record Row(String what, boolean floor, Run run, List<Double> seconds) {
        double median() {
            return at(0.5);
        }

        double at(double share) {
            return Comparison.at(
                    seconds.stream().mapToDouble(Double::doubleValue).toArray(), share);
        }
    }

    private final String title;
    private final List<Row> rows = new ArrayList<>();

    Comparison(String title) {
        this.title = title;
    }

    /** Something that the program does. */
    Comparison ours(String what, Run run) {
        rows.add(new Row(what, false, run, new ArrayList<>()));
        return this;
    }

    /** What is bare of the program, beside what it does in the last row of its own. */
    Comparison floor(String what, Run run) {
        rows.add(new Row(what, true, run, new ArrayList<>()));
        return this;
    }

    /** The seconds of some work. */
    static Run all(Work work) {
        return () -> seconds(work);
    }

    static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.go();
        return (System.nanoTime() - start) / 1e9;
    }

    /** The value below which lies this share of all; 0.5 for the median. */
    static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    /** Runs every row so often, after one round that does not count. */
    Comparison run(int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (Row row : rows) {
                double seconds = row.run().seconds();
                if (round > 0) {
                    row.seconds().add(seconds);
                }
            }
        }
        return this;
    }

    /** Prints a table in Markdown; beside a floor stands how many times as long the program takes. */
    void print(PrintStream out) {
        out.printf("%n| %s | median | least | most | ours ÷ floor |%n|---|---|---|---|---|%n", title);
        double ours = Double.NaN;
        for (Row row : rows) {
            ours = row.floor() ? ours : row.median();
            out.printf(
                    "| %s | %s | %s | %s | %s |%n",
                    row.what(),
                    words(row.median()),
                    words(row.at(0)),
                    words(row.at(1)),
                    row.floor() ? String.format(Locale.ROOT, "%.2f", ours / row.median()) : "");
        }
    }

    private static String words(double seconds) {
        return seconds >= 1
                ? String.format(Locale.ROOT, "%.2f s", seconds)
                : String.format(Locale.ROOT, seconds >= 0.1 ? "%.0f ms" : "%.2f ms", seconds * 1000);
    }
}
