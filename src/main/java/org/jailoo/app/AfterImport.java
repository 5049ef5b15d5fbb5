package org.jailoo.app;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.history.Claim;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.notebook.Claims;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;

/**
 * How a notebook stands after bundles came in.
 *
 * @param conflicts how many records are in conflict, of whatever origin
 * @param gaps by the name of a sender, how many revisions it has that are not here yet; none without
 * @param missingFiles how many files are named that are not held; counted up to 1,000
 */
public record AfterImport(long conflicts, SortedMap<String, Long> gaps, int missingFiles) {
    /** Before anything came in. */
    public static final AfterImport NONE = new AfterImport(0, new TreeMap<>(), 0);

    private static final int COUNTED = 1_000;

    /** As it stands now, for the senders of what came in. */
    public static AfterImport look(Notebook notebook, Collection<String> senders) {
        return notebook.reading(at -> {
            long conflicts = at.lists().counts().values().stream()
                    .mapToLong(Lists.Count::inConflict)
                    .sum();
            SortedMap<String, Long> gaps = new TreeMap<>();
            for (String sender : senders) {
                long missing = missing(at, sender);
                Device device = at.devices().find(sender);
                if (missing > 0 && device != null) {
                    gaps.merge(device.card().shownName(), missing, Long::sum);
                }
            }
            return new AfterImport(
                    conflicts, gaps, at.attachments().lacking(COUNTED).size());
        });
    }

    private static long missing(Snapshot at, String sender) {
        long missing = 0;
        for (Claims.Word word : at.claims().of(sender)) {
            for (Map.Entry<Writer, Claim> has : word.has().entrySet()) {
                missing += has.getValue()
                        .ranges()
                        .minus(word.withheld().getOrDefault(has.getKey(), SeqRanges.NONE))
                        .minus(at.holdings().held(has.getKey()))
                        .count();
            }
        }
        return missing;
    }
}
