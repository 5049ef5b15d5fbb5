package org.jailoo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** What one more edit has to write so that others count for nothing: numbered cases, then seeded histories. */
class ReversalTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int SEEDS = LONG ? 20_000 : 400;
    private static final String RECORD = "11111111-1111-4111-8111-111111111111";
    private static final Writer ANYBODY = new Writer("a".repeat(32), "b".repeat(32));

    private final Map<String, Held> held = new TreeMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private long seq;

    /** An edit under a name, made on others; {@code theirs} of the import in question. */
    private void edit(String name, boolean theirs, String made, Object... changes) {
        List<String> parents = made.isEmpty()
                ? List.of()
                : List.of(made.split(" ")).stream().map(ids::get).sorted().toList();
        TreeMap<String, Json> body = new TreeMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], json(changes[i + 1]));
        }
        Header header = Header.edit(RECORD, "interview", parents, ANYBODY, ++seq, "c".repeat(64));
        held.put(header.id(), new Held(header, new Json.Obj(body)));
        ids.put(name, header.id());
        if (theirs) {
            taken.add(header.id());
        }
    }

    private static Json json(Object value) {
        return value.equals("-") ? Json.NULL : value.equals("true") ? Json.TRUE : Json.of((String) value);
    }

    private void writes(Object... expected) {
        TreeMap<String, Json> body = new TreeMap<>();
        for (int i = 0; i < expected.length; i += 2) {
            body.put((String) expected[i], json(expected[i + 1]));
        }
        assertThat(Reversal.of(held.values(), taken).writes()).isEqualTo(body);
    }

    private void stays(String... paths) {
        assertThat(Reversal.of(held.values(), taken).stays()).containsExactly(paths);
    }

    @Test
    void case1aNewRecordIsDeleted() {
        edit("n", true, "", "code", "x");
        edit("m", true, "n", "code", "y");
        writes("deleted", "true");
    }

    @Test
    void case2aValueIsAgainWhatItWas() {
        edit("a", false, "", "code", "old", "summary", "s");
        edit("t", true, "a", "code", "new");
        writes("code", "old");
        stays();
    }

    @Test
    void case3aValueThatWasNotThereIsCleared() {
        edit("a", false, "", "code", "old");
        edit("t", true, "a", "summary", "new");
        writes("summary", "-");
    }

    @Test
    void case4whatOthersWroteOnTopStays() {
        edit("a", false, "", "code", "old", "summary", "s");
        edit("t", true, "a", "code", "new", "summary", "new");
        edit("c", false, "t", "code", "mine");
        writes("summary", "s");
    }

    @Test
    void case5aContradictionOfTheirsEndsWithWhatStoodBesideIt() {
        edit("a", false, "", "code", "old");
        edit("b", false, "a", "code", "mine");
        edit("t", true, "a", "code", "theirs");
        writes("code", "mine");
    }

    @Test
    void case6whatWasInConflictWithoutThemIsForAPerson() {
        edit("a", false, "", "code", "one");
        edit("b", false, "", "code", "two");
        edit("t", true, "a b", "code", "three");
        writes();
        stays("code");
    }

    @Test
    void case7aConflictThatTheyHadNoPartInIsNotTouched() {
        edit("a", false, "", "code", "one");
        edit("b", false, "", "code", "two");
        edit("t", true, "a b", "summary", "three");
        writes("summary", "-");
        stays();
    }

    @Test
    void case8theSameValueNeedsNoEdit() {
        edit("a", false, "", "code", "same");
        edit("t", true, "a", "code", "same");
        writes();
        stays();
    }

    @Test
    void case9theirDeletionGoes() {
        edit("a", false, "", "code", "x");
        edit("t", true, "a", "deleted", "true");
        writes("deleted", "-");
    }

    @Test
    void case10aDeletionThatTheyContradictedStandsAgain() {
        edit("a", false, "", "code", "x");
        edit("d", false, "a", "deleted", "true");
        edit("t", true, "a", "code", "y");
        writes("code", "x", "deleted", "true");
    }

    @Test
    void case11throughTheirsItIsStillKnownWhoKnewOfWhom() {
        edit("a", false, "", "code", "old", "summary", "s");
        edit("t", true, "a", "summary", "new");
        edit("c", false, "t", "code", "mine");
        edit("u", true, "c", "code", "again");
        writes("code", "mine", "summary", "s");
    }

    @Test
    void case12theBodyOfOneThatIsNotTheirsMayBeMissing() {
        edit("a", false, "", "code", "old");
        edit("t", true, "a", "code", "new");
        held.computeIfPresent(ids.get("a"), (id, was) -> new Held(was.header(), null));
        writes("code", "-");
    }

    @Test
    void case13whatWasReversedOnceNeedsNothingMore() {
        edit("n", true, "", "code", "x");
        edit("r", false, "n", "deleted", "true");
        writes();
        stays();
    }

    // ---- against an oracle

    @Test
    void randomHistoriesAreAfterItWhatTheyWouldBeWithout() {
        long written = 0;
        long left = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            for (NotebookModel notebook : Histories.play(seed).notebooks()) {
                for (String record : notebook.records()) {
                    List<Held> all = notebook.asCame(record);
                    // One edit joins no more heads than it may name.
                    if (Derivation.derive(all, false)
                            .filter(state -> state.heads().size() <= Header.MAX_PARENTS)
                            .isPresent()) {
                        Oracle oracle = new Oracle(all, some(all, random));
                        try {
                            Reversal.Answer answer = Reversal.of(all, oracle.taken);
                            oracle.holds(answer);
                            written += answer.writes().size();
                            left += answer.stays().size();
                        } catch (AssertionError e) {
                            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
                        }
                    }
                }
            }
        }
        System.out.println("reversals: " + SEEDS + " histories, " + written + " paths written, " + left + " left");
        assertThat(written).isPositive();
        assertThat(left).isPositive();
    }

    /** What one writer wrote, or just any. */
    private static Set<String> some(List<Held> all, Random random) {
        Set<String> some = new HashSet<>();
        Writer writer = all.get(random.nextInt(all.size())).header().writer();
        boolean whole = random.nextBoolean();
        for (Held each : all) {
            if (whole ? each.header().writer().equals(writer) : random.nextInt(3) == 0) {
                some.add(each.header().id());
            }
        }
        return some;
    }

    /** Slow and obvious: ancestors by walking, and every path by itself. */
    private static final class Oracle {
        private final Map<String, Held> edits = new HashMap<>();
        private final List<Held> all;
        private final Set<String> taken;
        private final RecordState before;

        Oracle(List<Held> all, Set<String> taken) {
            this.all = all;
            this.taken = taken;
            all.stream()
                    .filter(h -> h.header().isEdit())
                    .forEach(h -> edits.put(h.header().id(), h));
            this.before = Derivation.derive(all, false).orElseThrow();
        }

        private Held edit(String id) {
            return Objects.requireNonNull(edits.get(id));
        }

        private Json value(String id, String path) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(edit(id).body()).get(path));
        }

        private Set<String> ancestors(String id) {
            Set<String> ancestors = new HashSet<>();
            List<String> open = new ArrayList<>(List.of(id));
            while (!open.isEmpty()) {
                for (String parent : edit(open.remove(open.size() - 1)).header().parents()) {
                    if (edits.containsKey(parent) && ancestors.add(parent)) {
                        open.add(parent);
                    }
                }
            }
            return ancestors;
        }

        private Set<String> maximal(String path, Set<String> without) {
            Set<String> writes = new HashSet<>();
            edits.forEach((id, edit) -> {
                if (!without.contains(id) && edit.body() != null && edit.body().get(path) != null) {
                    writes.add(id);
                }
            });
            Set<String> maximal = new HashSet<>(writes);
            writes.forEach(id -> maximal.removeAll(ancestors(id)));
            return maximal;
        }

        private Set<Json> values(String path, Set<String> writes) {
            Set<Json> values = new HashSet<>();
            writes.forEach(id -> values.add(value(id, path)));
            return values.isEmpty() ? Set.of(Json.NULL) : values;
        }

        void holds(Reversal.Answer answer) {
            RecordState after = after(answer);
            if (taken.containsAll(edits.keySet())) {
                assertThat(after.deleted()).isTrue();
                return;
            }
            Set<String> deletions = maximal("deleted", taken);
            if (before.deleted()
                    && values("deleted", deletions).equals(Set.of(Json.TRUE))
                    && unknowing(deletions).isEmpty()) {
                assertThat(answer.writes()).isEmpty();
                return;
            }
            Set<String> paths = new TreeSet<>();
            edits.values().stream()
                    .filter(e -> e.body() != null)
                    .forEach(e -> paths.addAll(e.body().members().keySet()));
            paths.remove("deleted");
            for (String path : paths) {
                Set<Json> without = values(path, maximal(path, taken));
                boolean theirs = maximal(path, Set.of()).stream().anyMatch(taken::contains);
                if (theirs && without.size() == 1) {
                    assertThat(after.conflicts()).as(path).doesNotContainKey(path);
                    assertThat(Set.of(after.values().getOrDefault(path, Json.NULL)))
                            .as(path)
                            .isEqualTo(without);
                } else {
                    same(path, after);
                }
                assertThat(answer.stays().contains(path)).as(path).isEqualTo(theirs && without.size() > 1);
            }
            deletion(answer, after);
        }

        private void deletion(Reversal.Answer answer, RecordState after) {
            Set<String> deletions = maximal("deleted", taken);
            Set<Json> without = values("deleted", deletions);
            boolean theirs = maximal("deleted", Set.of()).stream().anyMatch(taken::contains);
            if (without.equals(Set.of(Json.TRUE)) && unknowing(deletions).isEmpty()) {
                assertThat(after.deleted()).isTrue();
            } else if (theirs && without.equals(Set.of(Json.NULL))) {
                assertThat(after.deleted()).isFalse();
                assertThat(after.values()).doesNotContainKey("deleted");
                assertThat(after.conflicts()).doesNotContainKey("deleted");
            } else {
                same("deleted", after);
                assertThat(answer.stays().contains("deleted") || !theirs).isTrue();
            }
        }

        private Set<String> unknowing(Set<String> deletions) {
            Set<String> unknowing = new HashSet<>(edits.keySet());
            unknowing.removeAll(taken);
            unknowing.removeAll(deletions);
            deletions.forEach(d -> unknowing.removeAll(ancestors(d)));
            unknowing.removeIf(id -> ancestors(id).stream().anyMatch(deletions::contains));
            return unknowing;
        }

        private void same(String path, RecordState after) {
            assertThat(after.conflicts().get(path))
                    .as(path)
                    .isEqualTo(before.conflicts().get(path));
            assertThat(after.values().get(path))
                    .as(path)
                    .isEqualTo(before.values().get(path));
        }

        private RecordState after(Reversal.Answer answer) {
            if (answer.writes().isEmpty()) {
                return before;
            }
            List<Held> more = new ArrayList<>(all);
            Header header =
                    Header.edit(before.record(), before.type(), before.parentsOfNextEdit(), ANYBODY, 1, "d".repeat(64));
            more.add(new Held(header, new Json.Obj(answer.writes())));
            return Derivation.derive(more, false).orElseThrow();
        }
    }
}
