package org.jailoo.history;

import org.jailoo.history.FormatException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * One change of one record, by one device (bundle.md §3).
 *
 * @param signature padded Base64 of 64 bytes, over {@link Header#signedBytes()}
 * @param content null for a purge, and for an edit whose body a purge destroyed
 */
public record Revision(
        Header header, String signature, @Nullable Content content) {
    /** The revision's id: 64 hex digits, derived from the header. */
    public String id() {
        return header.id();
    }

    /**
     * This revision, if its parts belong together.
     *
     * @throws FormatException {@code MALFORMED} for a purge with a body, {@code ALTERED} for a body that is not the one
     *     that the header names
     */
    public Revision checked() throws FormatException {
        if (content != null) {
            if (!header.isEdit()) {
                throw new FormatException(Fault.MALFORMED, "a purge with a body");
            }
            if (!content.hash().equals(header.bodyHash())) {
                throw new FormatException(Fault.ALTERED, "a body is not the one that its header names");
            }
        }
        return this;
    }
}
