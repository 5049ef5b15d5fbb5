package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeTravelTest {
    @TempDir
    Path folder;

    private Laptop a;
    private Laptop b;
    private Laptop lead;

    @BeforeEach
    void threeFriends() {
        List<Laptop> all = Laptop.friends(folder, "A", "B", "lead");
        a = all.get(0);
        b = all.get(1);
        lead = all.get(2);
    }

    @AfterEach
    void close() {
        for (Laptop one : List.of(a, b, lead)) {
            one.isSound();
            one.close();
        }
    }

    private void allHave(String record) throws Exception {
        Path first = (a.knows(record) ? a : b).export(Choice.ALL, a, b, lead);
        for (Laptop one : List.of(a, b, lead)) {
            one.takes(first);
        }
    }

    private static boolean purged(Laptop laptop, String record) {
        return laptop.state(record).purged();
    }

    private static List<String> bodiesOf(Laptop laptop, String record) {
        return Inside.texts(
                laptop.notebook,
                "SELECT c.time FROM content c JOIN revision r ON r.key = c.revision JOIN record d ON d.key = r.record"
                        + " WHERE d.id = '" + record + "'");
    }

    @Test
    void whoWroteTheRecordWithdrawsItEverywhereUnasked() throws Exception {
        String record = a.interview("told in confidence");
        allHave(record);
        b.edits(record, "summary", "B added");
        lead.takes(b.export(Choice.ALL, lead));
        a.purges(record);
        ImportResult result = lead.takes(a.export(Choice.CHANGES, lead));
        assertThat(result).extracting("purged", "heldPurges", "changed").containsExactly(1L, 0L, 1L);
        assertThat(purged(lead, record)).isTrue();
        assertThat(bodiesOf(lead, record)).isEmpty();
        assertThat(lead.state(record).values()).isEmpty();
        // An older bundle brings nothing back, and a body that comes later is not kept.
        lead.takes(b.export(Choice.ALL, lead));
        assertThat(bodiesOf(lead, record)).isEmpty();
        assertThat(lead.notebook.search().find("confidence", 10)).isEmpty();
        b.edits(record, "summary", "B did not know yet");
        assertThat(lead.takes(b.export(Choice.ALL, lead))).extracting("changed", "purged").containsExactly(1L, 1L);
        assertThat(bodiesOf(lead, record)).isEmpty();
        // Headers and the purge go on; the third notebook loses its bodies too.
        Path from = lead.plain(Choice.ALL);
        assertThat(Laptop.revisionsIn(from)).hasSize(4).allMatch(r -> r.get("body") == null);
        assertThat(b.takes(from).purged()).isEqualTo(1);
        a.takes(from);
        assertThat(b.lines()).isEqualTo(lead.lines()).isEqualTo(a.lines());
    }

    @Test
    void purgeByAnotherDeviceWaitsForAPersonAndItsAcceptanceDoesNotTravel() throws Exception {
        String record = a.interview("told to A");
        allHave(record);
        b.purges(record);
        Path fromB = b.export(Choice.ALL, lead, a);
        assertThat(lead.takes(fromB)).extracting("purged", "heldPurges").containsExactly(0L, 1L);
        assertThat(bodiesOf(lead, record)).hasSize(1);
        assertThat(lead.shown(record, "narrative")).isEqualTo(Json.of("told to A"));
        String before = lead.dump();
        assertThat(lead.takes(fromB)).extracting("changed", "heldPurges").containsExactly(0L, 1L);
        assertThat(lead.dump()).isEqualTo(before);
        assertThat(lead.previews(fromB, Laptop.PURGES)).extracting("purged", "heldPurges").containsExactly(1L, 0L);
        assertThat(lead.takes(fromB, Laptop.PURGES)).extracting("purged", "heldPurges").containsExactly(1L, 0L);
        assertThat(bodiesOf(lead, record)).isEmpty();
        // The lead said yes; A has not been asked.
        assertThat(a.takes(lead.export(Choice.ALL, a))).extracting("purged", "heldPurges").containsExactly(0L, 1L);
        assertThat(bodiesOf(a, record)).hasSize(1);
    }

    @Test
    void purgesOfBlockedAndOfUntrustedDevicesWait() throws Exception {
        String ofB = b.interview("B's own");
        String ofC;
        try (Laptop c = Laptop.create(folder, "C")) {
            b.trusts(c);
            c.trusts(b);
            ofC = c.interview("C's own");
            allHave(ofB);
            b.takes(c.export(Choice.ALL, b));
            lead.takes(b.export(Choice.ALL, lead));
            c.purges(ofC);
            assertThat(b.takes(c.export(Choice.ALL, b)).purged()).isEqualTo(1);
        }
        b.purges(ofB);
        lead.notebook.devices().block(b.device());
        a.takes(b.export(Choice.ALL, a));
        Path relayed = a.plain(Choice.ALL);
        // Unknown C and blocked B inside the bundle of trusted A: even asked at once, only C's may be accepted.
        assertThat(lead.takes(relayed)).extracting("heldPurges", "purged").containsExactly(2L, 0L);
        assertThat(lead.takes(relayed, Laptop.PURGES).heldPurges()).isEqualTo(1);
        assertThat(purged(lead, ofC)).isTrue();
        assertThat(purged(lead, ofB)).isFalse();
    }

    @Test
    void purgeOfARecordWithAMissingParentWaits() throws Exception {
        String record = a.interview("first");
        String first = a.state(record).heads().get(0);
        allHave(record);
        String second = a.edits(record, "summary", "lost on the way");
        Inside.run(a.notebook, "DELETE FROM naming; DELETE FROM content WHERE revision = (SELECT key FROM revision WHERE hex(id) = upper('"
                + second + "')); ");
        assertThat(first).isNotEqualTo(second);
        a.foreign(record, "interview", List.of("ab".repeat(32)), Json.object(java.util.Map.of("code", Json.of("x"))), java.util.Map.of());
        Inside.run(a.notebook, "DELETE FROM revision WHERE hex(id) = upper('" + second + "')");
        a.notebook.rebuildDerived();
        a.purges(record);
        assertThat(lead.takes(a.export(Choice.ALL, lead))).extracting("purged", "heldPurges").containsExactly(0L, 1L);
    }

    @Test
    void afterTwentyUnaskedAPersonHasToLookAndThenTheCountStartsAnew() throws Exception {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 42; i++) {
            records.add(a.interview("interview " + i));
        }
        lead.takes(a.export(Choice.ALL, lead));
        records.subList(0, 15).forEach(a::purges);
        assertThat(lead.takes(a.export(Choice.CHANGES, lead))).extracting("purged", "heldPurges").containsExactly(15L, 0L);
        records.subList(15, 21).forEach(a::purges);
        Path sixMore = a.export(Choice.ALL, lead);
        assertThat(lead.previews(sixMore, Laptop.NOTHING)).extracting("purged", "heldPurges").containsExactly(20L, 1L);
        assertThat(lead.takes(sixMore)).extracting("purged", "heldPurges").containsExactly(20L, 1L);
        // Coming again is not being confirmed.
        assertThat(lead.takes(sixMore)).extracting("purged", "heldPurges").containsExactly(20L, 1L);
        assertThat(lead.takes(sixMore, Laptop.PURGES)).extracting("purged", "heldPurges").containsExactly(21L, 0L);
        records.subList(21, 42).forEach(a::purges);
        assertThat(lead.takes(a.export(Choice.ALL, lead))).extracting("purged", "heldPurges").containsExactly(41L, 1L);
    }

    @Test
    void purgeThatComesBeforeItsRecordWaits() throws Exception {
        String record = a.interview("first");
        Path withBody = a.export(Choice.ALL, lead);
        a.purges(record);
        Path alone = purgeAlone(record);
        assertThat(lead.takes(alone)).extracting("heldPurges", "purged", "fresh").containsExactly(1L, 0L, 1L);
        assertThat(lead.knows(record)).isFalse();
        assertThat(lead.lines()).isEmpty();
        // It was tested once; the record comes, and it still waits.
        assertThat(lead.takes(withBody)).extracting("heldPurges", "changed").containsExactly(0L, 1L);
        assertThat(bodiesOf(lead, record)).hasSize(1);
        assertThat(lead.takes(a.export(Choice.ALL, lead))).extracting("heldPurges", "purged").containsExactly(1L, 0L);
        assertThat(lead.takes(a.export(Choice.ALL, lead), Laptop.PURGES).purged()).isEqualTo(1);
        assertThat(lead.lines()).isEqualTo(a.lines());
    }

    /** A bundle of the purge only: as it comes from a notebook in which the record was never seen. */
    private Path purgeAlone(String record) throws Exception {
        try (Laptop other = Laptop.create(folder, "A2", a.notebook.device())) {
            a.notebook.revisions().eachRecord(id -> {});
            java.util.BitSet all = a.notebook.revisions().allRecords();
            a.notebook.revisions().eachOf(all, r -> {
                if (!r.header().isEdit()) {
                    other.notebook.changing(record, () -> other.notebook.revisions().add(r, null));
                }
            });
            return other.export(folder.resolve("alone"), Choice.ALL, List.of(lead.card()));
        }
    }

    @Test
    void purgeAcceptedBeforeItsRecordKeepsItOutForGood() throws Exception {
        String record = a.interview("first");
        Path withBody = a.export(Choice.ALL, lead);
        a.purges(record);
        assertThat(lead.takes(purgeAlone(record), Laptop.PURGES)).extracting("heldPurges", "purged").containsExactly(0L, 1L);
        assertThat(lead.takes(withBody)).extracting("changed", "purged").containsExactly(1L, 1L);
        assertThat(bodiesOf(lead, record)).isEmpty();
        assertThat(lead.lines()).isEqualTo(a.lines());
    }

    @Test
    void purgeOfAnIdentityTravelsAloneWithCodes() throws Exception {
        String identity = a.writes("identity", "fullName", "Айчүрөк CANARY");
        String code = a.writes("participant", "code", "P-1");
        lead.takes(a.export(Choice.ALL, lead));
        a.purges(identity);
        Path codes = a.plain(Choice.CODES);
        List<Json.Obj> inside = Laptop.revisionsIn(codes);
        assertThat(inside).hasSize(2);
        assertThat(inside.stream().filter(r -> r.get("body") == null)).hasSize(1);
        // The lead holds the record and takes the purge; B holds nothing of it and is asked.
        assertThat(lead.takes(codes)).extracting("purged", "heldPurges", "gaps").containsExactly(1L, 0L, 0L);
        assertThat(bodiesOf(lead, identity)).isEmpty();
        assertThat(b.takes(codes)).extracting("purged", "heldPurges", "gaps").containsExactly(0L, 1L, 0L);
        assertThat(b.lines()).contains(code).doesNotContain(identity);
    }

    @Test
    void filesOfThePurgedGoAndSharedOnesStay() throws Exception {
        String gone = a.interview("withdrawn");
        String stays = a.interview("stays");
        byte[] secret = "a voice that must go".getBytes(StandardCharsets.UTF_8);
        byte[] both = "a photograph in two records".getBytes(StandardCharsets.UTF_8);
        String only = a.attaches(gone, secret);
        String shared = a.attaches(gone, both);
        a.names(stays, shared);
        Path before = a.export(Choice.ALL, lead);
        assertThat(lead.takes(before).gaps()).isZero();
        assertThat(lead.holdsFile(only)).isTrue();
        a.purges(gone);
        assertThat(a.holdsFile(only)).isFalse();
        assertThat(a.holdsFile(shared)).isTrue();
        lead.takes(a.export(Choice.CHANGES, lead));
        assertThat(lead.holdsFile(only)).isFalse();
        assertThat(lead.holdsFile(shared)).isTrue();
        lead.takes(before);
        assertThat(lead.holdsFile(only)).isFalse();
        assertThat(Inside.texts(lead.notebook, "SELECT place FROM chunk")).hasSize(1);
    }

    @Test
    void bundleWithAWaitingPurgeChangesNothingTheSecondTime() throws Exception {
        String record = a.interview("A's");
        allHave(record);
        b.purges(record);
        Path bundle = b.export(Choice.ALL, lead);
        ImportResult first = lead.takes(bundle);
        String before = lead.dump();
        assertThat(lead.previews(bundle, Laptop.NOTHING)).extracting("fresh", "changed", "heldPurges").containsExactly(0L, 0L, first.heldPurges());
        lead.takes(bundle);
        assertThat(lead.dump()).isEqualTo(before);
        // Accepted twice is accepted.
        lead.takes(bundle, Laptop.PURGES);
        before = lead.dump();
        lead.takes(bundle, new Allowed(true, true));
        assertThat(lead.dump()).isEqualTo(before);
    }
}
