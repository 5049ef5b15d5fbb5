package org.jailoo.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a quota of a campaign is filled; counted as its table in the workbook is.
 *
 * @param label what people call it; empty without
 * @param sex a code, empty for any
 * @param adm1 a code, empty for any region
 * @param ageFrom in years; 0 for any
 * @param ageTo in years; null without an upper end
 * @param target 0 where none was set
 * @param quantity the name of the number reached: it leads to those who were interviewed for it
 */
public record QuotaCount(
        String label,
        String sex,
        String adm1,
        long ageFrom,
        @Nullable Long ageTo,
        long target,
        long reached,
        Quantity quantity) {

    /**
     * The quotas of a campaign.
     *
     * @param start a date as precise as it was written, empty without; {@code end} likewise
     */
    public record OfCampaign(String campaign, String title, String start, String end, List<QuotaCount> quotas) {
        public OfCampaign {
            quotas = List.copyOf(quotas);
        }

        /**
         * Whether the campaign goes on, on a day given as ISO 8601. One that ends in a month goes on to its last day;
         * one without an end goes on.
         */
        public boolean isRunning(String day) {
            return (start.isEmpty() || start.compareTo(day) <= 0) && (end.isEmpty() || !isBefore(end, day));
        }

        private static boolean isBefore(String date, String day) {
            return date.compareTo(day.substring(0, Math.min(date.length(), day.length()))) < 0;
        }
    }
}
