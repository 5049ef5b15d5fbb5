package org.jailoo.person;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jailoo.person.NameWords.Part;
import org.jailoo.person.NameWords.Role;
import org.jspecify.annotations.Nullable;

/** What is known of a participant, folded once so that it can be compared often. */
final class Entry {
    /** Of several names in several records, no more are compared. */
    private static final int NAMES = 3;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");

    final Known known;
    final List<NameWords> names;
    final @Nullable String region;
    final @Nullable String district;
    final @Nullable String settlement;

    Entry(Known known, Skeletons skeletons) {
        this.known = known;
        this.names = known.names().stream()
                .limit(NAMES)
                .map(name -> NameWords.of(name, skeletons))
                .filter(name -> !name.words().isEmpty())
                .toList();
        this.region = known.home().region();
        this.district = folded(known.home().district(), skeletons);
        this.settlement = folded(known.home().settlement(), skeletons);
    }

    private static @Nullable String folded(@Nullable String place, Skeletons skeletons) {
        if (place == null) {
            return null;
        }
        StringBuilder folded = new StringBuilder();
        for (String word : BETWEEN.split(place, -1)) {
            folded.append(skeletons.of(word));
        }
        return folded.length() == 0 ? place.strip().toLowerCase(Locale.ROOT) : folded.toString();
    }

    boolean isNamed() {
        return !names.isEmpty();
    }

    /** Words that are rarer the more they tell, each marked by what it says. */
    Set<String> marks() {
        Set<String> marks = new LinkedHashSet<>();
        for (NameWords name : names) {
            for (Part part : name.words()) {
                marks.add((part.role() == Role.PLAIN ? "g:" : "l:") + part.stem());
            }
        }
        place(settlement, "s:", marks);
        place(district, "d:", marks);
        place(region, "r:", marks);
        known.languages().forEach(language -> marks.add("n:" + language));
        return marks;
    }

    private static void place(@Nullable String place, String what, Set<String> marks) {
        if (place != null) {
            marks.add(what + place);
        }
    }

    /** What others are found by who have it too; a block of it that has grown too large is split by what follows. */
    List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        String year = known.born() == null ? "" : known.born().toString();
        for (NameWords name : names) {
            List<String> plain = stems(name.plains());
            Set<String> families = new LinkedHashSet<>(stems(name.surnames()));
            families.addAll(stems(name.fathers()));
            for (String given : plain) {
                String core = ShortNames.core(given);
                for (String family : families) {
                    keys.add(new Key("gf " + core + ' ' + family, year, settlement));
                    keys.add(new Key("if " + given.charAt(0) + ' ' + family, year, settlement));
                }
                if (plain.size() > 1) {
                    // One of them may be a family's name without its ending.
                    for (String other : plain) {
                        if (!other.equals(given)) {
                            keys.add(new Key("gf " + core + ' ' + NameWords.asStem(other), year, settlement));
                        }
                    }
                }
                if (settlement != null) {
                    keys.add(new Key("gs " + core + ' ' + settlement, year, null));
                }
                if (!year.isEmpty()) {
                    keys.add(new Key("gy " + core + ' ' + year, "", region));
                }
            }
            for (String family : families) {
                if (settlement != null && !year.isEmpty()) {
                    keys.add(new Key("fsy " + family + ' ' + settlement + ' ' + year, "", null));
                }
            }
        }
        return keys;
    }

    /** What records are found by of which at least one has no name. */
    List<Key> codeKeys(boolean ofNamed) {
        String sex = known.sex();
        return sex != null && known.born() != null && settlement != null
                ? List.of(new Key(
                        (ofNamed ? "cn " : "c ") + sex + ' ' + settlement,
                        known.born().toString(),
                        null))
                : List.of();
    }

    private static List<String> stems(List<Part> parts) {
        return parts.stream().map(Part::stem).distinct().toList();
    }

    /**
     * A block, and the parts it is split into where it has grown too large.
     *
     * @param year of birth, empty where there is none: asked with two years more or less
     */
    record Key(String block, String year, @Nullable String settlement) {}
}
