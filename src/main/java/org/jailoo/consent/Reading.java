package org.jailoo.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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

    /**
     * What may be read of a testimony by those who get it for these uses: of it only what each of them grants. For none
     * it is what {@link #shown} is.
     */
    public Disclosed shared(Guarded testimony, Set<Use> uses) {
        RecordState state = testimony.state();
        Question question =
                new Question(state, new Part.Counted(), Use.KEEP, audience, day, children.among(state, day));
        return new LeafByLeaf(disclosure, question, uses).disclosed(testimony);
    }

    /** What goes along of one who speaks in a testimony: as far as that testimony may go, for she has no consent of her own. */
    public Disclosed besides(Guarded participant, Guarded testimony, Set<Use> uses) {
        Answer may = shared(testimony, uses).answer();
        return may.isYes() ? shared(participant, uses) : Disclosed.nothing(participant, may);
    }

    /** Whether the words of a testimony may be quoted for these uses. */
    public Answer quoting(Guarded testimony, Set<Use> uses) {
        RecordState state = testimony.state();
        Question words = new Question(
                state, Part.Value.whole("violations"), Use.KEEP, audience, day, children.among(state, day));
        Answer answer = disclosure.answer(words.about(new Part.Quotation("violations", List.of())));
        for (Use use : uses) {
            answer = answer.isYes()
                    ? disclosure.answer(words.about(new Part.Quotation("violations", List.of()))
                            .with(use))
                    : answer;
        }
        return answer;
    }

    private Disclosed read(Guarded record, Use use) {
        RecordState state = record.state();
        Question question = new Question(state, new Part.Counted(), use, audience, day, children.among(state, day));
        return new LeafByLeaf(disclosure, question, Set.of()).disclosed(record);
    }

    /** Whether this audience may ever see a part of a type: which columns there can be. */
    public boolean sees(String type, String field, @Nullable String member) {
        return disclosure.ofType(type, field, member, audience).isYes();
    }

    /** Whether counting for this audience may ever look at a part of a type. */
    public boolean counts(String type, String field, @Nullable String member) {
        return disclosure.ofCounting(type, field, member, audience).isYes();
    }
}
