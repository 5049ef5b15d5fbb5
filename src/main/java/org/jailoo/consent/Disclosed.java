package org.jailoo.consent;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.json.Json;

/** What may be read of a record by those who asked. Only {@link Reading} makes one. */
public final class Disclosed {
    private final Guarded guarded;
    private final Answer answer;
    private final SortedMap<String, Json> values;
    private final SortedMap<String, List<Json>> conflicts;
    private final Kept kept;

    /**
     * What was kept back of a record of which something is shown.
     *
     * @param conflicts the fields in conflict whose values may not be seen, a name for each path
     * @param quotations how many quotations were left out
     * @param sensitive whether anything else was left out
     * @param parts which fields, or members {@code field.member}, and why
     */
    record Kept(List<String> conflicts, int quotations, boolean sensitive, SortedMap<String, Answer> parts) {
        Kept {
            conflicts = List.copyOf(conflicts);
            parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        }
    }

    /** Nothing of a record, for a reason. */
    static Disclosed nothing(Guarded guarded, Answer answer) {
        return new Disclosed(
                guarded, answer, new TreeMap<>(), new TreeMap<>(), new Kept(List.of(), 0, false, new TreeMap<>()));
    }

    Disclosed(
            Guarded guarded,
            Answer answer,
            SortedMap<String, Json> values,
            SortedMap<String, List<Json>> conflicts,
            Kept kept) {
        this.guarded = guarded;
        this.answer = answer;
        this.values = values;
        this.conflicts = conflicts;
        this.kept = kept;
    }

    public String record() {
        return guarded.record();
    }

    public String type() {
        return guarded.type();
    }

    /** Yes if something of it may be read; else why nothing may. */
    public Answer answer() {
        return answer;
    }

    /** The values that may be read, by path; of groups and items the members that may. */
    public SortedMap<String, Json> values() {
        return values;
    }

    /** The values that stand beside each other, by path, where all of them may be read. */
    public SortedMap<String, List<Json>> conflicts() {
        return conflicts;
    }

    /** Whether anything in the record contradicts itself, whether it may be read or not. */
    public boolean contradicted() {
        return guarded.contradicted();
    }

    /** The fields in conflict whose values may not be read, a name for each path. */
    public List<String> keptConflicts() {
        return kept.conflicts();
    }

    /** How many quotations were left out for want of consent to be quoted. */
    public int quotationsLeftOut() {
        return kept.quotations();
    }

    /** What was left out of a record of which something is shown: fields, or members as {@code field.member}, and why. */
    public SortedMap<String, Answer> leftOut() {
        return kept.parts();
    }

    /** Whether something of it, though not all, was left out because it is for the team alone. */
    public boolean withoutSensitive() {
        return kept.sensitive();
    }
}
