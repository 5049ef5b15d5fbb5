package org.jailoo.consent;

import java.time.LocalDate;
import org.jailoo.history.RecordState;

/**
 * One question to {@link Disclosure}: may this part of this record be used so, for these readers, on this day?
 *
 * @param child whether the asker knows a participant of the record to have been a child; see {@link Children}
 */
public record Question(RecordState record, Part part, Use use, Audience audience, LocalDate day, boolean child) {
    /** Whether a record may be counted. */
    public static Question counting(RecordState record, LocalDate day, boolean child) {
        return new Question(record, new Part.Counted(), Use.STATISTICS, Audience.PUBLIC, day, child);
    }

    /** The same about another use. */
    Question with(Use other) {
        return new Question(record, part, other, audience, day, child);
    }

    /** The same about another part. */
    Question about(Part other) {
        return new Question(record, other, use, audience, day, child);
    }
}
