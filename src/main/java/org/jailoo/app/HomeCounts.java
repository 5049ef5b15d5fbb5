package org.jailoo.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Lists.Count;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** Counts what a person wants to see first: how much there is, and what waits for them. */
public final class HomeCounts {
    private final Notebook notebook;

    public HomeCounts(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * The counts.
     *
     * @param types by type, in the order of the record types, those of which there is none too; then types that only a
     *     newer version knows. Deleted and purged records do not count
     * @param heldPurges purges that wait for a person
     * @param devices devices known by their cards, but for this one
     * @param trusted how many of them a person has compared
     * @param imported when a bundle last came in, a time of this laptop; null if never
     * @param exported when one was last written; null if never
     */
    public record Counts(
            Map<String, Count> types,
            long heldPurges,
            long devices,
            long trusted,
            @Nullable String imported,
            @Nullable String exported) {
        /** Records of all types in conflict. */
        public long inConflict() {
            return types.values().stream().mapToLong(Count::inConflict).sum();
        }

        /** Records of all types of which a part is missing. */
        public long incomplete() {
            return types.values().stream().mapToLong(Count::incomplete).sum();
        }
    }

    /** The counts as of now. */
    public Counts count() {
        return notebook.reading(at -> {
            SortedMap<String, Count> found = at.lists().counts();
            Map<String, Count> types = new LinkedHashMap<>();
            for (String type : at.schema().types().keySet()) {
                Count count = found.remove(type);
                types.put(type, count == null ? new Count(0, 0, 0) : count);
            }
            types.putAll(found);
            String self = notebook.device().deviceId();
            long devices = 0;
            long trusted = 0;
            for (Device device : at.devices().all()) {
                if (!device.card().deviceId().equals(self)) {
                    devices++;
                    trusted += device.trust() == Trust.TRUSTED ? 1 : 0;
                }
            }
            return new Counts(
                    types,
                    at.purges().held().size(),
                    devices,
                    trusted,
                    at.log().lastImported(),
                    at.log().lastHandedOver());
        });
    }
}
