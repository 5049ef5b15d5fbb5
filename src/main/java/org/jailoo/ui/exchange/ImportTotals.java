package org.jailoo.ui.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jailoo.app.ImportResult;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.exchange.Arrival.Stage;

/**
 * The counts over all files of the list.
 *
 * @param files all
 * @param free bundles of trusted senders that wait for the person's word
 * @param toCompare bundles of senders of whom nobody has compared the digits
 * @param refused files that were not taken, and others of the same bundle
 * @param erasing records that the free ones would erase here
 * @param written bundles that are in the notebook
 * @param fresh records that came in and were not held
 * @param changed records that gained something
 * @param erased records that were erased by what came in
 */
public record ImportTotals(
        int files,
        int free,
        int toCompare,
        int refused,
        long erasing,
        int written,
        long fresh,
        long changed,
        long erased) {

    /** Whether it may be written without another question. */
    static boolean isFree(Arrival arrival) {
        return arrival.stage() == Stage.READY
                && arrival.seen() != null
                && arrival.seen().trusted();
    }

    static ImportTotals of(List<Arrival> arrivals) {
        int free = 0;
        int toCompare = 0;
        int refused = 0;
        int written = 0;
        Set<String> erasing = new HashSet<>();
        long fresh = 0;
        long changed = 0;
        long erased = 0;
        for (Arrival arrival : arrivals) {
            ImportResult result = arrival.result();
            if (isFree(arrival)) {
                free++;
                erasing.addAll(Objects.requireNonNull(arrival.seen()).erased());
            } else if (arrival.stage() == Stage.READY
                    && arrival.seen() != null
                    && arrival.seen().trust() == Trust.UNKNOWN) {
                toCompare++;
            } else if (arrival.stage() == Stage.REFUSED || arrival.stage() == Stage.TWIN) {
                refused++;
            } else if (arrival.stage() == Stage.WRITTEN && arrival.seen() != null && result != null) {
                written++;
                fresh += result.fresh();
                changed += result.changed();
                erased += result.erased();
            }
        }
        return new ImportTotals(
                arrivals.size(), free, toCompare, refused, erasing.size(), written, fresh, changed, erased);
    }
}
