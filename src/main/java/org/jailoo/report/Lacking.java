package org.jailoo.report;

import java.util.List;
import java.util.function.Predicate;
import org.jailoo.report.Cell.Count;

/** How many of the actions of a table say nothing about what its columns ask. */
final class Lacking {
    private Lacking() {}

    /** Of when, of who is responsible, and of the status. */
    static List<Missing> of(List<Shown> actions, Words words) {
        return List.of(
                missing(
                        words.text("table.plan.when"),
                        actions,
                        a -> Plans.timelines(a).stream()
                                .allMatch(t -> t.members().isEmpty()),
                        words),
                missing(
                        field(words, "responsible"),
                        actions,
                        a -> Plans.responsible(a).isEmpty(),
                        words),
                missing(field(words, "status"), actions, a -> a.text("status").isEmpty(), words));
    }

    /** Of a field that holds a text or a code. */
    static Missing field(String field, List<Shown> actions, Words words) {
        return missing(field(words, field), actions, a -> a.text(field).isEmpty(), words);
    }

    static Missing missing(String what, List<Shown> actions, Predicate<Shown> lacks, Words words) {
        return new Missing(
                words.text("table.missing.not-stated", what),
                new Count(actions.stream().filter(lacks).count()));
    }

    private static String field(Words words, String field) {
        return words.labels().field("recommendation", field);
    }
}
