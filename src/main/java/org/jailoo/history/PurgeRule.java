package org.jailoo.history;

import java.util.Collection;

/** When a purge is accepted without asking a person (bundle.md §4); in every other case it is held. */
public final class PurgeRule {
    /** So many purges of one device are taken before a person has to look. */
    public static final int UNASKED = 20;

    private PurgeRule() {}

    /**
     * Whether a purge may be accepted without asking.
     *
     * @param held every revision of the record, the whole bundle staged
     * @param trusted whether the purge's device is trusted and not blocked
     * @param takenUnasked how many purges of that device were accepted since a person last confirmed one
     */
    public static boolean acceptsUnasked(Header purge, Collection<Held> held, boolean trusted, int takenUnasked) {
        if (!trusted || takenUnasked >= UNASKED) {
            return false;
        }
        Graph graph = Graph.of(held);
        if (graph.size() == 0 || graph.parentMissing()) {
            return false;
        }
        String device = purge.writer().device();
        return graph.edits().stream()
                .map(Held::header)
                .filter(h -> h.parents().isEmpty())
                .allMatch(h -> h.writer().device().equals(device));
    }
}
