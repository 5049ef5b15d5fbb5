package org.jailoo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jailoo.history.Chronicle.Change;
import org.jailoo.history.Chronicle.Contender;
import org.jailoo.history.Chronicle.Step;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** What people are told of a record's past is what the states of that past were. */
class ChronicleTest {
    private static final int SEEDS = "long".equals(System.getProperty("jailoo.size")) ? 5_000 : 400;

    private static List<Step> steps(Story story, Map<String, String> times) {
        return Chronicle.of(story.notebook.held(Story.RECORD)).latest(99, times);
    }

    private static List<String> names(Story story, List<Step> steps) {
        return steps.stream()
                .map(s -> List.of("a", "b", "c", "d").stream()
                        .filter(n -> story.id(n).equals(s.header().id()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @Test
    void eachEditShowsWhatItsWriterSawAndWhatTheyWrote() {
        Story story = new Story()
                .edit("a", "", "{'code':'1','languages/ky':true}")
                .edit("b", "a", "{'code':'2'}")
                .edit("c", "a", "{'code':'3','languages/ky':null}")
                .edit("d", "b c", "{'code':'4','languages/ky':true}");
        List<Step> steps = steps(story, Map.of(story.id("b"), "2", story.id("c"), "1"));
        assertThat(names(story, steps)).containsExactly("d", "b", "c", "a");
        assertThat(steps).extracting(Step::head).containsExactly(true, false, false, false);
        assertThat(steps.get(0).changes().get(0).before()).containsExactlyInAnyOrder(Json.of("2"), Json.of("3"));
        assertThat(steps.get(0).changes().get(1)).isEqualTo(new Change("languages/ky", List.of(), Json.TRUE));
        assertThat(steps.get(1).changes()).containsExactly(new Change("code", List.of(Json.of("1")), Json.of("2")));
        assertThat(steps.get(3).changes().get(0)).isEqualTo(new Change("code", List.of(), Json.of("1")));
    }

    @Test
    void aLaptopWithAWrongClockStillStandsAfterWhatItKnew() {
        Story story = new Story()
                .edit("a", "", "{'code':'1'}")
                .edit("b", "a", "{'code':'2'}")
                .edit("c", "b", "{'code':'3'}")
                .edit("d", "a", "{'code':'4'}");
        Map<String, String> times = Map.of(story.id("a"), "2024", story.id("b"), "1970", story.id("d"), "2023");
        assertThat(names(story, steps(story, times))).containsExactly("d", "c", "b", "a");
    }

    @Test
    void aDeletionThatOthersDidNotKnowStandsAgainstTheirWriting() {
        Story story = new Story()
                .edit("a", "", "{'code':'1'}")
                .edit("b", "a", "{'deleted':true}")
                .edit("c", "a", "{'code':'2'}")
                .edit("d", "c", "{'code':'3'}");
        Chronicle chronicle = Chronicle.of(story.notebook.held(Story.RECORD));
        assertThat(chronicle.conflicts().get("deleted"))
                .containsExactly(
                        new Contender(Json.NULL, true, List.of(story.id("d"))),
                        new Contender(Json.TRUE, false, List.of(story.id("b"))));
    }

    @Test
    void ofALongHistoryTheLatestAreToldAndQuickly() {
        Story story = new Story().edit("0", "", "{'code':'0'}");
        for (int i = 1; i < 3_000; i++) {
            story.edit(String.valueOf(i), String.valueOf(i - 1), "{'code':'" + i + "'}");
        }
        long start = System.nanoTime();
        List<Step> latest = Chronicle.of(story.notebook.held(Story.RECORD)).latest(100, Map.of());
        assertThat(latest).hasSize(100);
        assertThat(latest.get(0).changes())
                .containsExactly(new Change("code", List.of(Json.of("2998")), Json.of("2999")));
        System.out.printf("100 of 3,000 edits: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    @Test
    void conflictsAndWhatStoodBeforeAreThoseOfTheStates() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Histories.History history = Histories.play(seed);
            NotebookModel all = history.notebooks().get(history.notebooks().size() - 1);
            for (String record : all.records()) {
                if (!all.isPurged(record) && all.held(record).size() <= 70) {
                    holds(history.toString(), List.copyOf(all.held(record)), seen);
                }
            }
        }
        assertThat(seen).contains("conflict", "settled", "cleared", "unknown deletion", "changed");
    }

    private static void holds(String seed, List<Held> held, Set<String> seen) {
        Optional<RecordState> state = Derivation.derive(held, false);
        if (state.isEmpty()) {
            return;
        }
        Chronicle chronicle = Chronicle.of(held);
        Map<String, Set<Json>> conflicts = new HashMap<>();
        chronicle.conflicts().forEach((path, contenders) -> {
            conflicts.put(path, contenders.stream().map(Contender::value).collect(Collectors.toSet()));
            assertThat(contenders.get(0).shown()).as(seed).isTrue();
            assertThat(contenders.stream().filter(Contender::shown)).as(seed).hasSize(1);
            Json shown = state.get().values().getOrDefault(path, Json.NULL);
            boolean alive = path.equals("deleted") && contenders.get(0).value().equals(Json.NULL);
            if (alive) {
                seen.add("unknown deletion");
            } else {
                assertThat(contenders.get(0).value()).as(seed + path).isEqualTo(shown);
            }
            seen.add("conflict");
        });
        Map<String, Set<Json>> wanted = new HashMap<>();
        state.get().conflicts().forEach((path, values) -> wanted.put(path, Set.copyOf(values)));
        assertThat(conflicts).as(seed).isEqualTo(wanted);

        Map<String, Held> byId = new HashMap<>();
        held.forEach(h -> byId.merge(h.header().id(), h, (a, b) -> a.body() == null ? b : a));
        List<Step> steps = chronicle.latest(Integer.MAX_VALUE, Map.of());
        assertThat(steps).as(seed).hasSize(chronicle.size());
        Set<String> told = new TreeSet<>();
        for (Step step : steps) {
            assertThat(Collections.disjoint(told, step.header().parents()))
                    .as(seed + ": what it was made on comes after")
                    .isTrue();
            told.add(step.header().id());
            Optional<RecordState> before = Derivation.derive(ancestors(step, byId), false);
            for (Change change : step.changes()) {
                // A deletion's conflict with those who did not know of it is of the whole record, not of the path.
                if (!change.path().equals("deleted")) {
                    assertThat(Set.copyOf(change.before()))
                            .as(seed + change.path())
                            .isEqualTo(stood(before, change.path()));
                }
                seen.add(
                        change.before().size() > 1 ? "settled" : change.before().isEmpty() ? "new" : "changed");
                if (change.after().equals(Json.NULL)) {
                    seen.add("cleared");
                }
            }
        }
    }

    private static Set<Json> stood(Optional<RecordState> before, String path) {
        if (before.isEmpty()) {
            return Set.of();
        }
        List<Json> conflict = before.get().conflicts().get(path);
        Json value = before.get().values().get(path);
        return conflict != null ? Set.copyOf(conflict) : value != null ? Set.of(value) : Set.of();
    }

    private static Set<Held> ancestors(Step step, Map<String, Held> byId) {
        Set<Held> ancestors = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(step.header().parents());
        for (String id = open.poll(); id != null; id = open.poll()) {
            Held held = byId.get(id);
            if (held != null && held.header().isEdit() && ancestors.add(held)) {
                open.addAll(held.header().parents());
            }
        }
        return ancestors;
    }
}
