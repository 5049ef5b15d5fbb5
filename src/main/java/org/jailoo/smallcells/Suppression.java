package org.jailoo.smallcells;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which figures are not printed. Small numbers of people first; then, one small number after another, as many others as
 * it takes until what is printed says no more of it than that it is small: it could be as small as can be, and as large
 * as the greatest small number. None of the others can be computed either. Last, whatever turned out not to be needed is
 * printed again, the greatest loss first.
 *
 * <p>What is hidden depends on the figures and the bonds in the order given, and on nothing else.
 */
public final class Suppression {
    /** How many proofs may be looked for anew to print again what was hidden; tables of a usual size take a few hundred. */
    private static final int MOST_TRIES = 20_000;

    /** In how many orders a proof is looked for before it is given up. */
    private static final int TURNS = 6;

    private final List<Figure> figures;
    private final int threshold;
    private final Equations equations;
    private final long[] truth;
    private final long[] at;
    private final BitSet moved = new BitSet();
    private final long[] least;
    private final int[] rank;
    private final Search search;
    private final BitSet hidden = new BitSet();
    private final BitSet small = new BitSet();
    private final BitSet whollyHidden = new BitSet();
    private final Proofs proofs;
    private int tries;

    private Suppression(List<Figure> figures, List<Bond> bonds, int threshold) {
        this.figures = Known.of(figures, bonds);
        this.threshold = threshold;
        this.equations = new Equations(this.figures, bonds);
        this.truth = equations.truth(this.figures);
        this.at = truth.clone();
        this.least = new long[equations.unknowns()];
        this.rank = new int[equations.unknowns()];
        this.search = new Search(equations, least, rank);
        this.proofs = new Proofs(this.figures.size());
    }

    /**
     * The indices of the figures that are not to be printed.
     *
     * @param threshold the least number that is not small; a nought is never hidden, as nobody is behind it
     */
    public static BitSet hidden(List<Figure> figures, List<Bond> bonds, int threshold) {
        Suppression suppression = new Suppression(figures, bonds, threshold);
        suppression.hideSmall();
        suppression.protect();
        suppression.printAgain();
        return suppression.hidden;
    }

    private void hideSmall() {
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            rank[i] = loss(i);
            if (figure.sort() == Figure.Sort.SENSITIVE) {
                least[i] = 1;
                if (figure.value() > 0 && figure.value() < threshold) {
                    small.set(i);
                    hide(i);
                }
            }
        }
    }

    private int loss(int figure) {
        return Loss.rank(figures.get(figure), threshold, equations.isWhole(figure), equations.isPart(figure));
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
            if (!isSafe(each, Loss.MOST)) {
                hideAllThatIsBoundTo(each);
            }
        }
        for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i + 1)) {
            if (!isSafe(i, Loss.MOST)) {
                hideAllThatIsBoundTo(i);
            }
        }
    }

    /**
     * Whether a hidden figure is proved to be safe, by a proof that is there or one that is found now.
     *
     * @param allowed the greatest loss by which more may be hidden for it; 0 for none
     */
    private boolean isSafe(int figure, int allowed) {
        if (small.get(figure)) {
            return reaches(figure, 1, allowed) && reaches(figure, -1, allowed);
        }
        return proofs.has(figure, 1)
                || proofs.has(figure, -1)
                || reaches(figure, 1, allowed)
                || reaches(figure, -1, allowed);
    }

    /** Goes from the truth up or down until it is far enough, and hides what has to change with it. */
    private boolean reaches(int figure, int direction, int allowed) {
        long to = goal(figure, direction);
        if (direction * (to - truth[figure]) <= 0) {
            return true;
        }
        backToTheTruth();
        while (!proofs.has(figure, direction)) {
            if (!step(figure, direction, Math.abs(to - at[figure]), allowed)) {
                return false;
            }
            credit();
        }
        return true;
    }

    private void backToTheTruth() {
        for (int i = moved.nextSetBit(0); i >= 0; i = moved.nextSetBit(i + 1)) {
            at[i] = truth[i];
        }
        moved.clear();
    }

    private long goal(int figure, int direction) {
        if (!small.get(figure)) {
            return truth[figure] + direction;
        }
        return direction > 0 ? Math.max(threshold - 1L, equations.least(figure) + 1L) : equations.least(figure);
    }

    private boolean step(int figure, int direction, long most, int allowed) {
        for (int attempt = 0; attempt < TURNS * (allowed + 1); attempt++) {
            if (search.find(at, figure, direction, attempt / TURNS, attempt % TURNS)) {
                long times = most;
                for (int i = 0; i < search.size(); i++) {
                    int unknown = search.unknown(i);
                    int by = search.by(unknown);
                    if (by < 0) {
                        times = Math.min(times, (at[unknown] - least[unknown]) / -by);
                    }
                }
                Set<Integer> seen = new HashSet<>();
                for (int i = 0; i < search.size(); i++) {
                    int unknown = search.unknown(i);
                    if (seen.add(unknown)) {
                        moved.set(unknown);
                        at[unknown] += times * search.by(unknown);
                        if (rank[unknown] > 0) {
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
    private void credit() {
        BitSet changed = new BitSet();
        for (int i = moved.nextSetBit(0); i >= 0 && i < figures.size(); i = moved.nextSetBit(i + 1)) {
            changed.set(i, at[i] != truth[i]);
        }
        int proof = proofs.add(changed);
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            if (at[i] >= goal(i, 1)) {
                proofs.give(i, 1, proof);
            }
            if (at[i] <= goal(i, -1)) {
                proofs.give(i, -1, proof);
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
                whollyHidden.set(at);
                proofs.give(at, 1, Proofs.BY_MULTIPLES);
                proofs.give(at, -1, Proofs.BY_MULTIPLES);
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

    private void printAgain() {
        List<Integer> more = new ArrayList<>(hidden.stream()
                .filter(i -> !small.get(i) && !whollyHidden.get(i))
                .boxed()
                .toList());
        more.sort(Comparator.<Integer>comparingInt(i -> -loss(i))
                .thenComparingLong(i -> -truth[i])
                .thenComparing(i -> i));
        for (int each : more) {
            if (tries < MOST_TRIES) {
                printAgain(each);
            }
        }
    }

    private void printAgain(int figure) {
        Proofs.Kept before = proofs.without(figure);
        hidden.clear(figure);
        rank[figure] = Loss.MOST + 1;
        for (int other : before.lost()) {
            tries++;
            if (other != figure && hidden.get(other) && !isSafe(other, 0)) {
                hide(figure);
                proofs.restore(before);
                return;
            }
        }
    }
}
