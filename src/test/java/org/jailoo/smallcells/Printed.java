package org.jailoo.smallcells;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers by name, and plain equations and inequalities between them, as somebody reads them off printed tables. */
final class Printed {
    /** Plus and minus some numbers: together nought, or at least nought. */
    record Line(Map<Integer, Integer> terms, boolean equal) {}

    final List<String> names = new ArrayList<>();
    final List<Long> values = new ArrayList<>();
    final List<Boolean> ofPeople = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<Bond> bonds = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    int number(String name, long value) {
        return number(name, value, true);
    }

    int number(String name, long value, boolean people) {
        Integer there = places.get(name);
        if (there != null) {
            if (values.get(there) != value) {
                throw new IllegalStateException(name + ": " + value + " and " + values.get(there));
            }
            return there;
        }
        places.put(name, names.size());
        names.add(name);
        values.add(value);
        ofPeople.add(people);
        return names.size() - 1;
    }

    void sum(int whole, List<Integer> parts) {
        bonds.add(new Bond(Bond.Kind.SUM, whole, parts));
        lines.add(new Line(terms(whole, parts, 1), true));
    }

    void overlapping(int whole, List<Integer> parts) {
        bonds.add(new Bond(Bond.Kind.OVERLAPPING, whole, parts));
        lines.add(new Line(terms(whole, parts, 1), false));
        parts.forEach(part -> lines.add(new Line(terms(whole, List.of(part), -1), false)));
    }

    void within(int whole, List<Integer> parts) {
        bonds.add(new Bond(Bond.Kind.WITHIN, whole, parts));
        parts.forEach(part -> lines.add(new Line(terms(whole, List.of(part), -1), false)));
    }

    private static Map<Integer, Integer> terms(int whole, List<Integer> parts, int sign) {
        Map<Integer, Integer> terms = new LinkedHashMap<>();
        terms.put(whole, -sign);
        parts.forEach(part -> terms.merge(part, sign, Integer::sum));
        return terms;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            figures.add(new Figure(values.get(i), ofPeople.get(i) ? Figure.Sort.SENSITIVE : Figure.Sort.OPEN));
        }
        return figures;
    }

    boolean isSmall(int number, int threshold) {
        return ofPeople.get(number) && values.get(number) > 0 && values.get(number) < threshold;
    }

    BitSet small(int threshold) {
        BitSet small = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            small.set(i, isSmall(i, threshold));
        }
        return small;
    }
}
