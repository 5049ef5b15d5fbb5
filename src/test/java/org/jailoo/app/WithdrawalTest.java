package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.HeldPurges.Waiting;
import org.jailoo.app.HeldPurges.Why;
import org.jailoo.app.WithdrawalReport.Reached;
import org.jailoo.app.WithdrawalReport.Standing;
import org.jailoo.app.WithdrawalReport.Withdrawn;
import org.jailoo.consent.Audience;
import org.jailoo.json.Json;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Inside;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawalTest {
    private static final String NAME = "Токтобекова Айсулуу";

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

    private static WithdrawalPlan plan(Laptop laptop, String record) {
        return new PlanWithdrawal(laptop.notebook, KnownNames.STORED)
                .plan(record, Steps.UNWATCHED)
                .orElseThrow();
    }

    private static Withdraw.Done erase(Laptop laptop, String record) {
        return new Withdraw(laptop.notebook, Laptop.CLOCK).erase(plan(laptop, record), Set.of());
    }

    private static String saved(Laptop laptop, String type, Map<String, ? extends Json> values) {
        return laptop.save(laptop.form(type, null), new TreeMap<>(values))
                .form()
                .record();
    }

    private static List<String> records(List<WithdrawalPlan.Here> those) {
        return those.stream().map(here -> here.item().record()).toList();
    }

    private static boolean gone(Laptop laptop, String record) {
        return laptop.state(record).purged();
    }

    /** A woman with an identity, an interview of hers, one with another, a meeting, and what points at her. */
    private static final class Her {
        private final String participant;
        private final String identity;
        private final String alone;
        private final String together;
        private final String meeting;
        private final String advice;
        private final String same;

        Her(Laptop at) {
            participant = saved(at, "participant", Map.of("code", Json.of("T-17")));
            identity = saved(at, "identity", Map.of("participant", Json.of(participant), "fullName", Json.of(NAME)));
            alone = saved(
                    at,
                    "interview",
                    Map.of(
                            "code",
                            Json.of("INT-204"),
                            "participants/" + participant,
                            Json.TRUE,
                            "narrative",
                            Json.of("what she told")));
            String other = saved(at, "participant", Map.of("code", Json.of("T-18")));
            together = saved(
                    at,
                    "interview",
                    Map.of(
                            "participants/" + participant,
                            Json.TRUE,
                            "participants/" + other,
                            Json.TRUE,
                            "narrative",
                            Json.of("both told")));
            meeting = saved(at, "focusGroup", Map.of("experts/" + participant, Json.TRUE));
            advice = saved(
                    at, "recommendation", Map.of("evidence/" + alone, Json.TRUE, "text", Json.of("Паспорт берилсин")));
            same = saved(at, "participant", Map.of("sameAs/" + participant, Json.TRUE));
        }
    }

    @Test
    void ofAParticipantHerIdentityAndTheInterviewsWithHerAloneGoAndTheOthersAreToBeDecided() {
        Her her = new Her(a);
        WithdrawalPlan plan = plan(a, her.participant);
        assertThat(records(plan.erased()))
                .containsExactlyInAnyOrder(her.participant, her.identity, her.alone)
                .startsWith(her.participant);
        assertThat(records(plan.toDecide())).containsExactlyInAnyOrder(her.together, her.meeting, her.same);
        assertThat(plan.left())
                .extracting(link -> link.from().record() + " " + link.path())
                .containsExactlyInAnyOrder(
                        her.advice + " evidence/" + her.alone,
                        her.together + " participants/" + her.participant,
                        her.meeting + " experts/" + her.participant,
                        her.same + " sameAs/" + her.participant);
        assertThat(plan.identitiesRead()).isTrue();
        // A plan is a value that can be printed, and changes nothing.
        assertThat(plan.toString()).contains(her.alone);
        assertThat(a.state(her.alone).values()).containsKey("narrative");
        new Withdraw(a.notebook, Laptop.CLOCK).erase(plan, Set.of(her.together));
        for (String record : List.of(her.participant, her.identity, her.alone, her.together)) {
            assertThat(gone(a, record)).isTrue();
        }
        assertThat(gone(a, her.meeting)).isFalse();
        assertThat(gone(a, her.advice)).isFalse();
        assertThat(new PlanWithdrawal(a.notebook, KnownNames.NONE).plan(her.participant, Steps.UNWATCHED))
                .isEmpty();
    }

    @Test
    void filesThatAnotherRecordNamesStayAndThePlanSaysSo() throws Exception {
        String gone = a.interview("withdrawn");
        String stays = a.interview("stays");
        String only = a.attaches(gone, "a voice".getBytes(StandardCharsets.UTF_8));
        String shared = a.attaches(gone, "a photograph".getBytes(StandardCharsets.UTF_8));
        a.names(stays, shared);
        WithdrawalPlan.Here here = plan(a, gone).erased().get(0);
        assertThat(here.files()).extracting(WithdrawalPlan.File::sha256).containsExactly(only);
        assertThat(here.shared()).extracting(WithdrawalPlan.File::sha256).containsExactly(shared);
        assertThat(here.revisions()).isEqualTo(3);
        assertThat(here.bodies()).isEqualTo(3);
        assertThat(here.indexed()).isTrue();
        erase(a, gone);
        assertThat(a.holdsFile(only)).isFalse();
        assertThat(a.holdsFile(shared)).isTrue();
    }

    @Test
    void aFileOfTheDraftGoesWithItAndOneInTheDraftOfAnotherRecordStays() throws Exception {
        String gone = a.interview("withdrawn");
        String other = a.interview("stays");
        String typed = store(a, "added and not saved");
        String both = store(a, "named by a draft of another record");
        a.names(gone, both);
        KeepDrafts drafts = new KeepDrafts(a.notebook, Laptop.CLOCK);
        drafts.keep(gone, "interview", Json.object(Map.of("changes", Json.of(typed))));
        drafts.keep(other, "interview", Json.object(Map.of("undone", Json.of(both))));
        assertThat(plan(a, gone).erased().get(0).draft()).isTrue();
        erase(a, gone);
        assertThat(drafts.find(gone)).isNull();
        assertThat(a.holdsFile(typed)).isFalse();
        assertThat(a.holdsFile(both)).isTrue();
    }

    private static String store(Laptop laptop, String text) throws Exception {
        return laptop.notebook
                .attachments()
                .store(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .sha256();
    }

    @Test
    void theReportKnowsWhoHasItWhoWasToldAndWhoNeverAnswers() throws Exception {
        String record = a.interview("told in confidence");
        a.notebook.inTransaction(() -> record);
        b.takes(a.export(Choice.ALL, b));
        lead.takes(a.export(Choice.ALL, lead));
        a.plain(Choice.ALL);
        new BackUp(a.notebook, Laptop.CLOCK, 10).write(folder.resolve("backup.age"), "x".toCharArray());
        new ExportWorkbook(a.notebook, Laptop.CLOCK, ZoneOffset.UTC)
                .export(new ExportWorkbook.Order(folder.resolve("w.xlsx"), Audience.TEAM, "en"), Steps.UNWATCHED);
        WithdrawalPlan.Here here = plan(a, record).erased().get(0);
        assertThat(here.asks()).isFalse();
        assertThat(here.spread().receivers()).hasSize(2).allMatch(Receivers.Receiver::surely);
        Receivers.Out out = here.spread().out();
        assertThat(out.backups()).hasSize(1);
        assertThat(out.open()).hasSize(1);
        assertThat(out.unnamed()).isEmpty();
        assertThat(out.workbooks()).hasSize(1);
        // B is lost, and a copy of it goes on: two notebooks write under one number, and no claim of it holds.
        erase(a, record);
        assertThat(reached(a)).containsExactlyInAnyOrder(Reached.NOT_SENT, Reached.NOT_SENT);
        assertThat(new WithdrawalReport(a.notebook).unreached()).isEqualTo(1);
        // A backup and a workbook of now hold nothing of it.
        new BackUp(a.notebook, Laptop.CLOCK, 10).write(folder.resolve("later.age"), "x".toCharArray());
        Path toLead = a.export(Choice.CHANGES, lead);
        Path toB = a.export(Choice.CHANGES, b);
        assertThat(reached(a)).containsExactlyInAnyOrder(Reached.SENT, Reached.SENT);
        assertThat(lead.takes(toLead)).extracting("purged", "heldPurges").containsExactly(1L, 0L);
        assertThat(standing(a, lead).reached()).isEqualTo(Reached.SENT);
        a.takes(lead.export(Choice.RECEIPT, a));
        assertThat(standing(a, lead).reached()).isEqualTo(Reached.CONFIRMED);
        assertThat(standing(a, b).reached()).isEqualTo(Reached.SENT);
        // B writes without having read what came: it has answered, and not confirmed.
        b.interview("something else");
        a.takes(b.export(Choice.CHANGES, a));
        assertThat(standing(a, b).reached()).isEqualTo(Reached.ANSWERED);
        Withdrawn report = new WithdrawalReport(a.notebook).all().get(0);
        assertThat(report.out().backups()).hasSize(1);
        assertThat(report.out().workbooks()).hasSize(1);
        assertThat(report.by().self()).isTrue();
        assertThat(report.everywhere()).isFalse();
        b.takes(toB);
        a.takes(b.export(Choice.RECEIPT, a));
        assertThat(new WithdrawalReport(a.notebook).unreached()).isZero();
    }

    @Test
    void aForkedNotebookIsNeverTakenToHaveConfirmed() throws Exception {
        String record = a.interview("told in confidence");
        b.close();
        Inside.forgetPlace(b.file);
        Path copy = java.nio.file.Files.copy(
                b.file,
                java.nio.file.Files.createDirectory(folder.resolve("copy")).resolve("B"));
        b = Laptop.open(b.file);
        try (Laptop fork = Laptop.open(copy)) {
            // The copy goes on under the very instance of B.
            assertThat(fork.writer()).isEqualTo(b.writer());
            b.takes(a.export(Choice.ALL, b));
            fork.takes(a.export(Choice.ALL, fork));
            b.interview("one");
            fork.interview("another, under the same number");
            erase(a, record);
            b.takes(a.export(Choice.CHANGES, b));
            a.takes(b.export(Choice.RECEIPT, a));
            assertThat(standing(a, b).reached()).isEqualTo(Reached.CONFIRMED);
            // The copy never took it, and says so with a later word of the same instance.
            a.takes(fork.export(Choice.RECEIPT, a));
            a.takes(fork.export(Choice.RECEIPT, a));
            a.takes(fork.export(Choice.RECEIPT, a));
            assertThat(standing(a, b).reached()).isNotEqualTo(Reached.CONFIRMED);
            assertThat(new WithdrawalReport(a.notebook).unreached()).isEqualTo(1);
        }
    }

    private static List<Reached> reached(Laptop laptop) {
        return new WithdrawalReport(laptop.notebook)
                .all().get(0).standings().stream().map(Standing::reached).toList();
    }

    private static Standing standing(Laptop at, Laptop of) {
        return new WithdrawalReport(at.notebook)
                .all().get(0).standings().stream()
                        .filter(s -> s.receiver().who().device().equals(of.device()))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void whoDidNotBeginTheRecordIsToldThatOthersWillBeAsked() throws Exception {
        String record = a.interview("told to A");
        lead.takes(a.export(Choice.ALL, lead));
        assertThat(plan(lead, record).erased().get(0).asks()).isTrue();
        WithdrawalPlan.Here here = plan(lead, record).erased().get(0);
        assertThat(here.spread().receivers()).singleElement().satisfies(receiver -> {
            assertThat(receiver.who().device()).isEqualTo(a.device());
            assertThat(receiver.wrote()).isTrue();
            assertThat(receiver.brought()).isTrue();
        });
        erase(lead, record);
        a.takes(lead.export(Choice.CHANGES, a));
        lead.takes(a.export(Choice.RECEIPT, lead));
        assertThat(standing(lead, a).reached()).isEqualTo(Reached.ANSWERED);
        HeldPurges held = new HeldPurges(a.notebook, Laptop.CLOCK);
        Waiting waiting = held.all().get(0);
        assertThat(waiting.why()).containsExactly(Why.BEGUN_BY_ANOTHER);
        assertThat(waiting.here()).isNotNull();
        assertThat(held.accept(waiting)).isTrue();
        assertThat(held.accept(waiting)).isFalse();
        assertThat(gone(a, record)).isTrue();
        lead.takes(a.export(Choice.RECEIPT, lead));
        assertThat(standing(lead, a).reached()).isEqualTo(Reached.CONFIRMED);
        assertThat(new CustodyStory(a.notebook).of(record)).first().satisfies(line -> {
            assertThat(line.entry().note().what()).isEqualTo(What.PURGE_ACCEPTED);
            assertThat(Objects.requireNonNull(line.from()).device()).isEqualTo(lead.device());
        });
    }

    @Test
    void acceptingOneErasureStartsTheCountOfTheUnaskedAnew() throws Exception {
        List<String> records = new java.util.ArrayList<>();
        for (int i = 0; i < 21; i++) {
            records.add(a.interview("interview " + i));
        }
        lead.takes(a.export(Choice.ALL, lead));
        records.forEach(a::purges);
        lead.takes(a.export(Choice.CHANGES, lead));
        HeldPurges held = new HeldPurges(lead.notebook, Laptop.CLOCK);
        assertThat(held.all())
                .singleElement()
                .satisfies(w -> assertThat(w.why()).containsExactly(Why.TOO_MANY));
        held.accept(held.all().get(0));
        assertThat(lead.notebook.purges().takenUnasked(a.device())).isZero();
        assertThat(held.all()).isEmpty();
    }

    @Test
    void nobodyCanSayYesToABlockedDeviceOrToOneThatNobodyKnowsWithoutBeingTold() throws Exception {
        String ofB = b.interview("B's own");
        a.takes(b.export(Choice.ALL, a));
        lead.takes(a.export(Choice.ALL, lead));
        b.purges(ofB);
        a.notebook.devices().block(b.device());
        lead.takes(b.export(Choice.CHANGES, lead));
        a.takes(lead.export(Choice.ALL, a));
        HeldPurges held = new HeldPurges(a.notebook, Laptop.CLOCK);
        Waiting waiting = held.all().get(0);
        assertThat(waiting.why()).contains(Why.BLOCKED);
        assertThat(waiting.canBeAccepted()).isFalse();
        assertThat(held.accept(waiting)).isFalse();
        assertThat(gone(a, ofB)).isFalse();
    }

    @Test
    void textThatNamesHerElsewhereIsFoundInAnyEndingAndKeptAsATaskWithoutHerName() {
        Her her = new Her(a);
        String told = a.interview("Аны менен Айсулууга бардык");
        String coded = saved(a, "interview", Map.of("publicText", Json.of("see t–17 for more")));
        String captioned = saved(
                a,
                "interview",
                Map.of(
                        "attachments/" + RecordId.random(),
                        Json.object(
                                Map.of("sha256", Json.of("ab".repeat(32)), "caption", Json.of("Токтобекованын үйү")))));
        String before = a.interview("с Токтобековой");
        a.edits(before, "narrative", "без имени");
        String drafted = a.interview("ничего");
        new KeepDrafts(a.notebook, Laptop.CLOCK)
                .keep(drafted, "interview", Json.object(Map.of("changes", Json.of("Токтобекова"))));
        String unrelated = a.interview("T-170 жана Токтогул менен 17");
        WithdrawalPlan plan = plan(a, her.participant);
        assertThat(plan.mentions())
                .extracting(p -> p.in().record() + " " + p.path().replaceAll("/.*\\.", "/…."))
                .containsExactlyInAnyOrder(
                        told + " narrative",
                        coded + " publicText",
                        captioned + " attachments/….caption",
                        before + " narrative",
                        drafted + " ");
        assertThat(plan.mentions()).noneMatch(p -> p.in().record().equals(unrelated));
        assertThat(plan.mentions())
                .filteredOn(p -> p.in().record().equals(told))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.place()).isEqualTo(10);
                    assertThat(p.name()).isTrue();
                });
        assertThat(plan.mentions()).filteredOn(WithdrawalPlan.Place::old).hasSize(1);
        assertThat(erase(a, her.participant).mentions()).isEqualTo(5);
        LeftMentions left = new LeftMentions(a.notebook, Laptop.CLOCK);
        assertThat(left.open()).hasSize(5);
        assertThat(Inside.table(a.notebook, "mention")).doesNotContain("Токтобеков", "Айсулуу", "T-17");
        left.done(left.open().get(0).mention());
        assertThat(left.count()).isEqualTo(4);
        // A task in a record that is erased itself is done.
        a.purges(told);
        assertThat(left.open()).noneMatch(l -> l.item().record().equals(told));
    }

    @Test
    void whoOnlyWantsItNotUsedKeepsTheRecordAndWhatWasTyped() {
        Her her = new Her(a);
        KeepDrafts drafts = new KeepDrafts(a.notebook, Laptop.CLOCK);
        drafts.keep(her.alone, "interview", Json.object(Map.of("changes", Json.of("typed"))));
        Withdraw.Done done = new Withdraw(a.notebook, Laptop.CLOCK)
                .stopUsing(plan(a, her.participant), Set.of(her.together), LocalDate.of(2024, 5, 6));
        assertThat(done.records()).isEqualTo(2);
        for (String record : List.of(her.alone, her.together)) {
            assertThat(a.shown(record, "consent"))
                    .isEqualTo(Json.object(Map.of("given", Json.of("withdrawn"), "withdrawn", Json.of("2024-05-06"))));
            assertThat(a.state(record).values()).containsKey("narrative");
        }
        assertThat(drafts.find(her.alone)).isNotNull();
        assertThat(gone(a, her.participant)).isFalse();
    }

    @Test
    void whatFailsInTheMiddleErasesNothing() {
        Her her = new Her(a);
        WithdrawalPlan plan = plan(a, her.participant);
        String before = a.dump();
        Inside.run(
                a.notebook,
                "CREATE TEMP TRIGGER fails BEFORE INSERT ON main.purge WHEN (SELECT count(*) FROM purge) = 2"
                        + " BEGIN SELECT RAISE(ABORT, 'broken in the middle'); END");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new Withdraw(a.notebook, Laptop.CLOCK).erase(plan, Set.of()))
                .isInstanceOf(RuntimeException.class);
        assertThat(a.dump()).isEqualTo(before);
        Inside.run(a.notebook, "DROP TRIGGER fails");
        assertThat(new Withdraw(a.notebook, Laptop.CLOCK).erase(plan, Set.of()).records())
                .isEqualTo(3);
    }

    @Test
    void aSavedFilterWhoseWordsStoodInTheErasedRecordAloneIsForgotten() {
        String record = a.interview("тилсиммер деген сөз");
        a.interview("айлык берилген жок");
        ListMemory memory = new ListMemory(a.notebook);
        memory.keep(
                "interview",
                new ListMemory.Remembered(
                        List.of(filter("тилсиммер"), filter("айлык"), filter("никогда-не-было")), List.of(), null));
        erase(a, record);
        assertThat(memory.of("interview").filters())
                .extracting(ListMemory.Filter::typed)
                .containsExactly("айлык", "никогда-не-было");
    }

    private static ListMemory.Filter filter(String typed) {
        return new ListMemory.Filter(typed, typed, org.jailoo.notebook.Lists.Show.ALL, null);
    }

    @Test
    void theCustodyOfARecordTellsItsWholeWay() throws Exception {
        String record = a.interview("told to A");
        a.save(
                a.form("interview", record),
                Map.of(
                        "consent",
                        Json.object(Map.of(
                                "given", Json.of("yes"),
                                "purposes", Json.texts(List.of("keep", "record-audio", "photo"))))));
        String file = a.attaches(record, "a voice".getBytes(StandardCharsets.UTF_8));
        new SaveCopy(a.notebook, Laptop.CLOCK, ZoneOffset.UTC).save(file, folder.resolve("voice.bin"), Steps.UNWATCHED);
        lead.takes(a.export(Choice.ALL, lead));
        erase(a, record);
        assertThat(new CustodyStory(a.notebook).of(record))
                .extracting(line -> line.entry().note().what())
                .containsExactly(What.PURGE, What.HANDOVER, What.COPY, What.CHANGE, What.CHANGE, What.INTAKE);
        assertThat(new CustodyStory(a.notebook).of(record).get(1).to())
                .singleElement()
                .satisfies(who -> assertThat(who.device()).isEqualTo(lead.device()));
        assertThat(new CustodyStory(lead.notebook).of(record))
                .singleElement()
                .satisfies(line ->
                        assertThat(Objects.requireNonNull(line.from()).device()).isEqualTo(a.device()));
        CustodyStory story = new CustodyStory(a.notebook);
        assertThat(story.check()).isEmpty();
        assertThat(story.sealed().seal()).hasSize(64);
        assertThat(story.before(3, 10)).hasSize(2);
        String entry = Inside.texts(a.notebook, "SELECT hex(entry) FROM custody WHERE number = 2")
                .get(0);
        Inside.run(a.notebook, "UPDATE custody SET entry = x'7b7d' WHERE number = 2");
        assertThat(story.check()).hasValue(2);
        Inside.run(a.notebook, "UPDATE custody SET entry = x'" + entry + "' WHERE number = 2");
        assertThat(story.check()).isEmpty();
    }

    @Test
    void whileTheIdentitiesAreClosedThePlanSaysThatHerNameIsNotInIt() {
        Her her = new Her(a);
        a.notebook.identities().close();
        WithdrawalPlan plan = plan(a, her.participant);
        assertThat(plan.identitiesRead()).isFalse();
        assertThat(records(plan.erased())).containsExactlyInAnyOrder(her.participant, her.alone);
        // The identity record by itself can be erased all the same.
        assertThat(plan(a, her.identity).erased().get(0).bodies()).isEqualTo(1);
        erase(a, her.identity);
        assertThat(Inside.texts(a.notebook, "SELECT count(*) FROM content WHERE sealed <> 0"))
                .containsExactly("0");
        org.jailoo.notebook.TestDoor.openIdentities(a.notebook);
        assertThat(plan(a, her.participant).identitiesRead()).isTrue();
    }

    @Test
    void anIdentityThatWasTypedAndNeverSavedGoesWithHer() {
        Her her = new Her(a);
        String typed = RecordId.random();
        new KeepDrafts(a.notebook, Laptop.CLOCK)
                .keep(
                        typed,
                        "identity",
                        Json.object(Map.of(
                                "changes",
                                Json.object(Map.of(
                                        "participant", Json.of(her.participant), "fullName", Json.of("Гүлзат"))))));
        String told = a.interview("Гүлзаттын айтканы");
        WithdrawalPlan plan = plan(a, her.participant);
        assertThat(plan.begun()).containsExactly(typed);
        assertThat(plan.mentions()).extracting(p -> p.in().record()).containsExactly(told);
        erase(a, her.participant);
        assertThat(Inside.texts(a.notebook, "SELECT count(*) FROM draft")).containsExactly("0");
    }
}
