package org.jailoo.ui.form;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.app.RecordHistory.Writing;
import org.jspecify.annotations.Nullable;

/** Devices and times as a person reads them. */
public final class WhoWhen {
    private final Page page;

    public WhoWhen(Page page) {
        this.page = page;
    }

    public String writings(List<Writing> writings) {
        return writings.stream()
                .map(writing -> page.text("record.history.by", who(writing.who()), when(writing.time())))
                .collect(Collectors.joining(" · "));
    }

    public String who(Who who) {
        if (who.self()) {
            return page.text("record.history.self");
        }
        return who.name() == null ? who.fingerprint() : who.name();
    }

    /** A time as this laptop's clock would have shown it; the writer's clock may have been wrong. */
    public String when(@Nullable String time) {
        if (time == null) {
            return page.text("record.history.unknown-time");
        }
        try {
            ZonedDateTime local = Instant.parse(time).atZone(ZoneId.systemDefault());
            return page.labels().date(local.toLocalDate().toString()) + ", "
                    + String.format("%02d:%02d", local.getHour(), local.getMinute());
        } catch (DateTimeParseException e) {
            return time;
        }
    }
}
