package org.jailoo.person;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.person.GeneratedPeople.Drawn;

/** The drawn people as the search takes them in. */
public final class KnownPeople {
    private KnownPeople() {}

    /** As many; with their names where those may be read. */
    public static List<Known> draw(long seed, int records, boolean open) {
        List<Drawn> drawn = GeneratedPeople.draw(seed, records);
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            known.add(Measure.known(i, drawn.get(i), open));
        }
        return known;
    }
}
