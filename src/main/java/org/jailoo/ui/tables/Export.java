package org.jailoo.ui.tables;

import org.jailoo.consent.Audience;
import org.jailoo.report.Content;
import org.jailoo.report.CsvSeparator;
import org.jspecify.annotations.Nullable;

/**
 * What the person wants written.
 *
 * @param csv what stands between the fields where the data are wanted as CSV; null for a workbook
 * @param campaign the id of the one campaign that it is about; null for the whole notebook
 */
public record Export(
        Content content,
        @Nullable CsvSeparator csv,
        Audience audience,
        String language,
        @Nullable String campaign) {
    /** Whether what people said, or codes that lead to them, stand in it. */
    boolean holdsPeople() {
        return audience == Audience.TEAM;
    }
}
