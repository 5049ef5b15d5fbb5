package org.jailoo.app;

import java.util.List;
import java.util.Optional;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;

/**
 * What was last handed over to a device: everything that had arrived in this notebook by then. Whether it was received
 * is another matter, which only the receiver can say.
 *
 * @param upTo the number of the last arrival that went along
 * @param time when the bundle was written, by this laptop's clock
 */
record HandedOver(long upTo, String time) {
    private static final String SETTING = "handover.";

    /** Remembers it, in the transaction that writes the bundle. */
    static void remember(Notebook notebook, List<String> devices, String time) {
        remember(notebook, devices, new HandedOver(notebook.arrivals().last(), time));
    }

    /** Remembers what went along earlier, once it lies where it was to go. */
    static void remember(Notebook notebook, List<String> devices, HandedOver handed) {
        String value = handed.upTo() + " " + handed.time();
        devices.forEach(device -> notebook.settings().put(SETTING + device, value));
    }

    static Optional<HandedOver> to(Snapshot at, String device) {
        return at.settings()
                .get(SETTING + device)
                .map(value -> value.split(" "))
                .map(parts -> new HandedOver(Long.parseLong(parts[0]), parts[1]));
    }
}
