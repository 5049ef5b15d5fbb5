package org.jailoo.report;

import java.time.LocalDate;
import org.jailoo.consent.Audience;

/**
 * For whom, on which day and in which language tables are made.
 *
 * @param today the day on which consents must stand
 */
public record Asked(Audience audience, LocalDate today, Words words) {}
