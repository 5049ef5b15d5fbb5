package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.UndoPlan.Obstacle;
import org.jailoo.app.UndoPlan.Way;
import org.jailoo.app.UndoPlan.Why;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;
import org.jailoo.notebook.BundleLog.Came;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Mentions.Mention;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import goes back out as if it had never come, until something stands on it; later the values of before are written. */
class UndoImportTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int SEEDS = LONG ? 1000 : 10;

    private static final Steps AWAY = (done, of) -> {};

    @TempDir
    Path folder;

    private final List<Laptop> open = new ArrayList<>();
    private Laptop home;
    private Laptop a;
    private Laptop b;

    @BeforeEach
    void friends() {
        open.addAll(Laptop.friends(folder, "home", "A", "B"));
        home = open.get(0);
        a = open.get(1);
        b = open.get(2);
    }

    @AfterEach
    void close() {
        open.forEach(Laptop::isSound);
        open.forEach(Laptop::close);
    }

    @Test
    void takenOutInAnyOrderTheNotebookIsAsIfTheBundlesHadNeverCome() throws Exception {
        UndoHistories.Totals totals = new UndoHistories.Totals();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Path place = Files.createDirectory(folder.resolve("seed" + seed));
            try (UndoHistories history = new UndoHistories(place, seed, totals)) {
                history.run();
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        System.out.println("undone imports: " + SEEDS + " histories: " + totals);
        assertThat(totals.sum("files taken out")).isPositive();
        assertThat(totals.sum("named by others")).isPositive();
        assertThat(totals.sum("waiting erasures taken out")).isPositive();
        assertThat(totals.sum("undone while closed")).isPositive();
    }

    // ---- one thing at a time

    private Came last() {
        return home.notebook.log().came(1).get(0);
    }

    private UndoPlan look(Came came) {
        return new UndoImport(home.notebook, Laptop.CLOCK).look(came.key(), AWAY);
    }

    private UndoImport.Outcome undo(UndoPlan plan) {
        return new UndoImport(home.notebook, Laptop.CLOCK).undo(plan, AWAY);
    }

    private void goesOut(Came came) {
        UndoPlan plan = look(came);
        assertThat(plan.way()).as(plan.obstacles().toString()).isEqualTo(Way.TAKE_OUT);
        assertThat(undo(plan)).isEqualTo(new UndoImport.Done(Way.TAKE_OUT));
    }

    private Came takes(Path file) throws Exception {
        home.takes(file);
        return home.notebook.log().came(100).stream()
                .max(java.util.Comparator.comparingLong(Came::key))
                .orElseThrow();
    }

    @Test
    void whatWasCountedInABundleAReceiptOrABackupGoesBackNoMore() throws Exception {
        a.interview("one");
        Came came = takes(a.plain(Choice.ALL));
        assertThat(look(came).obstacles()).isEmpty();
        home.plain(Choice.RECEIPT);
        assertThat(look(came).obstacles()).containsOnly(Map.entry(Obstacle.HANDED_ON, 1L));
        a.interview("two");
        Came second = takes(a.plain(Choice.ALL));
        assertThat(look(second).obstacles()).isEmpty();
        home.export(Choice.ALL, b);
        assertThat(look(second).obstacles()).containsOnlyKeys(Obstacle.HANDED_ON);
        // A bundle that comes again is the one that was counted.
        a.interview("three");
        Path third = a.plain(Choice.ALL);
        Came counted = takes(third);
        home.plain(Choice.CODES);
        home.takes(third);
        assertThat(look(counted).obstacles()).containsOnlyKeys(Obstacle.HANDED_ON);
    }

    @Test
    void aDraftOnItKeepsItAndOneFromBeforeDoesNot() throws Exception {
        String record = a.interview("one");
        home.takes(a.plain(Choice.ALL));
        SaveRecord.Form early = home.form("interview", record);
        a.edits(record, "narrative", "two");
        Came came = takes(a.plain(Choice.ALL));
        KeepDrafts drafts = new KeepDrafts(home.notebook, Laptop.CLOCK);
        drafts.keep(record, "interview", draft(early));
        assertThat(look(came).obstacles()).isEmpty();
        drafts.keep(record, "interview", draft(home.form("interview", record)));
        assertThat(look(came).obstacles()).containsOnly(Map.entry(Obstacle.DRAFT, 1L));
        drafts.keep(record, "interview", draft(early));
        goesOut(came);
        assertThat(home.notebook.drafts().find(record)).isNotNull();
    }

    @Test
    void aDraftThatIsClosedIsTakenToBeOnIt() throws Exception {
        String identity = a.writes("identity", "fullName", "Айгүл");
        Came came = takes(a.plain(Choice.ALL));
        new KeepDrafts(home.notebook, Laptop.CLOCK).keep(identity, "identity", draft(home.form("identity", identity)));
        home.notebook.identities().close();
        assertThat(look(came).obstacles()).containsOnlyKeys(Obstacle.DRAFT);
    }

    private static Json.Obj draft(SaveRecord.Form form) {
        return Json.object(Map.of(
                "parents", Json.texts(form.parents()), "changes", Json.object(Map.of("summary", Json.of("typed")))));
    }

    @Test
    void whatWasWrittenHereAboutSomebodyOnlyItBroughtKeepsIt() throws Exception {
        String participant = a.writes("participant", "code", "P-1");
        Came came = takes(a.plain(Choice.ALL));
        String interview = home.interview("told");
        assertThat(look(came).obstacles()).isEmpty();
        home.save(home.form("interview", interview), Map.of("participants/" + participant, Json.TRUE));
        assertThat(look(came).obstacles()).containsOnly(Map.entry(Obstacle.REFERRED, 1L));
    }

    @Test
    void aDraftAboutSomebodyOnlyItBroughtKeepsIt() throws Exception {
        String participant = a.writes("participant", "code", "P-1");
        Came came = takes(a.plain(Choice.ALL));
        String interview = home.interview("told");
        new KeepDrafts(home.notebook, Laptop.CLOCK)
                .keep(
                        interview,
                        "interview",
                        Json.object(Map.of(
                                "parents",
                                Json.texts(List.of()),
                                "changes",
                                Json.object(Map.of("participants/" + participant, Json.TRUE)))));
        assertThat(look(came).obstacles()).containsOnly(Map.entry(Obstacle.DRAFT, 1L));
    }

    @Test
    void whatTwoBundlesNamedStaysUntilBothWent() throws Exception {
        String record = a.interview("shared");
        Path file = a.plain(Choice.ALL);
        b.takes(file);
        b.interview("of B");
        Came first = takes(file);
        Came second = takes(b.plain(Choice.ALL));
        goesOut(first);
        assertThat(home.knows(record)).isTrue();
        assertThat(home.notebook.revisions().custodyOf(record).values())
                .singleElement()
                .satisfies(custody -> assertThat(custody.bundle()).isEqualTo(second.bundle()));
        goesOut(second);
        assertThat(home.lines()).isEmpty();
    }

    @Test
    void aBodyThatCameLaterGoesWithTheBundleThatBroughtIt() throws Exception {
        String record = home.interview("begun here");
        Path first = home.plain(Choice.ALL);
        a.takes(first);
        b.takes(first);
        a.edits(record, "summary", "by A");
        b.takes(a.plain(Choice.ALL));
        Path whole = b.plain(Choice.ALL);
        a.purges(record);
        Path bare = a.plain(Choice.ALL);
        UndoHistories.Look before = UndoHistories.Look.at(home);
        Came purge = takes(bare);
        assertThat(home.state(record).bodyMissing()).isTrue();
        assertThat(home.notebook.purges().held()).hasSize(1);
        UndoHistories.Look without = UndoHistories.Look.at(home);
        Came body = takes(whole);
        assertThat(home.state(record).bodyMissing()).isFalse();
        UndoPlan plan = look(body);
        assertThat(plan.alone().revisions()).isZero();
        assertThat(plan.alone().records())
                .singleElement()
                .satisfies(in -> assertThat(in.bodies()).hasSize(1));
        goesOut(body);
        UndoHistories.Look.at(home).is(without);
        takes(whole);
        // The purge goes; the header that came with it stays, for the other bundle named it too, and its body.
        goesOut(purge);
        assertThat(home.state(record).bodyMissing()).isFalse();
        assertThat(home.notebook.purges().held()).isEmpty();
        goesOut(home.notebook.log().came(100).stream()
                .filter(c -> c.bundle().equals(body.bundle()))
                .findFirst()
                .orElseThrow());
        UndoHistories.Look.at(home).is(before);
    }

    @Test
    void whatEndsInTheMiddleHasDoneNothing() throws Exception {
        for (int i = 0; i < 4; i++) {
            a.interview("told " + i);
        }
        UndoPlan plan = look(takes(a.plain(Choice.ALL)));
        String before = home.dump();
        assertThatThrownBy(() -> new UndoImport(home.notebook, Laptop.CLOCK).undo(plan, (done, of) -> {
                    if (done == 2) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(home.dump()).isEqualTo(before);
        assertThat(undo(plan)).isEqualTo(new UndoImport.Done(Way.TAKE_OUT));
    }

    @Test
    void nothingHappensThatWasNotSeen() throws Exception {
        String record = a.interview("one");
        UndoPlan plan = look(takes(a.plain(Choice.ALL)));
        home.edits(record, "summary", "meanwhile");
        String before = home.dump();
        assertThat(undo(plan))
                .isInstanceOfSatisfying(
                        UndoImport.Changed.class,
                        changed -> assertThat(changed.now().way()).isEqualTo(Way.REVERT));
        assertThat(home.dump()).isEqualTo(before);
    }

    @Test
    void aKeyThatIsGivenAnewBelongsToNobodyElse() throws Exception {
        a.interview("of A");
        b.interview("of B");
        Path first = a.plain(Choice.ALL);
        Path other = b.plain(Choice.ALL);
        Came early = takes(first);
        home.interview("the last here");
        String before = home.notebook.reading(at -> at.arrivals().stamp());
        goesOut(early);
        assertThat(home.notebook.<String>reading(at -> at.arrivals().stamp())).isNotEqualTo(before);
        String mine = home.lines();
        Came gone = takes(first);
        String stamp = home.notebook.reading(at -> at.arrivals().stamp());
        goesOut(gone);
        assertThat(home.notebook.<String>reading(at -> at.arrivals().stamp())).isNotEqualTo(stamp);
        Came second = takes(other);
        home.takes(first);
        assertThat(look(second).alone().revisions()).isEqualTo(1);
        assertThat(look(gone).alone().revisions()).isEqualTo(1);
        goesOut(second);
        goesOut(gone);
        assertThat(home.lines()).isEqualTo(mine);
    }

    @Test
    void itGoesFromThePagesToo() throws Exception {
        a.interview("канарейка");
        String sha256 = a.attaches(a.interview("x"), "соловей".getBytes(StandardCharsets.UTF_8));
        Came came = takes(a.plain(Choice.ALL));
        assertThat(home.holdsFile(sha256)).isTrue();
        goesOut(came);
        assertThat(home.holdsFile(sha256)).isFalse();
        home.close();
        assertThat(Inside.pages(home.file)).doesNotContain("канарейка", "соловей");
        home = Laptop.open(home.file);
        open.set(0, home);
    }

    @Test
    void aMentionToBeLookedAtWaitsForTheRecordToComeAgain() throws Exception {
        String record = a.interview("names her");
        Path file = a.plain(Choice.ALL);
        Came came = takes(file);
        home.notebook
                .mentions()
                .add(new Mention(0, "erased", record, "interview", "narrative", 6, "2024-05-06T07:08:09Z", null));
        goesOut(came);
        assertThat(home.notebook.mentions().count()).isZero();
        assertThat(home.notebook.mentions().open()).isEmpty();
        home.takes(file);
        assertThat(home.notebook.mentions().open()).hasSize(1);
    }

    @Test
    void anErasureThatWasAcceptedStaysAndIsSaid() throws Exception {
        String record = a.interview("one");
        home.takes(a.plain(Choice.ALL));
        String other = a.interview("two");
        a.purges(record);
        Came came = takes(a.plain(Choice.ALL));
        assertThat(home.state(record).purged()).isTrue();
        assertThat(look(came).erased()).containsExactly(record);
        goesOut(came);
        assertThat(home.state(record).purged()).isTrue();
        assertThat(home.knows(other)).isFalse();
    }

    @Test
    void aForkThatCameGoes() throws Exception {
        a.interview("one");
        home.takes(a.plain(Choice.ALL));
        a.close();
        Inside.forgetPlace(a.file);
        Path copy = Files.copy(a.file, folder.resolve("copied"));
        a = Laptop.open(a.file);
        open.set(1, a);
        Laptop twin = Laptop.open(copy);
        open.add(twin);
        assertThat(twin.writer()).isEqualTo(a.writer());
        a.interview("of A");
        twin.interview("of its twin");
        home.takes(a.plain(Choice.ALL));
        UndoHistories.Look before = UndoHistories.Look.at(home);
        Came came = takes(twin.plain(Choice.ALL));
        assertThat(home.notebook.holdings().forks()).hasSize(1);
        goesOut(came);
        UndoHistories.Look.at(home).is(before);
        assertThat(home.notebook.holdings().forks()).isEmpty();
    }

    @Test
    void whatANotebookWasRestoredFromStays() throws Exception {
        DeviceKeys keys = DeviceKeys.generate(new SecureRandom());
        Laptop old = Laptop.create(folder, "old", keys);
        open.add(old);
        old.interview("one");
        home = Laptop.create(folder, "new", keys);
        open.add(home);
        assertThat(look(takes(old.plain(Choice.ALL))).obstacles()).containsOnlyKeys(Obstacle.RESTORED);
    }

    // ---- later

    @Test
    void laterTheValuesOfBeforeAreWrittenAndWhatWasWrittenSinceStays() throws Exception {
        String record = a.interview("before");
        home.takes(a.plain(Choice.ALL));
        a.edits(record, "narrative", "by mistake");
        a.edits(record, "summary", "by mistake");
        String fresh = a.interview("new by mistake");
        Path file = a.plain(Choice.ALL);
        Came came = takes(file);
        home.edits(record, "summary", "mine");
        UndoPlan plan = look(came);
        assertThat(plan.way()).isEqualTo(Way.REVERT);
        assertThat(plan.obstacles()).containsOnly(Map.entry(Obstacle.BUILT_ON, 1L));
        assertThat(plan.toString()).doesNotContain("before");
        List<String> ids = home.revisionIds();
        assertThat(undo(plan)).isEqualTo(new UndoImport.Done(Way.REVERT));
        assertThat(home.shown(record, "narrative")).isEqualTo(Json.of("before"));
        assertThat(home.shown(record, "summary")).isEqualTo(Json.of("mine"));
        assertThat(home.state(record).conflicts()).isEmpty();
        assertThat(home.state(fresh).deleted()).isTrue();
        assertThat(home.revisionIds()).containsAll(ids).hasSize(ids.size() + 2);
        assertThat(home.notebook.custody().all(What.IMPORT_REVERTED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.note().count()).isEqualTo(2));
        assertThat(last().reverted()).isNotNull();
        String lines = home.lines();
        home.takes(file);
        assertThat(home.lines()).isEqualTo(lines);
        assertThat(look(came).way()).isEqualTo(Way.NONE);
        // It is an ordinary revision: others follow it.
        a.takes(home.plain(Choice.ALL));
        assertThat(a.lines()).isEqualTo(lines);
    }

    @Test
    void laterConsentContradictionsAndClosedNamesStayForAPerson() throws Exception {
        String consent = a.interview("consent");
        String conflict = a.interview("x");
        String identity = a.writes("identity", "fullName", "Айгүл");
        Path early = a.plain(Choice.ALL);
        home.takes(early);
        b.takes(early);
        b.edits(conflict, "summary", "of B");
        home.edits(conflict, "summary", "of home");
        home.takes(b.plain(Choice.ALL));
        a.takes(home.plain(Choice.ALL));
        a.edits(conflict, "summary", "settled by mistake");
        a.edits(identity, "fullName", "by mistake");
        a.save(a.form("interview", consent), Map.of("consent", Json.object(Map.of("given", Json.of("withdrawn")))));
        Came came = takes(a.plain(Choice.ALL));
        home.plain(Choice.RECEIPT);
        home.notebook.identities().close();
        UndoPlan plan = look(came);
        assertThat(plan.stays())
                .extracting(UndoPlan.Stays::record, UndoPlan.Stays::why)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(consent, Why.CONSENT),
                        org.assertj.core.groups.Tuple.tuple(conflict, Why.CONFLICT),
                        org.assertj.core.groups.Tuple.tuple(identity, Why.NAMES_CLOSED));
        assertThat(plan.way()).isEqualTo(Way.NONE);
        TestDoor.openIdentities(home.notebook);
        assertThat(undo(look(came))).isEqualTo(new UndoImport.Done(Way.REVERT));
        assertThat(home.shown(identity, "fullName")).isEqualTo(Json.of("Айгүл"));
        assertThat(home.shown(conflict, "summary")).isEqualTo(Json.of("settled by mistake"));
        assertThat(home.shown(consent, "consent")).isEqualTo(Json.object(Map.of("given", Json.of("withdrawn"))));
    }
}
