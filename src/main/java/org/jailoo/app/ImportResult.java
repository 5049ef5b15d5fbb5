package org.jailoo.app;

import java.util.SortedMap;

/**
 * What importing a bundle did, or would do. Counts are of the records that the bundle names, but for the purges, forks
 * and gaps.
 *
 * @param fresh records not held before
 * @param changed records that gained a revision, or a body
 * @param same records that gained nothing
 * @param conflicts records in conflict afterwards
 * @param purged records purged afterwards
 * @param heldPurges purges in the bundle that wait for a person afterwards
 * @param forks places in the sequences of the bundle's writers that hold two revisions
 * @param gaps how many revisions the sender holds, did not withhold, and that are not held here afterwards
 * @param relayed revisions new to us, signed by devices that nobody here has trusted, by device
 * @param blocked revisions new to us, signed by blocked devices, by device
 * @param forwarded whether the bundle was made for others
 * @param erased records that it erases without asking; nobody can take that back
 * @param missingFiles files that its records name and that are not held afterwards
 */
public record ImportResult(
        long fresh,
        long changed,
        long same,
        long conflicts,
        long purged,
        long heldPurges,
        long forks,
        long gaps,
        SortedMap<String, Long> relayed,
        SortedMap<String, Long> blocked,
        boolean forwarded,
        long erased,
        long missingFiles) {}
