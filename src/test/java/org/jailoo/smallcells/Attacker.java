package org.jailoo.smallcells;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who has the printed tables, understands what each number counts, knows the rule, and computes what is hidden:
 * by exact elimination, by linear programs, and of small tables by trying everything.
 */
public final class Attacker {
    private static final double EPSILON = 1e-6;

    static {
        // It would tell standard output what it thinks of the machine.
        System.setProperty("shut.up.ojAlgo", "");
    }

    private final Printed tables;
    private final int threshold;
    private final BitSet hidden;

    public Attacker(Printed tables, int threshold, BitSet hidden) {
        this.tables = tables;
        this.threshold = threshold;
        this.hidden = hidden;
    }

    /** What is known of a hidden number. */
    public record Range(double from, double to) {}

    /** What the attacker learns and should not have; empty if there is nothing. */
    public List<String> finds() {
        List<String> finds = new ArrayList<>(noughts());
        for (List<Integer> group : groups(hidden)) {
            for (int number : byElimination(group)) {
                finds.add(tables.names.get(number) + " follows from what is printed");
            }
            Map<Integer, Range> ranges = new Program(group, hidden).ranges();
            for (int number : group) {
                Range range = Objects.requireNonNull(ranges.get(number));
                long value = tables.values.get(number);
                if (range.from() > value + EPSILON || range.to() < value - EPSILON) {
                    throw new IllegalStateException(
                            "the truth is not possible: " + tables.names.get(number) + " " + value + " in " + range);
                }
                if (tables.isSmall(number, threshold)) {
                    if (range.to() < threshold - 1 - EPSILON) {
                        finds.add(tables.names.get(number) + " is " + range);
                    }
                    // How many others are not nought is printed: that much it is at least.
                    if (range.from() > 1 + EPSILON && range.from() > leastOf(number) + EPSILON) {
                        finds.add(tables.names.get(number) + " is " + range);
                    }
                } else if (range.to() - range.from() < 1 - EPSILON) {
                    finds.add(tables.names.get(number) + " can only be " + range);
                }
            }
        }
        return finds;
    }

    private List<String> noughts() {
        return hidden.stream()
                .filter(i -> tables.values.get(i) == 0 || !tables.ofPeople.get(i))
                .mapToObj(i -> tables.names.get(i) + " is hidden for nothing")
                .toList();
    }

    /** What a number would be known to be at least if everything that may be hidden were. */
    private double leastOf(int number) {
        BitSet all = new BitSet();
        for (int i = 0; i < tables.values.size(); i++) {
            all.set(i, tables.ofPeople.get(i) && tables.values.get(i) > 0);
        }
        for (List<Integer> group : groups(all)) {
            if (group.contains(number)) {
                return new Program(group, all).least(number);
            }
        }
        throw new IllegalStateException();
    }

    /** Hidden numbers that have a line in common, directly or through others. */
    private List<List<Integer>> groups(BitSet of) {
        int[] group = new int[tables.values.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (Printed.Line line : tables.lines) {
            int first = -1;
            for (int number : line.terms().keySet()) {
                if (of.get(number)) {
                    if (first >= 0) {
                        group[root(group, number)] = root(group, first);
                    }
                    first = number;
                }
            }
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        of.stream()
                .forEach(i -> groups.computeIfAbsent(root(group, i), k -> new ArrayList<>())
                        .add(i));
        return List.copyOf(groups.values());
    }

    private static int root(int[] group, int at) {
        int root = at;
        while (group[root] != root) {
            root = group[root];
        }
        return root;
    }

    /** The numbers that equations alone determine, in exact fractions: rows are kept whole by multiplying crosswise. */
    List<Integer> byElimination(List<Integer> group) {
        Map<Integer, Integer> column = new HashMap<>();
        group.forEach(number -> column.put(number, column.size()));
        List<BigInteger[]> rows = new ArrayList<>();
        for (Printed.Line line : tables.lines) {
            if (line.equal() && line.terms().keySet().stream().anyMatch(column::containsKey)) {
                BigInteger[] row = new BigInteger[group.size()];
                java.util.Arrays.fill(row, BigInteger.ZERO);
                line.terms().forEach((number, sign) -> {
                    Integer at = column.get(number);
                    if (at != null) {
                        row[at] = BigInteger.valueOf(sign);
                    }
                });
                rows.add(row);
            }
        }
        int rank = 0;
        for (int c = 0; c < group.size() && rank < rows.size(); c++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot)[c].signum() == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            java.util.Collections.swap(rows, rank, pivot);
            for (int r = 0; r < rows.size(); r++) {
                if (r != rank && rows.get(r)[c].signum() != 0) {
                    eliminate(rows.get(r), rows.get(rank), c);
                }
            }
            rank++;
        }
        List<Integer> known = new ArrayList<>();
        for (int r = 0; r < rank; r++) {
            int only = -1;
            int count = 0;
            for (int c = 0; c < group.size(); c++) {
                if (rows.get(r)[c].signum() != 0) {
                    only = c;
                    count++;
                }
            }
            if (count == 1) {
                known.add(group.get(only));
            }
        }
        return known;
    }

    private static void eliminate(BigInteger[] row, BigInteger[] by, int column) {
        BigInteger one = by[column];
        BigInteger other = row[column];
        BigInteger divisor = BigInteger.ZERO;
        for (int c = 0; c < row.length; c++) {
            row[c] = row[c].multiply(one).subtract(by[c].multiply(other));
            divisor = divisor.gcd(row[c]);
        }
        if (divisor.compareTo(BigInteger.ONE) > 0) {
            for (int c = 0; c < row.length; c++) {
                row[c] = row[c].divide(divisor);
            }
        }
    }

    /** The ranges of a small group of hidden numbers, in whole numbers, by trying all up to one. */
    Map<Integer, Range> byTrying(List<Integer> group, long most) {
        long[] low = new long[group.size()];
        long[] high = new long[group.size()];
        java.util.Arrays.fill(low, Long.MAX_VALUE);
        long[] at = new long[group.size()];
        Map<Integer, Integer> place = new HashMap<>();
        group.forEach(number -> place.put(number, place.size()));
        List<Printed.Line> lines = tables.lines.stream()
                .filter(l -> l.terms().keySet().stream().anyMatch(place::containsKey))
                .toList();
        tryAll(at, 0, most, lines, place, low, high);
        Map<Integer, Range> ranges = new HashMap<>();
        for (int i = 0; i < low.length; i++) {
            ranges.put(group.get(i), new Range(low[i], high[i]));
        }
        return ranges;
    }

    private void tryAll(
            long[] at,
            int next,
            long most,
            List<Printed.Line> lines,
            Map<Integer, Integer> place,
            long[] low,
            long[] high) {
        if (next == at.length) {
            for (Printed.Line line : lines) {
                long sum = 0;
                for (Map.Entry<Integer, Integer> term : line.terms().entrySet()) {
                    Integer hiddenAt = place.get(term.getKey());
                    sum += term.getValue() * (hiddenAt == null ? tables.values.get(term.getKey()) : at[hiddenAt]);
                }
                if (line.equal() ? sum != 0 : sum < 0) {
                    return;
                }
            }
            for (int i = 0; i < at.length; i++) {
                low[i] = Math.min(low[i], at[i]);
                high[i] = Math.max(high[i], at[i]);
            }
            return;
        }
        for (long value = 1; value <= most; value++) {
            at[next] = value;
            tryAll(at, next + 1, most, lines, place, low, high);
        }
    }

    List<List<Integer>> groups() {
        return groups(hidden);
    }

    /** Linear programs over a group of hidden numbers, each of which is at least 1. */
    private final class Program {
        /** More than there are people in any table; a limit keeps a program from running off. */
        private static final long MOST = 100_000;

        private final List<Integer> group;
        private final Map<Integer, Variable> variables = new LinkedHashMap<>();
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final Map<Integer, Double> from = new HashMap<>();
        private final Map<Integer, Double> to = new HashMap<>();

        Program(List<Integer> group, BitSet unknown) {
            this.group = group;
            group.forEach(number -> variables.put(
                    number, model.newVariable("x" + number).lower(1).upper(MOST)));
            int name = 0;
            for (Printed.Line line : tables.lines) {
                if (line.terms().keySet().stream().anyMatch(variables::containsKey)) {
                    Expression expression = model.newExpression("line" + name++);
                    long rest = 0;
                    for (Map.Entry<Integer, Integer> term : line.terms().entrySet()) {
                        Variable variable = variables.get(term.getKey());
                        if (variable != null) {
                            expression.set(variable, term.getValue());
                        } else if (!unknown.get(term.getKey())) {
                            rest -= term.getValue() * tables.values.get(term.getKey());
                        }
                    }
                    expression.lower(rest);
                    if (line.equal()) {
                        expression.upper(rest);
                    }
                }
            }
        }

        double least(int number) {
            return solve(number, false);
        }

        /** The range of each number, no further than is asked of it. */
        Map<Integer, Range> ranges() {
            Map<Integer, Range> ranges = new HashMap<>();
            if (model.countExpressions() == 0) {
                group.forEach(number -> ranges.put(number, new Range(1, MOST)));
                return ranges;
            }
            for (int number : group) {
                boolean small = tables.isSmall(number, threshold);
                double low = small ? 1 : Math.max(1, tables.values.get(number) - 1);
                double high = small ? threshold - 1 : tables.values.get(number) + 1;
                if (from.getOrDefault(number, Double.MAX_VALUE) > low + EPSILON) {
                    from.merge(number, solve(number, false), Math::min);
                }
                if (to.getOrDefault(number, 0.0) < high - EPSILON) {
                    to.merge(number, solve(number, true), Math::max);
                }
                ranges.put(number, new Range(from.getOrDefault(number, 0.0), to.getOrDefault(number, 0.0)));
            }
            return ranges;
        }

        private double solve(int number, boolean most) {
            Variable variable = Objects.requireNonNull(variables.get(number));
            variable.weight(1);
            Optimisation.Result found = most ? model.maximise() : model.minimise();
            variable.weight(null);
            if (!found.getState().isOptimal()) {
                throw new IllegalStateException("no answer: " + found.getState());
            }
            int place = 0;
            double value = 0;
            for (int each : group) {
                double at = found.doubleValue(place++);
                from.merge(each, at, Math::min);
                to.merge(each, at, Math::max);
                value = each == number ? at : value;
            }
            return value;
        }
    }
}
