/**
 * Consent, and the one place that decides what may leave.
 *
 * <p>Every table, workbook, print, copy and bundle asks {@link org.jailoo.consent.Disclosure}; where it says no, it says
 * why, so that the reader can be told what was left out. A record goes into an output closed, as a {@link
 * org.jailoo.consent.Guarded}, and comes out as a {@link org.jailoo.consent.Disclosed}: nothing else can be read there.
 */
@NullMarked
package org.jailoo.consent;

import org.jspecify.annotations.NullMarked;
