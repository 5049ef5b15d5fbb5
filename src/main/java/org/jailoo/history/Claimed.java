package org.jailoo.history;

import java.util.HashMap;
import java.util.Map;

/**
 * What follows from the words of other notebooks, held against what one holds itself (bundle.md §5): which of them are
 * believed, and what a sender holds that did not come.
 */
public final class Claimed {
    private Claimed() {}

    /** What one notebook holds of each writer. */
    public interface Here {
        /** The places of a writer's revisions that are held, with or without a body. */
        SeqRanges held(Writer writer);

        /** The hash over the ids held at these places, by (seq, id): what a true claim over them states. */
        String ids(Writer writer, SeqRanges places);
    }

    /** Whether the very revisions that are claimed stand here too, and no others at their places. */
    public static boolean agrees(Writer writer, Claim claim, Here here) {
        return here.ids(writer, claim.ranges()).equals(claim.ids());
    }

    /** Whether every claimed place is held here and yet the ids differ: a fork whose other half is still on its way. */
    public static boolean isUnseenFork(Writer writer, Claim claim, Here here) {
        return claim.ranges().minus(here.held(writer)).isEmpty() && !agrees(writer, claim, here);
    }

    /** The claimed places that may count as known to be held there: those of the writers whose hash agrees. */
    public static Map<Writer, SeqRanges> believed(Map<Writer, Claim> has, Here here) {
        Map<Writer, SeqRanges> believed = new HashMap<>();
        has.forEach((writer, claim) -> {
            if (agrees(writer, claim, here)) {
                believed.put(writer, claim.ranges());
            }
        });
        return believed;
    }

    /**
     * What several notebooks are all known to hold. What only one of two instances of a device claims, or one of two
     * receivers, is sent again: sending twice is harmless.
     */
    public static Map<Writer, SeqRanges> knownToAll(Iterable<Map<Writer, Claim>> words, Here here) {
        Map<Writer, SeqRanges> known = new HashMap<>();
        boolean first = true;
        for (Map<Writer, Claim> has : words) {
            Map<Writer, SeqRanges> believed = believed(has, here);
            if (first) {
                known.putAll(believed);
                first = false;
            } else {
                known.replaceAll((writer, places) -> places.and(believed.getOrDefault(writer, SeqRanges.NONE)));
            }
        }
        return known;
    }

    /** The gap: how many places a sender claims, did not withhold, and that are not held here; never listed one by one. */
    public static long gap(Map<Writer, Claim> has, Map<Writer, SeqRanges> withheld, Here here) {
        long gap = 0;
        for (Map.Entry<Writer, Claim> entry : has.entrySet()) {
            Writer writer = entry.getKey();
            gap += entry.getValue()
                    .ranges()
                    .minus(withheld.getOrDefault(writer, SeqRanges.NONE))
                    .minus(here.held(writer))
                    .count();
        }
        return gap;
    }
}
