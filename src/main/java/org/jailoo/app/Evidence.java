package org.jailoo.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.consent.Part;
import org.jailoo.consent.Question;
import org.jailoo.consent.Use;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;

/** Tells what recommendations rest on: the testimonies that one names, and the recommendations that name a testimony. */
public final class Evidence {
    /** As many as a person looks through. */
    private static final int MOST = 200;

    private static final String RECOMMENDATION = "recommendation";
    private static final String EVIDENCE = "evidence/";
    private static final String VIOLATIONS = "violations/";

    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public Evidence(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A testimony that something rests on.
     *
     * @param adm1 the code of its region; empty without
     * @param settlement as it was written; empty without
     * @param violations their codes, each once
     * @param consent whether it may be read today, and if not, why
     */
    public record Support(Lists.Row row, String adm1, String settlement, List<String> violations, Answer consent) {
        public Support {
            violations = List.copyOf(violations);
        }
    }

    /**
     * A recommendation that rests on a testimony.
     *
     * @param text of it, as it was written
     */
    public record Resting(Lists.Row row, String text) {}

    /** Some testimonies, in the order asked for; what is deleted, erased or not here is left out. */
    public List<Support> of(Collection<String> interviews) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return notebook.reading(at -> {
            List<Support> found = new ArrayList<>();
            for (String interview : interviews) {
                Lists.Row row = at.lists().find(interview);
                if (row != null && !row.deleted() && !row.purged()) {
                    at.revisions().visible(interview).ifPresent(state -> found.add(support(at, row, state, today)));
                }
            }
            return found;
        });
    }

    private static Support support(Snapshot at, Lists.Row row, RecordState state, LocalDate today) {
        boolean child = FileConsent.children(at, state).among(state, today);
        Answer consent = new Disclosure(at.schema())
                .answer(new Question(state, Part.Value.whole("narrative"), Use.KEEP, Audience.TEAM, today, child));
        Json.Obj place = state.values().get("place") instanceof Json.Obj there ? there : Json.object();
        TreeSet<String> codes = new TreeSet<>();
        state.values().tailMap(VIOLATIONS).entrySet().stream()
                .takeWhile(e -> e.getKey().startsWith(VIOLATIONS))
                .forEach(e -> {
                    String code = e.getValue() instanceof Json.Obj item ? item.text("code") : null;
                    if (code != null) {
                        codes.add(code);
                    }
                });
        return new Support(row, text(place, "adm1"), text(place, "settlement"), List.copyOf(codes), consent);
    }

    private static String text(Json.Obj place, String member) {
        String text = place.text(member);
        return text == null ? "" : text;
    }

    /** The recommendations that name a testimony, by plan and number. */
    public List<Resting> restingOn(String interview) {
        return notebook.reading(at -> {
            List<Resting> found = new ArrayList<>();
            for (String record : at.search().naming(RECOMMENDATION, interview, MOST)) {
                Lists.Row row = at.lists().find(record);
                RecordState state = at.revisions().visible(record).orElse(null);
                if (row != null
                        && state != null
                        && !state.deleted()
                        && !state.purged()
                        && Json.TRUE.equals(state.values().get(EVIDENCE + interview))) {
                    found.add(new Resting(row, text(new Json.Obj(state.values()), "text")));
                }
            }
            found.sort((a, b) -> a.row().code().compareTo(b.row().code()));
            return found;
        });
    }
}
