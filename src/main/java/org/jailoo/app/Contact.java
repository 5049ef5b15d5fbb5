package org.jailoo.app;

import java.util.List;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jspecify.annotations.Nullable;

/**
 * Another device as this notebook knows it: when it was last heard of, what of it is here, what is missing, and what it is
 * not known to have.
 *
 * @param heard the last bundle or receipt that came from it; null if none ever did
 * @param silentDays whole days since then by this laptop's clock; of one never heard of, since it was trusted, where that
 *     is known; else 0
 * @param gaps what it says that it holds, and that is not here, by who wrote it
 * @param forks places where two revisions of it stand, or are on their way: its notebook was copied or set back
 * @param filesHere files that it lacks and that are held here
 * @param filesThere files that are named here and missing, and that it is known to hold
 * @param ahead what it is not known to have; null where it never said what it has, and nothing was handed over to it
 * @param namesake whether another device that is trusted or this one bears the same name
 */
public record Contact(
        Device device,
        @Nullable Heard heard,
        long silentDays,
        Written written,
        List<Gap> gaps,
        long forks,
        long filesHere,
        long filesThere,
        @Nullable Ahead ahead,
        List<Instance> instances,
        boolean namesake) {
    private static final int MOST = 7;

    public Contact {
        gaps = List.copyOf(gaps);
        instances = List.copyOf(instances);
    }

    /**
     * The last bundle that came from it.
     *
     * @param imported when, by this laptop's clock
     * @param created when it was written, by its own clock
     */
    public record Heard(String imported, String created) {}

    /**
     * What it wrote of what is here, by whichever way it came.
     *
     * @param latest the time that its latest revision states, by its own clock; null where no body of it is held
     */
    public record Written(
            long records, long revisions, @Nullable String latest) {}

    /**
     * Revisions that the device says it holds, did not keep back on purpose, and that are not here.
     *
     * @param writer who wrote them
     * @param from that writer's notebook
     * @param places their places in its sequence; never expanded
     */
    public record Gap(Who writer, Writer from, SeqRanges places) {
        public long revisions() {
            return places.count();
        }
    }

    /**
     * What of this notebook it is not known to have.
     *
     * @param records how many records hold something of that kind
     * @param oldest when the oldest of it came to stand here; null where it has all
     * @param handedOver when something was last handed over to it; null if never
     */
    public record Ahead(
            long records, @Nullable String oldest, @Nullable String handedOver) {}

    /**
     * A notebook file of the device that has said what it holds; a second one is there after a laptop was restored.
     *
     * @param created when it last spoke, by its own clock
     * @param imported when that came here; null where the bundle is not known any more
     */
    public record Instance(
            Writer writer, String created, @Nullable String imported, boolean retired) {}

    /** How much a person is needed: what is missing and keys that wait first, blocked laptops of which nothing is missing last. */
    public int need() {
        if (!gaps.isEmpty()) {
            return MOST;
        }
        if (device.trust() == Trust.BLOCKED) {
            return 0;
        }
        if (device.recipientWaits() || device.disputed()) {
            return MOST - 1;
        }
        if (device.trust() == Trust.UNKNOWN) {
            return 1;
        }
        if (silent() || forks > 0 || counted() > 1) {
            return MOST - 2;
        }
        if (heard == null) {
            return MOST - 3;
        }
        return ahead != null && ahead.handedOver() != null && ahead.records() > 0 ? MOST - 4 : 2;
    }

    /** How many revisions are missing that it says it holds. */
    public long missing() {
        return gaps.stream().mapToLong(Gap::revisions).sum();
    }

    /** Whether nothing of a trusted device came for too long. */
    public boolean silent() {
        return device.trust() == Trust.TRUSTED && silentDays >= DeviceContacts.SILENT_DAYS;
    }

    /** How many of its notebooks count. */
    public long counted() {
        return instances.stream().filter(each -> !each.retired()).count();
    }
}
