package org.jailoo.consent;

import java.time.LocalDate;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.history.RecordState;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * What an audience reads of records on a day: each record comes in closed and goes out as far as {@link Disclosure} lets
 * it, leaf by leaf.
 *
 * @param children what is known of the ages of participants; it may still grow while records are read
 */
public record Reading(Disclosure disclosure, Audience audience, LocalDate day, Children children) {
    /** Whether a record may be counted, and if not, why. */
    public Answer counting(Guarded record) {
        RecordState state = record.state();
        return disclosure.answer(Question.counting(state, day, children.among(state, day)));
    }

    /** What may be read of a record row by row. */
    public Disclosed shown(Guarded record) {
        return read(record, Use.KEEP);
    }

    /** What counting may look at; of a record about no person, what is shown of it. */
    public Disclosed counted(Guarded record) {
        RecordType type = disclosure.schema().type(record.type());
        return read(record, type == null || disclosure.aboutNoPerson(type) ? Use.KEEP : Use.STATISTICS);
    }

    private Disclosed read(Guarded record, Use use) {
        RecordState state = record.state();
        Question question = new Question(state, new Part.Counted(), use, audience, day, children.among(state, day));
        return new LeafByLeaf(disclosure, question).disclosed(record);
    }

    /** Whether this audience may ever see a part of a type: which columns there can be. */
    public boolean sees(String type, String field, @Nullable String member) {
        return disclosure.ofType(type, field, member, audience).isYes();
    }
}
