package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergingTest {
    @TempDir
    Path folder;

    /** All 120 orders of five bundles, one of them doubled, each into a copy of one empty notebook; every fifth if short. */
    @Test
    void bundlesInAnyOrderAndTwiceGiveTheSameNotebook() throws Exception {
        try (Laptop a = Laptop.create(folder, "A");
                Laptop b = Laptop.create(folder, "B")) {
            a.trusts(b);
            b.trusts(a);
            List<Path> bundles = new ArrayList<>();
            String shared = a.interview("first");
            String other = a.writes("participant", "code", "P-1");
            bundles.add(a.plain(Choice.ALL));
            b.takes(bundles.get(0));
            a.edits(shared, "narrative", "as A heard it");
            a.edits(shared, "summary", "short");
            bundles.add(a.plain(Choice.ALL));
            b.edits(shared, "narrative", "as B heard it");
            b.save(b.form("participant", other), Map.of("deleted", Json.TRUE));
            bundles.add(b.plain(Choice.ALL));
            a.edits(other, "occupation", "weaver");
            bundles.add(a.plain(Choice.CODES));
            b.writes("identity", "fullName", "Ай Чүрөк");
            bundles.add(b.plain(Choice.ALL));

            Random random = new Random(5);
            String expected = null;
            try (Laptop empty = Laptop.create(folder, "empty")) {
                empty.trusts(a);
                empty.trusts(b);
            }
            List<List<Integer>> orders = orders(List.of(0, 1, 2, 3, 4));
            assertThat(orders).hasSize(120);
            int step = "long".equals(System.getProperty("jailoo.size")) ? 1 : 5;
            for (int i = 0; i < orders.size(); i += step) {
                List<Integer> order = orders.get(i);
                Path place = Files.createTempDirectory(folder, "order").resolve("lead");
                try (Laptop lead = Laptop.open(Files.copy(folder.resolve("empty"), place))) {
                    List<Integer> some = new ArrayList<>(order);
                    some.add(random.nextInt(some.size() + 1), order.get(random.nextInt(5)));
                    for (int bundle : some) {
                        lead.takes(bundles.get(bundle));
                    }
                    String lines = lead.lines();
                    expected = expected == null ? lines : expected;
                    assertThat(lines).as(some.toString()).isEqualTo(expected);
                    lead.isSound();
                }
            }
            assertThat(expected).contains("as A heard it", "as B heard it", "\"deleted\":[null,true]");
        }
    }

    private static List<List<Integer>> orders(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : items) {
            List<Integer> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<Integer> order : orders(rest)) {
                List<Integer> one = new ArrayList<>(List.of(first));
                one.addAll(order);
                orders.add(one);
            }
        }
        return orders;
    }

    @Test
    void contradictionIsSeenByAllAndSettlingItTravels() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A", "B", "lead");
        Laptop a = all.get(0);
        Laptop b = all.get(1);
        Laptop lead = all.get(2);
        String record = a.interview("first");
        b.takes(a.export(Choice.ALL, b));
        a.edits(record, "narrative", "as A heard it");
        b.edits(record, "narrative", "as B heard it");
        Path fromA = a.export(Choice.ALL, lead, b);
        assertThat(lead.takes(b.export(Choice.ALL, lead))).extracting("fresh", "conflicts").containsExactly(1L, 0L);
        assertThat(lead.takes(fromA))
                .extracting("fresh", "changed", "same", "conflicts", "gaps")
                .containsExactly(0L, 1L, 0L, 1L, 0L);
        Path back = lead.export(Choice.ALL, a, b);
        assertThat(a.takes(back).conflicts()).isEqualTo(1);
        assertThat(b.takes(back).conflicts()).isEqualTo(1);
        for (Laptop one : all) {
            assertThat(one.lines()).isEqualTo(lead.lines());
            assertThat(one.state(record).conflicts().get("narrative"))
                    .containsExactly(Json.of("as A heard it"), Json.of("as B heard it"));
        }
        b.edits(record, "narrative", "both, after a call");
        Path settled = b.export(Choice.CHANGES, lead, a);
        assertThat(lead.takes(settled).conflicts()).isZero();
        assertThat(a.takes(settled).conflicts()).isZero();
        for (Laptop one : all) {
            assertThat(one.lines()).isEqualTo(b.lines());
            assertThat(one.shown(record, "narrative")).isEqualTo(Json.of("both, after a call"));
            String before = one.dump();
            if (one != b) {
                assertThat(one.takes(settled))
                        .extracting("fresh", "changed", "same")
                        .containsExactly(0L, 0L, 1L);
            }
            assertThat(one.dump()).isEqualTo(before);
            one.isSound();
        }
        all.forEach(Laptop::close);
    }

    @Test
    void saveOfAFormOpenedBeforeAnImportMakesAConflictAndOverwritesNothing() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A", "B");
        Laptop a = all.get(0);
        Laptop b = all.get(1);
        String record = a.interview("first");
        b.takes(a.export(Choice.ALL, b));
        SaveRecord.Form open = a.form("interview", record);
        b.edits(record, "narrative", "B's");
        a.takes(b.export(Choice.ALL, a));
        SaveRecord.Saved saved = a.save(open, "narrative", "A's");
        assertThat(a.state(record).conflicts().get("narrative")).containsExactly(Json.of("A's"), Json.of("B's"));
        // What is typed on in the same form goes on from its own save, and still settles nothing that it never showed.
        assertThat(saved.form().parents()).containsExactly(saved.revision());
        SaveRecord.Saved next = a.save(saved.form(), "narrative", "A's again");
        assertThat(a.state(record).conflicts().get("narrative")).containsExactly(Json.of("A's again"), Json.of("B's"));
        assertThat(next.form().parents()).containsExactly(next.revision());
        // A form opened now knows of both, and settles.
        assertThat(a.form("interview", record).parents()).hasSize(2).isSorted();
        a.edits(record, "narrative", "settled");
        assertThat(a.state(record).conflicts()).isEmpty();
        all.forEach(Laptop::close);
    }

    @Test
    void savesThatAreNotPossibleSaveNothing() throws Exception {
        try (Laptop a = Laptop.create(folder, "A")) {
            String record = a.interview("first");
            SaveRecord.Form open = a.form("interview", record);
            String before = a.dump();
            assertThat(a.trySave(open, Map.of("nothingOfTheKind", Json.of("x")))).isInstanceOf(SaveRecord.Refused.class);
            assertThat(a.trySave(open, Map.of("risk", Json.of("huge")))).isInstanceOf(SaveRecord.Refused.class);
            assertThat(a.trySave(open, Map.of())).isInstanceOf(SaveRecord.Refused.class);
            assertThat(a.trySave(a.form("dream", null), Map.of("text", Json.of("x"))))
                    .isInstanceOf(SaveRecord.Refused.class);
            assertThat(a.trySave(a.form("participant", record), Map.of("code", Json.of("x"))))
                    .isEqualTo(new SaveRecord.OtherType("interview"));
            assertThat(a.trySave(open, Map.of("narrative", Json.of("ы".repeat(5 << 20)))))
                    .isInstanceOf(SaveRecord.TooLarge.class);
            assertThat(a.dump()).isEqualTo(before);
            a.purges(record);
            before = a.dump();
            assertThat(a.trySave(open, Map.of("narrative", Json.of("back")))).isInstanceOf(SaveRecord.Purged.class);
            assertThat(a.dump()).isEqualTo(before);
        }
    }

    @Test
    void saveOnATornDiskIsNotAcknowledgedAndLeavesNothing() throws Exception {
        try (Laptop a = Laptop.create(folder, "A")) {
            String record = a.interview("first");
            String before = a.dump();
            Inside.roomFor(a.notebook, 2);
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> a.edits(record, "narrative", "ы".repeat(200_000)))
                    .isInstanceOf(org.jailoo.notebook.NotebookException.class);
            Inside.roomFor(a.notebook, -1);
            assertThat(a.dump()).isEqualTo(before);
            a.edits(record, "narrative", "after");
            assertThat(a.shown(record, "narrative")).isEqualTo(Json.of("after"));
        }
    }

    @Test
    void whatThisVersionDoesNotKnowIsKeptRelayedAndMerged() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "newer", "middle", "far");
        Laptop newer = all.get(0);
        Laptop middle = all.get(1);
        Laptop far = all.get(2);
        String dream = RecordId.random();
        Revision first = newer.foreign(
                dream,
                "dream",
                List.of(),
                Json.object(Map.of("mood", Json.of("light"), "scenes/" + RecordId.random(), Json.object(Map.of("x", Json.of(1))))),
                Map.of("mark", Json.object(Map.of("deep", Json.of("kept")))));
        String interview = newer.interview("known");
        Map<String, Json> odd = new HashMap<>();
        odd.put("aura", Json.of("blue"));
        odd.put("risk", Json.of("cosmic"));
        odd.put("asked/telepathy", Json.TRUE);
        newer.foreign(interview, "interview", newer.state(interview).heads(), Json.object(odd), Map.of());
        middle.takes(newer.export(Choice.ALL, middle));
        far.takes(middle.export(Choice.ALL, far));
        // Concurrent changes to what nobody in between understands.
        newer.foreign(dream, "dream", List.of(first.id()), Json.object(Map.of("mood", Json.of("dark"))), Map.of());
        middle.edits(interview, "narrative", "changed in the middle");
        middle.takes(newer.export(Choice.CHANGES, middle));
        far.takes(middle.export(Choice.ALL, far));
        assertThat(far.lines()).isEqualTo(middle.lines()).contains("\"mood\":\"dark\"", "\"aura\":\"blue\"", "cosmic");
        Header kept = far.notebook.revisions().heldOf(dream).stream()
                .map(h -> h.header())
                .filter(h -> h.id().equals(first.id()))
                .findFirst()
                .orElseThrow();
        assertThat(kept.canonical()).isEqualTo(first.header().canonical());
        assertThat(new String(kept.canonical(), java.nio.charset.StandardCharsets.UTF_8)).contains("kept");
        assertThat(far.shown(interview, "asked/telepathy")).isEqualTo(Json.TRUE);
        all.forEach(l -> {
            l.isSound();
            l.close();
        });
    }
}
