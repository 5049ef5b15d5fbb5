package org.jailoo.ui.home;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jailoo.ui.common.Texts;

/** Times as this laptop's clock shows them. */
final class When {
    private When() {}

    /** Day and time. */
    static String of(Texts texts, String time) {
        ZonedDateTime local = local(time);
        return local == null
                ? time
                : day(texts, time) + String.format(Locale.ROOT, ", %02d:%02d", local.getHour(), local.getMinute());
    }

    /** The day alone. */
    static String day(Texts texts, String time) {
        ZonedDateTime local = local(time);
        return local == null ? time : texts.labels().date(local.toLocalDate().toString());
    }

    private static @org.jspecify.annotations.Nullable ZonedDateTime local(String time) {
        try {
            return Instant.parse(time).atZone(ZoneId.systemDefault());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
