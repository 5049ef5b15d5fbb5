package org.jailoo.bundle;

/** What the reader of a bundle thinks of devices. */
@FunctionalInterface
public interface Trust {
    /** What a person decided about a device. */
    enum Standing {
        /** Nobody decided anything. */
        UNKNOWN,
        /** Its bundles are taken. */
        TRUSTED,
        /** Its bundles are refused, whatever else is said. */
        BLOCKED
    }

    /** How the device of this id stands. */
    Standing of(String deviceId);
}
