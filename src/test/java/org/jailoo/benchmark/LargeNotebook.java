package org.jailoo.benchmark;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.RecordId;

/** Fills a notebook with so many invented interviews of a fifth as many people, in three campaigns with quotas. */
public final class LargeNotebook {
    private static final int AT_ONCE = 1_000;
    private static final int BYTES = 1_500;
    private static final List<String> SEXES = List.of("female", "male");
    private static final List<String> REGIONS = List.of("KG02000000000", "KG06000000000", "KG11000000000");

    private final Notebook notebook;
    private final SaveRecord save;
    private final Narratives narratives = new Narratives(1);
    private final Random random = new Random(1);

    public LargeNotebook(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.save = new SaveRecord(notebook, clock);
    }

    /** A word that stands in very many of the narratives for rank 0, in few for a great one. */
    public static String word(int rank) {
        return new Narratives(1).word(rank);
    }

    /** Fills it. */
    public void fill(int interviews) {
        List<String> campaigns = new ArrayList<>();
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<String, Json> campaign = new HashMap<>();
            campaign.put("title", Json.of("Талаа иши " + (2023 + i)));
            campaign.put("start", Json.of(String.valueOf(2023 + i)));
            for (String sex : SEXES) {
                campaign.put(
                        "quotas/" + RecordId.random(),
                        Json.object(Map.of("sex", Json.of(sex), "target", Json.of(interviews / 4L))));
            }
            campaigns.add(save("campaign", campaign));
        }
        inParts(interviews / 5 + 1, i -> people.add(save("participant", participant(i))));
        inParts(interviews, i -> save("interview", interview(i, campaigns, people)));
        inParts(
                interviews / 100 + 1,
                i -> save(
                        "recommendation",
                        Map.of(
                                "plan", Json.of("1"),
                                "number", Json.of((long) i + 1),
                                "text", Json.of(narratives.text(-i - 1, 200)))));
    }

    private interface Part {
        void at(int i);
    }

    private void inParts(int count, Part part) {
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            notebook.inTransaction(() -> {
                for (int i = first; i < Math.min(count, first + AT_ONCE); i++) {
                    part.at(i);
                }
                return count;
            });
        }
    }

    private String save(String type, Map<String, ? extends Json> values) {
        SaveRecord.Outcome outcome = save.save(save.open(type, null), Json.object(values));
        if (outcome instanceof SaveRecord.Saved saved) {
            return saved.form().record();
        }
        throw new IllegalStateException(outcome.toString());
    }

    private Map<String, Json> participant(int i) {
        return Map.of(
                "code", Json.of(String.format("P7-%05d", i)),
                "sex", Json.of(SEXES.get(random.nextInt(2))),
                "birthYear", Json.of(1950L + random.nextInt(55)),
                "place", place());
    }

    private Json place() {
        return Json.object(Map.of("adm1", Json.of(REGIONS.get(random.nextInt(3))), "settlement", Json.of("Кара-Суу")));
    }

    private Map<String, Json> interview(int i, List<String> campaigns, List<String> people) {
        Map<String, Json> values = new HashMap<>();
        values.put("code", Json.of(String.format("A7-%06d", i)));
        values.put("date", Json.of(LocalDate.of(2023, 1, 1).plusDays(i % 1000).toString()));
        values.put("campaign", Json.of(campaigns.get(i % 3)));
        values.put("category", Json.of("migrant"));
        values.put("participants/" + people.get(random.nextInt(people.size())), Json.TRUE);
        values.put("narrative", Json.of(narratives.text(i, BYTES)));
        if (i % 10 != 0) {
            values.put(
                    "consent",
                    Json.object(
                            Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of("keep", "statistics")))));
        }
        if (i % 7 != 0) {
            values.put("place", place());
        }
        values.put(
                "violations/" + RecordId.random(),
                Json.object(Map.of("code", Json.of("wage-delay"), "quote", Json.of(narratives.text(i, 80)))));
        return values;
    }
}
