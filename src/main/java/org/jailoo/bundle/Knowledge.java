package org.jailoo.bundle;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.history.Claim;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;

/**
 * What a notebook says of itself in a manifest: what it holds, what of that it leaves out, and what it misses.
 *
 * @param has by writer, the places held and the hash of their ids
 * @param withheld by writer, the places held and left out of the bundle on purpose
 * @param lacks hashes of attachments that are named and not held
 */
public record Knowledge(SortedMap<Writer, Claim> has, SortedMap<Writer, SeqRanges> withheld, SortedSet<String> lacks) {
    /** The most ranges that all of {@code has}, or all of {@code withheld}, may hold; a writer keeps to it for both. */
    public static final int MAX_RANGES = 10_000;

    public Knowledge {
        has = Collections.unmodifiableSortedMap(new TreeMap<>(has));
        withheld = Collections.unmodifiableSortedMap(new TreeMap<>(withheld));
        lacks = Collections.unmodifiableSortedSet(new TreeSet<>(lacks));
    }

    /** Knowledge of nothing. */
    public static Knowledge none() {
        return new Knowledge(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    }

    /** How many ranges are named in all. */
    public long rangeCount() {
        long count = 0;
        for (Claim claim : has.values()) {
            count += claim.ranges().ranges().size();
        }
        for (SeqRanges ranges : withheld.values()) {
            count += ranges.ranges().size();
        }
        return count;
    }

    /** Whether all that is withheld is held. */
    boolean isConsistent() {
        for (Map.Entry<Writer, SeqRanges> entry : withheld.entrySet()) {
            Claim claim = has.get(entry.getKey());
            if (claim == null || !entry.getValue().minus(claim.ranges()).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
