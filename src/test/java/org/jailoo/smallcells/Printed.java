package org.jailoo.smallcells;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers by name, and plain equations and inequalities between them, as somebody reads them off printed tables. */
public final class Printed {
    /** Plus and minus some numbers: together nought, or at least nought. */
    public record Line(Map<Integer, Integer> terms, boolean equal) {}

    final List<String> names = new ArrayList<>();
    final List<Long> values = new ArrayList<>();
    final List<Boolean> ofPeople = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<Bond> bonds = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final BitSet met = new BitSet();

    /** The number of a name; -1 if there is none. */
    public int place(String name) {
        return places.getOrDefault(name, -1);
    }

    /** Whether a number was read more than once. */
    public boolean met(int number) {
        return met.get(number);
    }

    public int number(String name, long value) {
        return number(name, value, true);
    }

    public int number(String name, long value, boolean people) {
        Integer there = places.get(name);
        if (there != null) {
            met.set(there);
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

    public void sum(int whole, List<Integer> parts) {
        bonds.add(new Bond(Bond.Kind.SUM, whole, parts));
        lines.add(new Line(terms(whole, parts, 1), true));
    }

    public void overlapping(int whole, List<Integer> parts) {
        bonds.add(new Bond(Bond.Kind.OVERLAPPING, whole, parts));
        lines.add(new Line(terms(whole, parts, 1), false));
        parts.forEach(part -> lines.add(new Line(terms(whole, List.of(part), -1), false)));
    }

    public void within(int whole, List<Integer> parts) {
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

    public BitSet small(int threshold) {
        BitSet small = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            small.set(i, isSmall(i, threshold));
        }
        return small;
    }
}
