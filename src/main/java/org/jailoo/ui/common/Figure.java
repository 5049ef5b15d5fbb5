package org.jailoo.ui.common;

import org.jailoo.consent.Audience;
import org.jailoo.report.CrossQuery;
import org.jailoo.report.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A number that stands on a screen and can be opened into its records.
 *
 * @param value as it is
 * @param from where it stands, in the words of the language that is on: the table, the row, the column
 * @param audience for whom the table was made
 * @param language in which it was made, as ISO 639-1
 * @param query the question that a cross-tab answers; null for a number of any other table
 */
public record Figure(
        long value,
        String from,
        Quantity quantity,
        Audience audience,
        String language,
        @Nullable CrossQuery query) {}
