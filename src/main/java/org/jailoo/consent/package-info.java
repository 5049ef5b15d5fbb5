/**
 * Consent, and the one place that decides what may leave.
 *
 * <p>Every table, workbook, print and copy asks {@link org.jailoo.consent.Disclosure}; where it says no, it says why,
 * so that the reader can be told what was left out.
 */
@NullMarked
package org.jailoo.consent;

import org.jspecify.annotations.NullMarked;
