package org.jailoo.ui.meeting;

import org.jailoo.timeline.When;
import org.jailoo.ui.common.Texts;

/** What was understood of a time, in a sentence. */
final class WhenWords {
    private final Texts texts;

    WhenWords(Texts texts) {
        this.texts = texts;
    }

    /** An interval and a recurrence, as: from September 2023 – no end, monthly. */
    String of(When when) {
        String every = when.every() == null ? "" : texts.labels().code("recurrence", when.every());
        if (when.from() == null && when.to() == null) {
            return every;
        }
        String dates = when.to() == null
                ? texts.text("meeting.when.no-end", texts.labels().dates(when.from(), null))
                : texts.labels().dates(when.from(), when.to());
        return every.isEmpty() ? dates : texts.text("meeting.when.both", dates, every);
    }

    /** What is said below the words; empty where there is nothing to say. */
    String note(WhenModel model) {
        return switch (model.standing()) {
            case NOTHING -> "";
            case UNDERSTOOD -> texts.text("meeting.when.understood", of(model.understood()));
            case NOT_UNDERSTOOD -> texts.text("meeting.when.not-understood");
            case NO_YEAR -> texts.text("meeting.when.no-year");
            case BY_HAND -> texts.text("meeting.when.by-hand", of(model.understood()));
        };
    }
}
