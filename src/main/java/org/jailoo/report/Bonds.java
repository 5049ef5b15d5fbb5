package org.jailoo.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.smallcells.Bond;
import org.jailoo.smallcells.Figure;
import org.jspecify.annotations.Nullable;

/** The relations of tables as bonds between figures, in an order that no language changes. */
final class Bonds {
    private final Map<String, Integer> places;
    private final List<Figure> figures;

    /**
     * Knows the figures that stand in tables.
     *
     * @param places the index of a figure by the name of its quantity; figures that stand in no table are added
     */
    Bonds(Map<String, Integer> places, List<Figure> figures) {
        this.places = places;
        this.figures = figures;
    }

    List<Bond> of(Collection<Relation> relations) {
        List<Relation> left = new ArrayList<>(relations);
        left.sort(Comparator.comparing((Relation r) -> SmallCells.name(r.whole()))
                .thenComparing(Relation::kind)
                .thenComparing(r -> r.parts().stream()
                        .map(SmallCells::name)
                        .sorted()
                        .toList()
                        .toString()));
        wholesThatStandNowhere(left);
        Set<Bond> bonds = new LinkedHashSet<>();
        for (Relation relation : left) {
            Bond bond = bond(relation);
            if (bond != null) {
                bonds.add(bond);
            }
        }
        return List.copyOf(bonds);
    }

    /** A sum that is not printed joins the tables that have it in common all the same. */
    private void wholesThatStandNowhere(List<Relation> relations) {
        for (Relation relation : relations) {
            String whole = SmallCells.name(relation.whole());
            List<Integer> parts = known(relation);
            if (relation.kind() == Relation.Kind.SUM
                    && !places.containsKey(whole)
                    && parts.size() == relation.parts().size()) {
                long sum = parts.stream().mapToLong(p -> figures.get(p).value()).sum();
                places.put(whole, figures.size());
                figures.add(new Figure(sum, Figure.Sort.UNPRINTED));
            }
        }
    }

    private List<Integer> known(Relation relation) {
        TreeSet<Integer> known = new TreeSet<>();
        for (Quantity part : relation.parts()) {
            Integer place = places.get(SmallCells.name(part));
            if (place != null) {
                known.add(place);
            }
        }
        return List.copyOf(known);
    }

    private @Nullable Bond bond(Relation relation) {
        Integer whole = places.get(SmallCells.name(relation.whole()));
        List<Integer> parts = known(relation);
        if (whole == null || parts.isEmpty() || parts.contains(whole)) {
            return null;
        }
        long sum = parts.stream().mapToLong(p -> figures.get(p).value()).sum();
        // A part that stands nowhere and is nought may be known to be nought by its not standing there.
        boolean all = parts.size() == relation.parts().size()
                || sum == figures.get(whole).value();
        return switch (relation.kind()) {
            case SUM -> new Bond(all ? Bond.Kind.SUM : Bond.Kind.AT_MOST, whole, parts);
            case OVERLAPPING -> new Bond(all ? Bond.Kind.OVERLAPPING : Bond.Kind.WITHIN, whole, parts);
            case WITHIN -> new Bond(Bond.Kind.WITHIN, whole, parts);
        };
    }
}
