package org.jailoo.smallcells;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The search for a way to change one number by one while every equation still holds: a few other numbers change with it,
 * by whole steps. Such a way is a proof that the number cannot be computed from those that do not change.
 *
 * <p>Where every number stands in two equations, as in a table with its margins, every way that there is gets found;
 * where numbers stand in more, one may be missed, and then more is hidden than must be.
 */
final class Search {
    /** How many numbers in a row may change for each other; more at each attempt. */
    private static final int[] DEPTHS = {2, 4, 8, 16, 60};

    private static final int MOST_STEPS = 2_000;

    private final Equations equations;
    private final long[] least;
    private final int[] rank;
    private final int[] change;
    private final int[] imbalance;
    private final int[] triedUp;
    private final int[] triedDown;
    private final BitSet touched = new BitSet();
    private int[] trail = new int[64];
    private int[] trailBy = new int[64];
    private int trailSize;
    private long[] now = {};
    private int allowed;
    private int turn;
    private int steps;

    /**
     * With the least value of each unknown.
     *
     * @param rank what it costs to change an unknown: 0 if it is hidden anyway; changed by the caller as more are hidden
     */
    Search(Equations equations, long[] least, int[] rank) {
        this.equations = equations;
        this.least = least;
        this.rank = rank;
        this.change = new int[equations.unknowns()];
        this.imbalance = new int[equations.rows()];
        this.triedUp = new int[equations.rows()];
        this.triedDown = new int[equations.rows()];
    }

    /**
     * Finds a way to change an unknown by one, up or down, from values at which all equations hold.
     *
     * @param allowed no unknown of a greater rank changes
     * @param turn what is tried first: what one order misses another may find
     * @return whether there is one; then {@link #size}, {@link #unknown} and {@link #by} tell it
     */
    boolean find(long[] from, int figure, int direction, int allowed, int turn) {
        this.now = from;
        this.allowed = allowed;
        this.turn = turn;
        for (int depth : DEPTHS) {
            clear();
            forget();
            steps = 0;
            if (move(figure, direction, depth) && balanced()) {
                return true;
            }
        }
        clear();
        return false;
    }

    /** How many unknowns change; one may stand more than once. */
    int size() {
        return trailSize;
    }

    int unknown(int place) {
        return trail[place];
    }

    /** By how much an unknown changes altogether. */
    int by(int unknown) {
        return change[unknown];
    }

    private void forget() {
        for (int row = touched.nextSetBit(0); row >= 0; row = touched.nextSetBit(row + 1)) {
            triedUp[row] = 0;
            triedDown[row] = 0;
        }
        touched.clear();
    }

    private void clear() {
        undo(0);
    }

    private boolean balanced() {
        for (int i = 0; i < trailSize; i++) {
            for (int row : equations.rowsOf(trail[i])) {
                if (imbalance[row] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean move(int unknown, int by, int depth) {
        apply(unknown, by);
        int[] rows = equations.rowsOf(unknown);
        for (int i = 0; i < rows.length; i++) {
            int row = rows[(i + turn) % rows.length];
            if (imbalance[row] != 0 && !fix(row, depth)) {
                return false;
            }
        }
        return true;
    }

    /** Brings a row back to nought. */
    private boolean fix(int row, int depth) {
        int off = imbalance[row];
        int[] tried = off > 0 ? triedUp : triedDown;
        if (depth == 0 || tried[row] >= depth || steps >= MOST_STEPS) {
            return false;
        }
        int before = tried[row];
        tried[row] = depth;
        touched.set(row);
        int[] unknowns = equations.row(row);
        int[] signs = equations.signs(row);
        // First what needs nothing else to change, then what is hidden anyway, then the rest as it costs.
        for (int pass = 0; pass <= 2; pass++) {
            for (int i = 0; i < unknowns.length; i++) {
                int place = (i + turn) % unknowns.length;
                int unknown = unknowns[place];
                int by = -off * signs[place];
                if (mayChange(unknown, by)
                        && pass == pass(unknown, row, by)
                        && (depth > 1 || closes(unknown, row, by))) {
                    steps++;
                    if (steps > MOST_STEPS) {
                        return false;
                    }
                    int mark = trailSize;
                    if (move(unknown, by, depth - 1) && imbalance[row] == 0) {
                        // It may have to be brought back a second time, after another change.
                        tried[row] = before;
                        return true;
                    }
                    undo(mark);
                }
            }
        }
        return false;
    }

    private int pass(int unknown, int row, int by) {
        return rank[unknown] > 0 ? 2 : closes(unknown, row, by) ? 0 : 1;
    }

    /** Whether nothing else has to change when an unknown does. */
    private boolean closes(int unknown, int row, int by) {
        int[] rows = equations.rowsOf(unknown);
        int[] signs = equations.signsOf(unknown);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != row && imbalance[rows[i]] + signs[i] * by != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean mayChange(int unknown, int by) {
        if (rank[unknown] > allowed || change[unknown] * by < 0) {
            return false;
        }
        return by > 0 || now[unknown] + change[unknown] + by >= least[unknown];
    }

    private void apply(int unknown, int by) {
        if (trailSize == trail.length) {
            trail = Arrays.copyOf(trail, 2 * trailSize);
            trailBy = Arrays.copyOf(trailBy, 2 * trailSize);
        }
        trail[trailSize] = unknown;
        trailBy[trailSize] = by;
        trailSize++;
        change(unknown, by);
    }

    private void undo(int mark) {
        while (trailSize > mark) {
            trailSize--;
            change(trail[trailSize], -trailBy[trailSize]);
        }
    }

    private void change(int unknown, int by) {
        change[unknown] += by;
        int[] rows = equations.rowsOf(unknown);
        int[] signs = equations.signsOf(unknown);
        for (int i = 0; i < rows.length; i++) {
            imbalance[rows[i]] += signs[i] * by;
        }
    }
}
