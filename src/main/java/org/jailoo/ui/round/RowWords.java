package org.jailoo.ui.round;

import java.time.LocalDate;
import org.jailoo.app.Action;
import org.jailoo.app.RoundRow;
import org.jailoo.record.Progress;
import org.jailoo.timeline.Due.Standing;
import org.jailoo.timeline.Quarter;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** What a row of the round says, in words. */
final class RowWords {
    private final Texts texts;

    RowWords(Texts texts) {
        this.texts = texts;
    }

    /** Its plan and its number in it. */
    String place(Action action) {
        String plan = action.plan().isBlank()
                ? texts.text("round.row.no-plan")
                : action.plan().strip().matches("[0-9]+")
                        ? texts.text("round.row.plan", action.plan().strip())
                        : action.plan();
        Long number = action.number();
        return number == null ? plan : plan + " · " + texts.text("round.row.number", number.toString());
    }

    String group(Standing standing) {
        return switch (standing) {
            case OVERDUE -> texts.text("round.group.overdue");
            case THIS_QUARTER -> texts.text("round.group.this-quarter");
            case LATER -> texts.text("round.group.later");
            case UNDATED -> texts.text("round.group.undated");
        };
    }

    /** Until when, and as it was said; empty where nobody said it. */
    String due(RoundRow row) {
        LocalDate day = row.due().day();
        String said = row.action().when();
        if (day == null) {
            return said;
        }
        String until = texts.labels().date(day.toString());
        return said.isBlank() ? until : until + " (" + said + ")";
    }

    String quarter(Quarter quarter) {
        return texts.labels().quarter(quarter.text());
    }

    String status(String code) {
        return code.isEmpty()
                ? texts.text("round.entry.no-status")
                : texts.labels().code("actionStatus", code);
    }

    /** When something was noted, and what stood then. */
    String when(Progress progress) {
        Quarter quarter = progress.quarter();
        String when = quarter != null
                ? quarter(quarter)
                : progress.date().isEmpty() ? "" : texts.labels().date(progress.date());
        if (progress.status().isEmpty()) {
            return when;
        }
        return when.isEmpty() ? status(progress.status()) : when + " · " + status(progress.status());
    }

    /** That nothing had changed the last time, where that is all that was said then. */
    @Nullable
    String sameSince(RoundRow row) {
        Progress before = row.before();
        if (before == null || before.equals(row.last()) || !before.text().isBlank()) {
            return null;
        }
        Quarter quarter = before.quarter();
        return quarter == null ? null : texts.text("round.entry.last-same", quarter(quarter));
    }
}
