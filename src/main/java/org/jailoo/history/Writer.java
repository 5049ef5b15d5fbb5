package org.jailoo.history;

/**
 * The writer of a revision: one device in one database file.
 *
 * @param device 32 hex digits, from the device's public key
 * @param instance 32 hex digits, drawn for each database file
 */
public record Writer(String device, String instance) implements Comparable<Writer> {
    /** Reads {@code device/instance}. */
    public static Writer parse(String text) throws FormatException {
        if (text.length() != 65
                || text.charAt(32) != '/'
                || !Members.isHex(text.substring(0, 32), 32)
                || !Members.isHex(text.substring(33), 32)) {
            throw new FormatException(FormatException.Fault.MALFORMED, "writer");
        }
        return new Writer(text.substring(0, 32), text.substring(33));
    }

    @Override
    public int compareTo(Writer other) {
        int byDevice = device.compareTo(other.device);
        return byDevice != 0 ? byDevice : instance.compareTo(other.instance);
    }

    @Override
    public String toString() {
        return device + "/" + instance;
    }
}
