package org.jailoo.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.app.ExportBundle.Told;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosed;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.consent.Guarded;
import org.jailoo.consent.Reading;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Revisions.Brief;

/**
 * Counts what lies in a file that anybody can read and would be shown to nobody, or to the team alone. A bundle carries
 * whole histories, and what it must carry is not for us to leave out: so it is said.
 */
final class Openly {
    /** Of these the type alone decides, unless the team itself may not see the record. */
    private static final Set<String> ASKED = Set.of("interview", "focusGroup");

    private final Notebook notebook;
    private final Disclosure disclosure;
    private final Reading team;
    private final Map<String, Map<Answer, Long>> counts = new TreeMap<>();

    Openly(Notebook notebook, LocalDate day) {
        this.notebook = notebook;
        this.disclosure = new Disclosure(notebook.schema());
        this.team = new Reading(disclosure, Audience.TEAM, day, Children.UNKNOWN);
    }

    void take(String record) {
        Brief brief = notebook.revisions().brief(record);
        if (brief == null || brief.purged()) {
            return;
        }
        Answer why = ASKED.contains(brief.type())
                ? notebook.revisions()
                        .visible(record)
                        .map(state -> team.shown(new Guarded(state)))
                        .map(Disclosed::answer)
                        .orElse(Answer.YES)
                : Answer.YES;
        if (why.isYes()) {
            why = disclosure.toEverybody(brief.type());
        }
        if (!why.isYes()) {
            counts.computeIfAbsent(brief.type(), t -> new EnumMap<>(Answer.class))
                    .merge(why, 1L, Long::sum);
        }
    }

    List<Told> told() {
        List<Told> told = new ArrayList<>();
        counts.forEach((type, byReason) -> byReason.forEach((why, n) -> told.add(new Told(type, why, n))));
        return told;
    }
}
