package org.jailoo.history;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

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
        return doubts(purge, held, trusted, takenUnasked).isEmpty();
    }

    /** Why a person has to look at a purge. */
    public enum Doubt {
        /** The device is not trusted, or is blocked. */
        NOT_TRUSTED,
        /** Too many purges of the device came without a person looking at one. */
        TOO_MANY,
        /** Nothing of the record is held but the purge. */
        NOTHING_HELD,
        /** A part of the history is missing, which may say that somebody else began the record. */
        PARENT_MISSING,
        /** Another device began the record. */
        BEGUN_BY_ANOTHER
    }

    /** Why a purge waits for a person, as {@link #acceptsUnasked}; none where it may be accepted without asking. */
    public static Set<Doubt> doubts(Header purge, Collection<Held> held, boolean trusted, int takenUnasked) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (!trusted) {
            doubts.add(Doubt.NOT_TRUSTED);
        }
        if (takenUnasked >= UNASKED) {
            doubts.add(Doubt.TOO_MANY);
        }
        Graph graph = Graph.of(held);
        if (graph.size() == 0) {
            doubts.add(Doubt.NOTHING_HELD);
        }
        if (graph.parentMissing()) {
            doubts.add(Doubt.PARENT_MISSING);
        }
        String device = purge.writer().device();
        boolean ours = graph.edits().stream()
                .map(Held::header)
                .filter(h -> h.parents().isEmpty())
                .allMatch(h -> h.writer().device().equals(device));
        if (!ours) {
            doubts.add(Doubt.BEGUN_BY_ANOTHER);
        }
        return doubts;
    }
}
