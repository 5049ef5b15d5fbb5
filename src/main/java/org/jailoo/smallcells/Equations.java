package org.jailoo.smallcells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Figures and what binds them, as equations: each row adds up to nought. What is at most something else is equal to it
 * with a slack, which is a further unknown that is at least nought.
 */
final class Equations {
    private final int figures;
    private final List<int[]> rows = new ArrayList<>();
    private final List<int[]> signs = new ArrayList<>();
    private final int[][] rowsOf;
    private final int[][] signsOf;
    private int slacks;
    private final int[] leastSum;
    private final boolean[] isWhole;
    private final boolean[] isPart;

    Equations(List<Figure> figures, List<Bond> bonds) {
        this.figures = figures.size();
        this.leastSum = new int[this.figures];
        this.isWhole = new boolean[this.figures];
        this.isPart = new boolean[this.figures];
        Arrays.fill(leastSum, 1);
        bonds.stream().distinct().forEach(bond -> add(bond, figures));
        leastSums(figures, bonds);
        this.rowsOf = new int[unknowns()][];
        this.signsOf = new int[unknowns()][];
        places();
    }

    private void places() {
        int[] counts = new int[unknowns()];
        rows.forEach(row -> Arrays.stream(row).forEach(unknown -> counts[unknown]++));
        for (int i = 0; i < counts.length; i++) {
            rowsOf[i] = new int[counts[i]];
            signsOf[i] = new int[counts[i]];
        }
        int[] next = new int[unknowns()];
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < rows.get(r).length; i++) {
                int unknown = rows.get(r)[i];
                rowsOf[unknown][next[unknown]] = r;
                signsOf[unknown][next[unknown]++] = signs.get(r)[i];
            }
        }
    }

    private void add(Bond bond, List<Figure> figures) {
        // Nobody is behind a nought, and everybody sees it: it binds nothing.
        List<Integer> parts = bond.parts().stream()
                .filter(p -> figures.get(p).value() > 0 || figures.get(p).sort() == Figure.Sort.UNPRINTED)
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        long whole = figures.get(bond.whole()).value();
        long sum = parts.stream().mapToLong(p -> figures.get(p).value()).sum();
        if (bond.kind() == Bond.Kind.SUM) {
            row(bond.whole(), parts, 0, whole == sum);
        }
        if (bond.kind() == Bond.Kind.OVERLAPPING || bond.kind() == Bond.Kind.WITHIN) {
            for (int part : parts) {
                row(bond.whole(), List.of(part), 1, figures.get(part).value() <= whole);
            }
        }
        if (bond.kind() == Bond.Kind.OVERLAPPING) {
            row(bond.whole(), parts, -1, whole <= sum);
        }
        if (bond.kind() == Bond.Kind.AT_MOST) {
            row(bond.whole(), parts, 1, sum <= whole);
        }
        isWhole[bond.whole()] |= bond.kind() != Bond.Kind.WITHIN && parts.size() > 1;
        if (bond.kind() != Bond.Kind.WITHIN) {
            parts.forEach(part -> isPart[part] = true);
        }
    }

    /** Adds whole = parts + sign × slack. What the numbers contradict is not known to anybody, and is left out. */
    private void row(int whole, List<Integer> parts, int sign, boolean holds) {
        if (!holds) {
            return;
        }
        int size = parts.size() + 1 + Math.abs(sign);
        int[] row = new int[size];
        int[] ones = new int[size];
        row[0] = whole;
        ones[0] = -1;
        for (int i = 0; i < parts.size(); i++) {
            row[i + 1] = parts.get(i);
            ones[i + 1] = 1;
        }
        if (sign != 0) {
            row[size - 1] = figures + slacks;
            slacks++;
            ones[size - 1] = sign;
        }
        rows.add(row);
        signs.add(ones);
    }

    /**
     * A whole is at least what its parts that are not nought are together, each of them one; and a part that is all there
     * is of a whole is as much as the whole.
     */
    private void leastSums(List<Figure> figures, List<Bond> bonds) {
        boolean more = true;
        while (more) {
            more = false;
            for (Bond bond : bonds) {
                List<Integer> there = bond.parts().stream()
                        .filter(p -> figures.get(p).value() > 0)
                        .toList();
                long whole = figures.get(bond.whole()).value();
                if (bond.kind() == Bond.Kind.WITHIN || whole == 0) {
                    continue;
                }
                int least = 0;
                for (int part : there) {
                    int one = figures.get(part).sort() == Figure.Sort.UNPRINTED ? 0 : leastSum[part];
                    least = bond.kind() == Bond.Kind.OVERLAPPING ? Math.max(least, one) : least + one;
                }
                if (least > leastSum[bond.whole()] && least <= whole) {
                    leastSum[bond.whole()] = least;
                    more = true;
                }
                boolean seen =
                        bond.parts().stream().allMatch(p -> figures.get(p).sort() != Figure.Sort.UNPRINTED);
                if (there.size() == 1
                        && seen
                        && bond.kind() != Bond.Kind.AT_MOST
                        && leastSum[bond.whole()] > leastSum[there.get(0)]
                        && leastSum[bond.whole()] <= figures.get(there.get(0)).value()) {
                    leastSum[there.get(0)] = leastSum[bond.whole()];
                    more = true;
                }
            }
        }
    }

    /** The values of all unknowns: the figures, and the slacks that make the rows add up. */
    long[] truth(List<Figure> of) {
        long[] truth = new long[unknowns()];
        for (int i = 0; i < figures; i++) {
            truth[i] = of.get(i).value();
        }
        for (int r = 0; r < rows.size(); r++) {
            int[] row = rows.get(r);
            int last = row.length - 1;
            if (row[last] >= figures) {
                long rest = 0;
                for (int i = 0; i < last; i++) {
                    rest += signs.get(r)[i] * truth[row[i]];
                }
                truth[row[last]] = -rest * signs.get(r)[last];
            }
        }
        return truth;
    }

    int unknowns() {
        return figures + slacks;
    }

    int figures() {
        return figures;
    }

    int rows() {
        return rows.size();
    }

    /** The unknowns of a row. */
    int[] row(int row) {
        return rows.get(row);
    }

    /** Plus or minus one for each unknown of a row. */
    int[] signs(int row) {
        return signs.get(row);
    }

    /** The rows that an unknown stands in. */
    int[] rowsOf(int unknown) {
        return rowsOf[unknown];
    }

    /** Plus or minus one for each of these rows. */
    int[] signsOf(int unknown) {
        return signsOf[unknown];
    }

    /** What a figure that is not nought is at least, as everybody sees from which others are noughts. */
    int least(int figure) {
        return leastSum[figure];
    }

    boolean isWhole(int figure) {
        return isWhole[figure];
    }

    boolean isPart(int figure) {
        return isPart[figure];
    }
}
