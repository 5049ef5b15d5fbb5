package org.jailoo.smallcells;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Which figures are not printed. Small numbers of people first; then, one small number after another, as many others as
 * it takes until what is printed says no more of it than that it is small: it could be as small as can be, and as large
 * as the greatest small number. None of the others can be computed either.
 *
 * <p>What is hidden depends on the figures and the bonds in the order given, and on nothing else.
 */
public final class Suppression {
    private final List<Figure> figures;
    private final int threshold;
    private final Equations equations;
    private final long[] truth;
    private final long[] least;
    private final int[] rank;
    private final Search search;
    private final BitSet hidden = new BitSet();
    private final BitSet small = new BitSet();
    private final BitSet low = new BitSet();
    private final BitSet high = new BitSet();

    private Suppression(List<Figure> figures, List<Bond> bonds, int threshold) {
        this.figures = List.copyOf(figures);
        this.threshold = threshold;
        this.equations = new Equations(this.figures, bonds);
        this.truth = equations.truth(this.figures);
        this.least = new long[equations.unknowns()];
        this.rank = new int[equations.unknowns()];
        this.search = new Search(equations, least, rank);
    }

    /**
     * The indices of the figures that are not to be printed.
     *
     * @param threshold the least number that is not small; a nought is never hidden, as nobody is behind it
     */
    public static BitSet hidden(List<Figure> figures, List<Bond> bonds, int threshold) {
        Suppression suppression = new Suppression(figures, bonds, threshold);
        suppression.rank();
        suppression.protect();
        return suppression.hidden;
    }

    private void rank() {
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            rank[i] = Loss.rank(figure, threshold, equations.isWhole(i), equations.isPart(i));
            if (figure.sort() == Figure.Sort.SENSITIVE) {
                least[i] = 1;
                if (figure.value() > 0 && figure.value() < threshold) {
                    small.set(i);
                    hide(i);
                }
            }
        }
    }

    private void hide(int figure) {
        hidden.set(figure);
        rank[figure] = 0;
    }

    private void protect() {
        List<Integer> order = new ArrayList<>(small.stream().boxed().toList());
        // The smallest have the longest way to go, and what hides them hides others.
        order.sort(Comparator.<Integer>comparingLong(i -> truth[i]).thenComparing(i -> i));
        for (int each : order) {
            if (!(reaches(each, 1) && reaches(each, -1))) {
                hideAllThatIsBoundTo(each);
            }
        }
        for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i + 1)) {
            // Nothing small was changed with it on the way: it would not be hidden.
            if (!small.get(i) && !low.get(i) && !high.get(i) && !reaches(i, 1)) {
                hideAllThatIsBoundTo(i);
            }
        }
    }

    /** Goes from the truth up or down until it is far enough, and hides what has to change with it. */
    private boolean reaches(int figure, int direction) {
        BitSet done = direction > 0 ? high : low;
        long[] at = truth.clone();
        while (!done.get(figure)) {
            long to = goal(figure, direction);
            if (direction * (to - at[figure]) <= 0) {
                done.set(figure);
                return true;
            }
            if (!step(at, figure, direction, Math.abs(to - at[figure]))) {
                return false;
            }
            credit(at);
        }
        return true;
    }

    private long goal(int figure, int direction) {
        if (!small.get(figure)) {
            return truth[figure] + direction;
        }
        return direction > 0 ? Math.max(threshold - 1L, equations.least(figure) + 1L) : equations.least(figure);
    }

    private boolean step(long[] at, int figure, int direction, long most) {
        for (int allowed = 0; allowed <= Loss.MOST; allowed++) {
            if (search.find(at, figure, direction, allowed)) {
                long times = most;
                for (int i = 0; i < search.size(); i++) {
                    int unknown = search.unknown(i);
                    int by = search.by(unknown);
                    if (by < 0) {
                        times = Math.min(times, (at[unknown] - least[unknown]) / -by);
                    }
                }
                BitSet seen = new BitSet();
                for (int i = 0; i < search.size(); i++) {
                    int unknown = search.unknown(i);
                    if (!seen.get(unknown)) {
                        seen.set(unknown);
                        at[unknown] += times * search.by(unknown);
                        if (unknown < figures.size() && rank[unknown] > 0) {
                            hide(unknown);
                        }
                    }
                }
                return true;
            }
        }
        return false;
    }

    /** Other values of all unknowns that agree with what is printed prove something of every figure that differs. */
    private void credit(long[] at) {
        for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i + 1)) {
            if (at[i] != truth[i]) {
                if (at[i] >= goal(i, 1)) {
                    high.set(i);
                }
                if (at[i] <= goal(i, -1)) {
                    low.set(i);
                }
            }
        }
    }

    /** The end of all ways: of numbers that are all hidden, twice as much of each would agree as well. */
    private void hideAllThatIsBoundTo(int figure) {
        Deque<Integer> next = new ArrayDeque<>();
        BitSet seen = new BitSet();
        next.add(figure);
        seen.set(figure);
        while (!next.isEmpty()) {
            int at = next.remove();
            boolean ofPeople = at < figures.size() && figures.get(at).sort() == Figure.Sort.SENSITIVE;
            if (ofPeople && truth[at] > 0) {
                hide(at);
                low.set(at);
                high.set(at);
            }
            for (int row : equations.rowsOf(at)) {
                for (int other : equations.row(row)) {
                    boolean open = other < figures.size() && figures.get(other).sort() == Figure.Sort.OPEN;
                    if (!open && !seen.get(other)) {
                        seen.set(other);
                        next.add(other);
                    }
                }
            }
        }
    }
}
