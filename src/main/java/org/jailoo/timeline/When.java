package org.jailoo.timeline;

import org.jspecify.annotations.Nullable;

/**
 * What was understood of a phrase: an interval between partial dates, a recurrence, both, or nothing.
 *
 * @param from {@code 2023}, {@code 2023-09} or {@code 2023-09-15}; null where the beginning is open
 * @param to likewise; a partial date means its last day
 * @param every a code of the codebook {@code recurrence}, or null
 */
public record When(
        @Nullable String from,
        @Nullable String to,
        @Nullable String every) {
    /** Nothing was understood. */
    public static final When NOT_UNDERSTOOD = new When(null, null, null);

    public boolean isUnderstood() {
        return from != null || to != null || every != null;
    }
}
