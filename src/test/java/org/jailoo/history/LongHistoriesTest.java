package org.jailoo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** Records with histories far beyond what people write: derived without recursion, and printed with their time. */
class LongHistoriesTest {
    private static final int LENGTH = "long".equals(System.getProperty("jailoo.size")) ? 100_000 : 20_000;
    private static final Writer WRITER = new Writer(Story.DEVICE, Story.OTHER_DEVICE);

    @Test
    void chainOfVeryManyRevisions() {
        List<Held> held = chain(LENGTH, i -> Map.of("field" + i % 50, Json.of(i), "item/x" + i % 7, Json.TRUE));
        RecordState state = timed("in a row, 50 fields", held);
        assertThat(state.conflicts()).isEmpty();
        assertThat(state.incomplete()).isFalse();
        assertThat(state.heads())
                .containsExactly(held.get(held.size() - 1).header().id());
        for (int field = 0; field < 50; field++) {
            assertThat(state.values().get("field" + field)).isEqualTo(Json.of(LENGTH - 50 + field));
        }
    }

    /** Each of very many items written early and once more late: the distance between two writes is great. */
    @Test
    void chainThatReturnsToVeryManyItems() {
        List<Held> held =
                chain(LENGTH, i -> Map.of("members/m" + i % (LENGTH / 2), i < LENGTH / 2 ? Json.TRUE : Json.NULL));
        RecordState state = timed("in a row, each item twice", held);
        assertThat(state.conflicts()).isEmpty();
        assertThat(state.values()).isEmpty();
    }

    @Test
    void mergeOfTwoThousandForms() {
        Held root = edit(0, List.of(), Map.of("field0", Json.of("root")));
        List<Held> held = new ArrayList<>(List.of(root));
        for (int i = 1; i <= 2_000; i++) {
            held.add(edit(
                    i, List.of(root.header().id()), Map.of("field" + i % 50, Json.of(i), "members/m" + i, Json.TRUE)));
        }
        RecordState wide = timed("2,000 side by side", held);
        assertThat(wide.conflicts()).hasSize(50);
        assertThat(wide.conflicts().get("field7")).hasSize(40);
        assertThat(wide.heads()).hasSize(2_000);
        assertThat(wide.parentsOfNextEdit()).hasSize(64);

        // No revision names more than 64 parents, so it takes many saves to join them all, as §4 has it.
        List<String> heads = new ArrayList<>(wide.heads());
        for (int i = 3_000; heads.size() > 1; i++) {
            List<String> parents = new ArrayList<>(heads.subList(0, Math.min(64, heads.size())));
            heads.subList(0, parents.size()).clear();
            Collections.sort(parents);
            Held join = edit(i, parents, Map.of("joins", Json.of(i)));
            held.add(join);
            heads.add(join.header().id());
        }
        Map<String, Json> settling = new HashMap<>();
        wide.conflicts().forEach((path, values) -> settling.put(path, Json.of("settled")));
        held.add(edit(9_000, heads, settling));
        RecordState settled = timed("2,000 joined and settled", held);
        assertThat(settled.conflicts()).isEmpty();
        assertThat(settled.values()).hasSize(50 + 2_000 + 1);
        assertThat(settled.heads()).hasSize(1);
    }

    private static List<Held> chain(int length, IntFunction<Map<String, Json>> body) {
        List<Held> held = new ArrayList<>();
        List<String> parents = List.of();
        for (int i = 0; i < length; i++) {
            Held edit = edit(i, parents, body.apply(i));
            held.add(edit);
            parents = List.of(edit.header().id());
        }
        return held;
    }

    private static Held edit(int i, List<String> parents, Map<String, Json> body) {
        return new Held(
                Header.edit(Story.RECORD, "interview", parents, WRITER, i + 1L, "0".repeat(64)), Json.object(body));
    }

    private static RecordState timed(String what, List<Held> held) {
        List<Held> shuffled = new ArrayList<>(held);
        Collections.shuffle(shuffled, new Random(1));
        long start = System.nanoTime();
        RecordState state = Derivation.derive(shuffled, false).orElseThrow();
        System.out.printf("%s: %,d revisions, %.2f s%n", what, held.size(), (System.nanoTime() - start) / 1e9);
        return state;
    }
}
