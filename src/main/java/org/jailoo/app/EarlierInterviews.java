package org.jailoo.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jailoo.person.Links;
import org.jspecify.annotations.Nullable;

/**
 * What the notebook knows of earlier conversations with a person. It asks the search index for the marks that records
 * leave there, so that it reads the few records in question and never all of them.
 */
public final class EarlierInterviews {
    /** As many as a person looks through. */
    private static final int MOST = 20;
    /** As many candidates as are read to find those. */
    private static final int CANDIDATES = 200;

    private static final String INTERVIEW = "interview";
    private static final String PARTICIPANT = "participant";

    private final Notebook notebook;

    public EarlierInterviews(Notebook notebook) {
        this.notebook = notebook;
    }

    /** What of a participant tells how old she is. */
    public record Born(@Nullable Long year, @Nullable String ageBand) {}

    /** An interview that names a person, or a record that stands for the same one. */
    public record Earlier(Lists.Row row, String settlement) {}

    /** What is known before a participant is added. */
    public record Sketch(
            @Nullable String sex,
            @Nullable Long birthYear,
            @Nullable String adm1,
            @Nullable String settlement) {}

    /** When some participants were born, as far as it is known, by their ids. */
    public Map<String, Born> born(Collection<String> participants) {
        return notebook.reading(at -> {
            Map<String, Born> born = new LinkedHashMap<>();
            for (String participant : participants) {
                at.revisions().visible(participant).ifPresent(state -> {
                    Json.Obj values = new Json.Obj(state.values());
                    born.put(participant, new Born(values.integer("birthYear"), values.text("ageBand")));
                });
            }
            return born;
        });
    }

    /** The other interviews that name a participant, or one that is said to be the same person; the latest first. */
    public List<Earlier> of(String participant, String except) {
        return notebook.reading(at -> {
            Set<String> found = new LinkedHashSet<>();
            for (String person : samePerson(at, participant)) {
                found.addAll(at.search().naming(INTERVIEW, person, CANDIDATES));
            }
            found.remove(except);
            List<Earlier> earlier = new ArrayList<>();
            for (String record : found) {
                Lists.Row row = at.lists().find(record);
                if (row != null && !row.deleted() && !row.purged()) {
                    earlier.add(new Earlier(
                            row,
                            at.revisions()
                                    .visible(record)
                                    .map(EarlierInterviews::settlement)
                                    .orElse("")));
                }
            }
            earlier.sort((a, b) -> b.row().day().compareTo(a.row().day()));
            return earlier.size() > MOST ? List.copyOf(earlier.subList(0, MOST)) : List.copyOf(earlier);
        });
    }

    /** A participant and those whom she is said to be, as the counts take them: see {@link Links}. */
    private static Set<String> samePerson(Snapshot at, String participant) {
        Links links = new Links();
        Set<String> asked = new LinkedHashSet<>(Set.of(participant));
        List<String> ask = new ArrayList<>(asked);
        while (!ask.isEmpty() && asked.size() <= MOST) {
            String one = ask.remove(0);
            Set<String> next = new LinkedHashSet<>(LinkedRecords.take(at, one, links));
            for (String other : at.search().naming(PARTICIPANT, one, MOST)) {
                if (LinkedRecords.take(at, other, links).contains(one)) {
                    next.add(other);
                }
            }
            for (String other : next) {
                if (asked.add(other)) {
                    ask.add(other);
                }
            }
        }
        return links.groups().of(participant);
    }

    /**
     * Participants who may be the person that is being added: born within a year of her, of her sex where both are
     * known, and from her settlement or region; the most alike first.
     */
    public List<Earlier> alike(Sketch her) {
        Long year = her.birthYear();
        if (year == null || (her.adm1() == null && her.settlement() == null)) {
            return List.of();
        }
        return notebook.reading(at -> {
            List<String> years = List.of("" + (year - 1), "" + year, "" + (year + 1));
            List<String> found = at.search().born(years, her.settlement(), her.adm1(), CANDIDATES);
            List<Earlier> alike = new ArrayList<>();
            for (String record : found) {
                RecordState state = at.revisions().visible(record).orElse(null);
                Lists.Row row = at.lists().find(record);
                if (state == null || row == null || row.deleted() || row.purged()) {
                    continue;
                }
                String sex = new Json.Obj(state.values()).text("sex");
                if (sex == null || her.sex() == null || sex.equals(her.sex())) {
                    alike.add(new Earlier(row, settlement(state)));
                }
            }
            return alike.size() > MOST ? List.copyOf(alike.subList(0, MOST)) : List.copyOf(alike);
        });
    }

    private static String settlement(RecordState state) {
        String settlement = state.values().get("place") instanceof Json.Obj place ? place.text("settlement") : null;
        return settlement == null ? "" : settlement;
    }
}
