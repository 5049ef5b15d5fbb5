package org.jailoo.ui.meeting;

import java.util.Locale;
import org.jailoo.pasted.PlanColumns.Kind;
import org.jailoo.ui.common.Texts;

/** What the columns of an action plan are called. */
final class ColumnNames {
    private final Texts texts;

    ColumnNames(Texts texts) {
        this.texts = texts;
    }

    String of(Kind kind) {
        return texts.text(
                switch (kind) {
                    case NUMBER -> "meeting.plan.number";
                    case TEXT -> "meeting.plan.text";
                    case WHEN -> "meeting.plan.when";
                    case RESPONSIBLE -> "meeting.plan.responsible";
                    case ACTION -> "meeting.plan.action";
                    case STATUS -> "meeting.plan.status";
                    case NONE -> "meeting.plan.none";
                });
    }

    /** The part of a node's id that names a column. */
    static String id(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
