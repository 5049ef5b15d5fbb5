package org.jailoo.person;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jailoo.person.NameWords.Part;
import org.jailoo.person.Reason.Kind;
import org.jspecify.annotations.Nullable;

/** What the names of two records say, word by word, in whichever order they were written. */
final class NameScoring {
    /** Two forenames that differ outweigh all that sisters have in common. */
    private static final double OTHER_GIVEN = -25;

    private static final double MOST_GIVEN = 9;
    private static final double MOST_FAMILY = 10;
    private static final double ALIKE = 0.9;
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final LevenshteinDistance ONE_LETTER = new LevenshteinDistance(1);

    private final Frequencies frequencies;
    private final ShortNames shortNames;

    NameScoring(Frequencies frequencies, ShortNames shortNames) {
        this.frequencies = frequencies;
        this.shortNames = shortNames;
    }

    /** How far two words are the same. */
    private enum Likeness {
        EQUAL,
        SHORT,
        SIMILAR,
        INITIAL,
        NONE
    }

    /** The reasons of those two names that fit best; none where one of the two has no name. */
    List<Reason> best(List<NameWords> ones, List<NameWords> others) {
        List<Reason> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (NameWords one : ones) {
            for (NameWords other : others) {
                List<Reason> reasons = reasons(one, other);
                double bits = Scoring.bits(reasons);
                if (bits > most) {
                    most = bits;
                    best = reasons;
                }
            }
        }
        return best;
    }

    private List<Reason> reasons(NameWords one, NameWords other) {
        List<Reason> reasons = new ArrayList<>();
        List<Part> plains = new ArrayList<>(one.plains());
        List<Part> otherPlains = new ArrayList<>(other.plains());
        Part given = given(plains, otherPlains, reasons);
        List<Part> families = new ArrayList<>(one.surnames());
        List<Part> otherFamilies = new ArrayList<>(other.surnames());
        List<Part> fathers = new ArrayList<>(one.fathers());
        List<Part> otherFathers = new ArrayList<>(other.fathers());
        boolean initials = plains.stream().anyMatch(Part::isInitial)
                || otherPlains.stream().anyMatch(Part::isInitial);
        // What is left of the plain words is a family's or a father's name without its ending, or an initial.
        left(plains, otherFamilies, otherFathers, otherPlains, reasons);
        left(otherPlains, families, fathers, plains, reasons);
        if (!plains.isEmpty() && !otherPlains.isEmpty() && !initials) {
            reasons.add(new Reason(Kind.GIVEN_OTHER, OTHER_GIVEN));
            return reasons;
        }
        boolean surname = pair(families, otherFamilies, Kind.SURNAME, Kind.SURNAME_SIMILAR, MOST_FAMILY, reasons);
        boolean father = pair(fathers, otherFathers, Kind.FATHER, Kind.FATHER_SIMILAR, MOST_FAMILY - 2, reasons);
        if (!families.isEmpty() && !otherFamilies.isEmpty()) {
            reasons.add(new Reason(Kind.SURNAME_OTHER, -3));
        }
        if (!fathers.isEmpty() && !otherFathers.isEmpty()) {
            reasons.add(new Reason(Kind.FATHER_OTHER, -6));
        }
        if (!surname && !father) {
            asSurname(fathers, otherFamilies, reasons);
            asSurname(otherFathers, families, reasons);
        }
        if (given != null && !one.words().isEmpty() && otherOrder(one, other)) {
            reasons.add(new Reason(Kind.NAME_ORDER, 0));
        }
        return reasons;
    }

    /** Takes the two forenames that fit best from both; null where none do. */
    private @Nullable Part given(List<Part> plains, List<Part> others, List<Reason> reasons) {
        Part found = null;
        Part fitting = null;
        Reason best = null;
        for (Part one : plains) {
            for (Part other : others) {
                Reason reason = given(one.stem(), other.stem());
                if (reason != null && (best == null || reason.weight() > best.weight())) {
                    best = reason;
                    found = one;
                    fitting = other;
                }
            }
        }
        if (best == null || found == null || fitting == null) {
            return null;
        }
        plains.remove(found);
        others.remove(fitting);
        reasons.add(best);
        return found;
    }

    private @Nullable Reason given(String one, String other) {
        return switch (likeness("g:", one, other)) {
            case EQUAL -> new Reason(Kind.GIVEN, bits("g:", one, other, MOST_GIVEN));
            case SHORT -> new Reason(Kind.GIVEN_SHORT, 0.6 * bits("g:", one, other, MOST_GIVEN));
            case SIMILAR -> new Reason(Kind.GIVEN_SIMILAR, 0.7 * bits("g:", one, other, MOST_GIVEN));
            case INITIAL -> new Reason(Kind.GIVEN_INITIAL, 2.5);
            case NONE -> null;
        };
    }

    /** A plain word that is left, held against the families, then the fathers of the other, as far as it fits one. */
    private void left(
            List<Part> plains, List<Part> families, List<Part> fathers, List<Part> others, List<Reason> reasons) {
        for (Part plain : List.copyOf(plains)) {
            String stem = plain.isInitial() ? plain.stem() : NameWords.asStem(plain.stem());
            if (plain.isInitial()) {
                Part father = first(fathers, part -> part.stem().charAt(0) == stem.charAt(0));
                if (father != null) {
                    fathers.remove(father);
                    plains.remove(plain);
                    reasons.add(new Reason(Kind.FATHER_INITIAL, 2));
                } else if (!fathers.isEmpty()) {
                    reasons.add(new Reason(Kind.FATHER_OTHER, -4));
                }
                continue;
            }
            Part family = first(families, part -> like(stem, part.stem()));
            Part father = family == null ? first(fathers, part -> like(stem, part.stem())) : null;
            if (family != null) {
                families.remove(family);
                plains.remove(plain);
                reasons.add(new Reason(Kind.SURNAME, ALIKE * bits("l:", stem, family.stem(), MOST_FAMILY)));
            } else if (father != null) {
                fathers.remove(father);
                plains.remove(plain);
                reasons.add(new Reason(Kind.FATHER, ALIKE * bits("l:", stem, father.stem(), MOST_FAMILY)));
            } else {
                Part same = first(others, part -> part.stem().equals(plain.stem()));
                if (same != null) {
                    others.remove(same);
                    plains.remove(plain);
                    reasons.add(new Reason(Kind.SURNAME, bits("g:", stem, stem, MOST_FAMILY)));
                }
            }
        }
    }

    private boolean like(String one, String other) {
        Likeness likeness = likeness("l:", one, other);
        return likeness == Likeness.EQUAL || likeness == Likeness.SIMILAR;
    }

    private static @Nullable Part first(List<Part> parts, java.util.function.Predicate<Part> fits) {
        for (Part part : parts) {
            if (fits.test(part)) {
                return part;
            }
        }
        return null;
    }

    /** Takes the two that are equal, or else alike, from both. */
    private boolean pair(
            List<Part> ones, List<Part> others, Kind equal, Kind similar, double most, List<Reason> reasons) {
        for (Part one : ones) {
            for (Part other : others) {
                Likeness likeness = likeness("l:", one.stem(), other.stem());
                if (likeness == Likeness.EQUAL || likeness == Likeness.SIMILAR) {
                    double bits = bits("l:", one.stem(), other.stem(), most);
                    reasons.add(likeness == Likeness.EQUAL ? new Reason(equal, bits) : new Reason(similar, 0.7 * bits));
                    ones.remove(one);
                    others.remove(other);
                    return true;
                }
            }
        }
        return false;
    }

    /** Асан уулу here, Асанов there. */
    private void asSurname(List<Part> fathers, List<Part> families, List<Reason> reasons) {
        for (Part father : fathers) {
            Part family = first(families, part -> like(father.stem(), part.stem()));
            if (family != null) {
                reasons.add(new Reason(
                        Kind.FATHER_AS_SURNAME, ALIKE * bits("l:", father.stem(), family.stem(), MOST_FAMILY)));
                return;
            }
        }
    }

    private static boolean otherOrder(NameWords one, NameWords other) {
        return one.words().size() > 1
                && other.words().size() > 1
                && one.words().get(0).role() != other.words().get(0).role()
                && one.words().stream()
                        .anyMatch(part -> part.equals(other.words().get(0)));
    }

    private double bits(String what, String one, String other, double most) {
        double bits = Math.min(frequencies.bits(what + one), frequencies.bits(what + other));
        return Math.max(1, Math.min(most, bits));
    }

    /**
     * A spelling that many have is a name of its own and no slip: Айнур is not Айнура. So two words are alike only where
     * one of them is rare.
     */
    private Likeness likeness(String what, String one, String other) {
        if (one.equals(other)) {
            return Likeness.EQUAL;
        }
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) ? Likeness.INITIAL : Likeness.NONE;
        }
        if (what.equals("g:") && shortNames.same(one, other)) {
            return Likeness.SHORT;
        }
        int lengths = Math.abs(one.length() - other.length());
        if (Math.min(one.length(), other.length()) < 3 || lengths > 2 || one.charAt(0) != other.charAt(0)) {
            return Likeness.NONE;
        }
        int rarer = Math.min(frequencies.of(what + one), frequencies.of(what + other));
        if (rarer > 2 + frequencies.people() / 5000) {
            return Likeness.NONE;
        }
        boolean close = ONE_LETTER.apply(one, other) >= 0 || JARO_WINKLER.apply(one, other) >= 0.94;
        return close ? Likeness.SIMILAR : Likeness.NONE;
    }
}
