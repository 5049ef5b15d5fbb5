package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.history.Revision;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What says who people are: closed until it is opened, and nothing is lost meanwhile. */
class IdentitiesTest {
    private static final String CANARY = "Асанова Айчүрөк";
    private static final char[] PASSPHRASE = "ала-тоо кар 7".toCharArray();
    private static final char[] OWN = "башка сөз 12 жол".toCharArray();

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");
    private final String record = RecordId.random();

    @BeforeEach
    void place() {
        file = folder.resolve("n");
    }

    private Notebook made() {
        DeviceKeys device = DeviceKeys.generate(new SecureRandom());
        return Notebook.create(file, PASSPHRASE, Kdf.FLOOR, device, Card.sign(device, 1, "A1"));
    }

    private static void faults(Fault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static long waiting(Notebook notebook) {
        return notebook.sql.number("SELECT count(*) FROM content WHERE sealed = 2")
                + notebook.sql.number("SELECT count(*) FROM state WHERE sealed = 2")
                + notebook.sql.number("SELECT count(*) FROM draft WHERE sealed = 2");
    }

    private static List<CustodyLog.Entry> openings(Notebook notebook) {
        return notebook.custody().before(Long.MAX_VALUE, 100).stream()
                .filter(e -> e.note().what() == What.IDENTITIES_OPENED)
                .toList();
    }

    @Test
    void aPassphraseOpensTheNotebookAndLeavesThemClosedAndEachOpeningIsNoted() {
        made().close();
        try (Notebook notebook = Notebook.open(file, PASSPHRASE)) {
            assertThat(notebook.identities().isOpen()).isFalse();
            faults(Fault.IDENTITIES_CLOSED, () -> notebook.identities().require());
            faults(Fault.WRONG_PASSPHRASE, () -> notebook.identities().open("жок".toCharArray(), Pen.TIME, record));
            assertThat(openings(notebook)).isEmpty();
            notebook.identities().open(PASSPHRASE, Pen.TIME, record);
            assertThat(openings(notebook))
                    .singleElement()
                    .satisfies(e -> assertThat(e.note().record()).isEqualTo(record));
            String other = RecordId.random();
            notebook.identities().shown(Pen.TIME, record);
            notebook.identities().shown(Pen.TIME, other);
            notebook.identities().shown(Pen.TIME, other);
            assertThat(openings(notebook)).hasSize(2);
            notebook.identities().close();
            faults(Fault.IDENTITIES_CLOSED, () -> notebook.identities().shown(Pen.TIME, other));
        }
        try (Notebook both = Notebook.openWithIdentities(file, PASSPHRASE, Pen.TIME)) {
            assertThat(both.identities().isOpen()).isTrue();
            assertThat(openings(both)).hasSize(3);
        }
    }

    @Test
    void whileTheyAreClosedNothingThatIsStoredOrReadSaysTheName() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen.save(notebook, record, "identity", "fullName", CANARY);
            notebook.identities().close();
            faults(Fault.IDENTITIES_CLOSED, () -> notebook.revisions().state(record));
            faults(Fault.IDENTITIES_CLOSED, () -> notebook.revisions().heldOf(record));
            faults(
                    Fault.IDENTITIES_CLOSED,
                    () -> notebook.revisions().eachOf(notebook.revisions().allRecords(), r -> {}));
            assertThat(notebook.revisions().visible(record).orElseThrow().line())
                    .doesNotContain(CANARY)
                    .contains("identity");
            assertThat(notebook.revisions().visible(record).orElseThrow().heads())
                    .hasSize(1);
            notebook.reading(at -> {
                assertThat(at.lists().counts()).containsEntry("identity", new Lists.Count(1, 0, 0));
                faults(Fault.IDENTITIES_CLOSED, at::requireIdentities);
                return at;
            });
            List<Integrity.Finding> findings = new ArrayList<>();
            notebook.integrity().check(findings::add);
            assertThat(findings).containsExactly(new Integrity.Finding(Integrity.Kind.IDENTITIES_CLOSED, "1"));
            TestDoor.openIdentities(notebook);
            assertThat(notebook.revisions().state(record).orElseThrow().line()).contains(CANARY);
        }
    }

    /** Two who did not know of one another, a purge and a draft come in while they are closed. */
    @Test
    void whatComesWhileTheyAreClosedIsTakenInForGoodAtTheNextOpening() {
        String purged = RecordId.random();
        Pen stranger = Pen.stranger();
        String open;
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Revision first = Pen.save(notebook, record, "identity", "fullName", "башында");
            Revision doomed = Pen.save(notebook, purged, "identity", "fullName", "кайра алынды");
            Pen.save(notebook, record, "identity", "fullName", "солдон");
            notebook.devices().trust(stranger.card(1, "B2"));
            notebook.identities().close();
            Revision right =
                    stranger.edit(record, "identity", List.of(first.id()), Map.of("fullName", Json.of(CANARY)));
            assertThat(notebook.revisions().wants(right)).isTrue();
            Pen.add(notebook, right);
            assertThat(notebook.revisions().wants(right)).isFalse();
            Pen.add(
                    notebook,
                    stranger.edit(purged, "identity", List.of(doomed.id()), Map.of("fullName", Json.of(CANARY))));
            Pen.purge(notebook, purged, "identity");
            notebook.inTransaction(() -> {
                notebook.drafts()
                        .put(new Drafts.Draft(record, "identity", Pen.TIME, Json.object(Map.of("x", Json.of(CANARY)))));
                return record;
            });
            assertThat(notebook.revisions().visible(purged).orElseThrow().purged())
                    .isTrue();
            faults(Fault.IDENTITIES_CLOSED, () -> notebook.drafts().find(record));
            assertThat(notebook.drafts().outsides()).hasSize(1);
            assertThat(notebook.drafts().all()).isEmpty();
            assertThat(waiting(notebook)).isEqualTo(4);
            notebook.rebuildDerived();
            assertThat(waiting(notebook)).isGreaterThan(1);
        }
        try (Sql raw = TestDoor.raw(file)) {
            assertThat(Traces.cellsHolding(raw, CANARY)).isEmpty();
        }
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(waiting(notebook)).isZero();
            assertThat(notebook.revisions().state(record).orElseThrow().conflicts())
                    .containsEntry("fullName", List.of(Json.of(CANARY), Json.of("солдон")));
            assertThat(notebook.revisions().brief(record))
                    .isNotNull()
                    .satisfies(b -> assertThat(b.conflicts()).isEqualTo(1));
            assertThat(notebook.revisions().state(purged).orElseThrow().values())
                    .isEmpty();
            assertThat(notebook.drafts().find(record)).isNotNull();
            List<Integrity.Finding> findings = new ArrayList<>();
            notebook.integrity().check(findings::add);
            assertThat(findings).containsExactly(new Integrity.Finding(Integrity.Kind.RECORD_IN_CONFLICT, record));
            open = notebook.revisions().state(record).orElseThrow().line();
        }
        // The same came while they were open: the same state, byte for byte.
        assertThat(open).contains(CANARY);
    }

    /** A body that came while closed belongs to its revision, as any other. */
    @Test
    void whatCameWhileTheyWereClosedCannotBeMovedToAnotherRevision() {
        String other = RecordId.random();
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            notebook.identities().close();
            Pen one = Pen.of(notebook);
            Pen.add(notebook, one.edit(record, "identity", List.of(), Map.of("fullName", Json.of("бир"))));
            Pen.add(notebook, one.edit(other, "identity", List.of(), Map.of("fullName", Json.of("эки"))));
        }
        try (Sql raw = TestDoor.raw(file)) {
            raw.update("UPDATE content SET body = (SELECT body FROM content WHERE revision = 1) WHERE revision = 2");
        }
        faults(Fault.DAMAGED, () -> TestDoor.open(file).close());
    }

    @Test
    void anOwnPassphraseIsGivenAndTakenBack() {
        made().close();
        try (Notebook notebook = Notebook.open(file, PASSPHRASE)) {
            assertThat(notebook.identities().isApart()).isFalse();
            notebook.identities().setOwnPassphrase(PASSPHRASE, OWN, Pen.TIME);
            assertThat(notebook.identities().isApart()).isTrue();
            faults(Fault.WRONG_PASSPHRASE, () -> notebook.identities().open(PASSPHRASE, Pen.TIME, null));
            notebook.identities().open(OWN, Pen.TIME, null);
            Pen.save(notebook, record, "identity", "fullName", CANARY);
        }
        try (Notebook both = Notebook.openWithIdentities(file, PASSPHRASE, Pen.TIME)) {
            assertThat(both.identities().isOpen()).isFalse();
            faults(Fault.WRONG_PASSPHRASE, () -> both.identities().setCommonPassphrase(OWN, OWN, Pen.TIME));
            both.identities().setCommonPassphrase(OWN, PASSPHRASE, Pen.TIME);
            assertThat(both.identities().isApart()).isFalse();
            both.identities().open(PASSPHRASE, Pen.TIME, null);
            assertThat(both.revisions().state(record).orElseThrow().line()).contains(CANARY);
        }
    }

    /** The process dies after some of what waits was taken in: the rest is, the next time. */
    @Test
    void aKillWhileItIsTakenInLosesNothing() throws Exception {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            notebook.identities().close();
            Pen pen = Pen.of(notebook);
            notebook.inTransaction(() -> {
                for (int i = 0; i < 3000; i++) {
                    Pen.add(
                            notebook,
                            pen.edit(
                                    RecordId.random(),
                                    "identity",
                                    List.of(),
                                    Map.of("fullName", Json.of("ысым " + i))));
                }
                return pen;
            });
        }
        long left = 3000;
        for (int kill = 0; kill < 3; kill++) {
            try (Child child = Child.start("identities", file.toString())) {
                assertThat(child.hear()).isEqualTo("opening");
                Thread.sleep(200 + 150L * kill);
            }
        }
        try (Notebook notebook = TestDoor.openClosed(file)) {
            left = notebook.sql.number("SELECT count(*) FROM content WHERE sealed = 2");
            assertThat(notebook.revisions().count()).isEqualTo(3000);
        }
        System.out.println("of 3000 still to be taken in after the kills: " + left);
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(waiting(notebook)).isZero();
            List<Integrity.Finding> findings = new ArrayList<>();
            notebook.integrity().check(findings::add);
            assertThat(findings).isEmpty();
            notebook.revisions()
                    .eachRecord(id -> assertThat(
                                    notebook.revisions().state(id).orElseThrow().line())
                            .contains("ысым"));
        }
    }
}
