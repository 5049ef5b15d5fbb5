package org.jailoo.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    /** The table of matching.md. */
    public static String figures(long seed, int records) {
        List<Drawn> drawn = GeneratedPeople.draw(seed, records);
        Measure open = new Measure(drawn, true);
        Measure closed = new Measure(drawn, false);
        StringBuilder lines = new StringBuilder();
        lines.append("names open, suggested   ")
                .append(open.share(pair -> true))
                .append('\n');
        lines.append("names open, likely      ")
                .append(open.share(Pair::likely))
                .append('\n');
        lines.append("codes alone, suggested  ")
                .append(closed.share(pair -> true))
                .append('\n');
        Map<Variant, Measure.Share> likely = open.byVariant(Pair::likely);
        open.byVariant(pair -> true)
                .forEach((variant, share) -> lines.append(String.format(
                        Locale.ROOT,
                        "%-24s %3d pairs, suggested %3.0f %%, likely %3.0f %%%n",
                        variant,
                        share.there(),
                        100 * share.recall(),
                        100 * Objects.requireNonNull(likely.get(variant)).recall())));
        return lines.toString();
    }
}
