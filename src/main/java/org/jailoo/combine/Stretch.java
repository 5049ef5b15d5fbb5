package org.jailoo.combine;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.combine.Pieces.Change;

/**
 * A stretch of a row of pieces, with what became of it in each of two rows that were made of it.
 *
 * @param from where it begins in the first row, {@code to} the place after its last piece; the same in the two others
 */
record Stretch(int from, int to, int oneFrom, int oneTo, int otherFrom, int otherTo, Did one, Did other) {
    /** What somebody did to a stretch. */
    enum Did {
        LEFT,
        CHANGED
    }

    /** All stretches in their order: changes of the two that overlap or touch are one stretch. */
    static List<Stretch> all(int size, List<Change> ones, List<Change> others) {
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        int a = 0;
        int b = 0;
        // How far the other rows have moved against the first.
        int oneShift = 0;
        int otherShift = 0;
        while (a < ones.size() || b < others.size()) {
            int from = Math.min(
                    a < ones.size() ? ones.get(a).from() : size,
                    b < others.size() ? others.get(b).from() : size);
            if (from > at) {
                stretches.add(new Stretch(
                        at,
                        from,
                        at + oneShift,
                        from + oneShift,
                        at + otherShift,
                        from + otherShift,
                        Did.LEFT,
                        Did.LEFT));
            }
            int to = from;
            int oneFrom = from + oneShift;
            int otherFrom = from + otherShift;
            Did one = Did.LEFT;
            Did other = Did.LEFT;
            boolean grew = true;
            while (grew) {
                grew = false;
                if (a < ones.size() && ones.get(a).from() <= to) {
                    Change change = ones.get(a++);
                    to = Math.max(to, change.to());
                    oneShift += change.otherTo() - change.otherFrom() - (change.to() - change.from());
                    one = Did.CHANGED;
                    grew = true;
                }
                if (b < others.size() && others.get(b).from() <= to) {
                    Change change = others.get(b++);
                    to = Math.max(to, change.to());
                    otherShift += change.otherTo() - change.otherFrom() - (change.to() - change.from());
                    other = Did.CHANGED;
                    grew = true;
                }
            }
            stretches.add(new Stretch(from, to, oneFrom, to + oneShift, otherFrom, to + otherShift, one, other));
            at = to;
        }
        if (at < size) {
            stretches.add(new Stretch(
                    at, size, at + oneShift, size + oneShift, at + otherShift, size + otherShift, Did.LEFT, Did.LEFT));
        }
        return stretches;
    }
}
