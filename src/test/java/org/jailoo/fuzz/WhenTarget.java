package org.jailoo.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jailoo.record.Codebook;
import org.jailoo.record.DateText;
import org.jailoo.timeline.Due;
import org.jailoo.timeline.When;
import org.jailoo.timeline.WhenPhrase;
import org.jspecify.annotations.Nullable;

/** The reader of phrases that say a time. */
public final class WhenTarget {
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 6);

    private WhenTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(WhenTarget::take, input);
    }

    private static void take(byte[] input) {
        String said = new String(input, StandardCharsets.UTF_8);
        for (int year : new int[] {0, 2024, 9999}) {
            When when = WhenPhrase.read(said, year);
            date(when.from());
            date(when.to());
            String every = when.every();
            Codebook codes = Fields.SCHEMA.codebook("recurrence");
            Promise.holds(every == null || (codes != null && codes.contains(every)), "a code of how often: " + every);
            LocalDate first = when.from() == null ? null : Due.firstDay(when.from());
            LocalDate last = when.to() == null ? null : Due.lastDay(when.to());
            Promise.holds(
                    first == null || last == null || !last.isBefore(first),
                    "an interval ends after it begins: " + when);
            Promise.holds(Due.of(when.from(), when.to(), every, TODAY) != null, "it is due or it is not");
        }
    }

    private static void date(@Nullable String date) {
        Promise.holds(date == null || DateText.isDate(date), "a real date: " + date);
    }
}
