package org.jailoo.smallcells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Why hidden figures cannot be computed: for each, other values of all figures that agree with what is printed. Of such
 * values it is enough to remember which figures they change: they agree as long as none of these is printed.
 */
final class Proofs {
    /** Of a figure all whose relatives are hidden. */
    static final int BY_MULTIPLES = -2;

    private static final int NONE = -1;

    private final List<BitSet> changed = new ArrayList<>();
    private int[] up;
    private int[] down;

    Proofs(int figures) {
        this.up = new int[figures];
        this.down = new int[figures];
        Arrays.fill(up, NONE);
        Arrays.fill(down, NONE);
    }

    /** What was proved before a figure was printed, and the figures that lost a proof by it. */
    record Kept(List<Integer> lost, List<Integer> up, List<Integer> down) {}

    /** Adds a proof by the figures that it changes; returns its number. */
    int add(BitSet figures) {
        changed.add(figures);
        return changed.size() - 1;
    }

    boolean has(int figure, int direction) {
        return (direction > 0 ? up : down)[figure] != NONE;
    }

    /** Notes a proof, unless there is one. */
    void give(int figure, int direction, int proof) {
        int[] proofs = direction > 0 ? up : down;
        if (proofs[figure] == NONE) {
            proofs[figure] = proof;
        }
    }

    /** Takes away every proof that changes a figure. */
    Kept without(int figure) {
        Kept before = new Kept(
                new ArrayList<>(),
                Arrays.stream(up).boxed().toList(),
                Arrays.stream(down).boxed().toList());
        for (int i = 0; i < up.length; i++) {
            boolean lost = uses(up[i], figure) || uses(down[i], figure);
            if (uses(up[i], figure)) {
                up[i] = NONE;
            }
            if (uses(down[i], figure)) {
                down[i] = NONE;
            }
            if (lost) {
                before.lost().add(i);
            }
        }
        return before;
    }

    private boolean uses(int proof, int figure) {
        return proof >= 0 && changed.get(proof).get(figure);
    }

    void restore(Kept before) {
        up = before.up().stream().mapToInt(i -> i).toArray();
        down = before.down().stream().mapToInt(i -> i).toArray();
    }
}
