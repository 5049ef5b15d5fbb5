package org.jailoo.smallcells;

import java.util.ArrayList;
import java.util.List;

/** What follows from numbers that are printed whatever they are: it is as good as printed, and hiding it would protect nobody. */
final class Known {
    private Known() {}

    /** The figures, with {@link Figure.Sort#OPEN} for each that follows from others that are. */
    static List<Figure> of(List<Figure> figures, List<Bond> bonds) {
        List<Figure> known = new ArrayList<>(figures);
        boolean more = true;
        while (more) {
            more = false;
            for (Bond bond : bonds) {
                int unknown = bond.kind() == Bond.Kind.SUM ? onlyUnknown(bond, known) : -1;
                if (unknown >= 0) {
                    known.set(unknown, new Figure(known.get(unknown).value(), Figure.Sort.OPEN));
                    more = true;
                }
            }
        }
        return List.copyOf(known);
    }

    /** The one figure of a sum that is not printed anyway; -1 if there is none, or several. */
    private static int onlyUnknown(Bond bond, List<Figure> figures) {
        int unknown = isKnown(figures.get(bond.whole())) ? -1 : bond.whole();
        for (int part : bond.parts()) {
            if (!isKnown(figures.get(part))) {
                if (unknown >= 0) {
                    return -1;
                }
                unknown = part;
            }
        }
        return unknown;
    }

    private static boolean isKnown(Figure figure) {
        return figure.sort() == Figure.Sort.OPEN || (figure.sort() == Figure.Sort.SENSITIVE && figure.value() == 0);
    }
}
