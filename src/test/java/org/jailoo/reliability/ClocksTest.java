package org.jailoo.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.jailoo.app.Backups;
import org.jailoo.app.Conflicts;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.HomeScan;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.JoinTeam;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.ProgressRound;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.app.UndoImport;
import org.jailoo.app.UndoPlan;
import org.jailoo.bundle.Progress;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Integrity.Severity;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.timeline.Quarter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks that jump: by years, back before the last revision, to 1970, in the middle of an import; and other time zones. */
class ClocksTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int SEEDS = LONG ? 200 : 3;
    private static final List<Instant> JUMPS = List.of(
            Instant.EPOCH,
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("2000-02-29T23:59:59Z"),
            Instant.parse("2024-05-06T07:08:09Z"),
            Instant.parse("2024-12-31T18:30:00Z"),
            Instant.parse("2038-01-19T03:14:08Z"),
            Instant.parse("9999-12-31T23:59:59Z"),
            Instant.parse("9999-12-31T23:59:59Z").plus(Duration.ofDays(400)),
            Instant.MIN.plus(Duration.ofDays(400)));

    @TempDir
    Path folder = Path.of("");

    /** A clock that says something else each time it is asked. */
    private static final class Leaping extends Clock {
        private final Random random;

        Leaping(long seed) {
            this.random = new Random(seed);
        }

        @Override
        public Instant instant() {
            return JUMPS.get(random.nextInt(JUMPS.size()));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instantThatHasADate(), zone);
        }

        /** Java makes no date of the end of its own time. */
        private Instant instantThatHasADate() {
            Instant now = instant();
            return now.equals(Instant.MIN.plus(Duration.ofDays(400))) ? Instant.EPOCH : now;
        }
    }

    private static Notebook notebook(Path file, String name) {
        Notebook notebook = TestDoor.create(file, name);
        Inside.hurry(notebook);
        return notebook;
    }

    private static void take(Notebook into, Path bundle, Clock clock) throws Exception {
        try (ImportBundle.Waiting waiting = new ImportBundle(into, clock, ForkJoinPool.commonPool())
                .stage(bundle, null, new ImportBundle.Allowed(true, true), Progress.NONE)) {
            waiting.preview();
            waiting.write();
        }
    }

    private static Path export(Notebook from, Path out, Clock clock, ExportBundle.Choice choice) throws Exception {
        new ExportBundle(from, clock).export(new ExportBundle.Order(out, List.of(), choice));
        return out;
    }

    private static void sound(Notebook notebook) {
        notebook.integrity()
                .check(finding -> assertThat(finding.kind().severity())
                        .as(finding.toString())
                        .isEqualTo(Severity.ATTENTION));
    }

    /** What stands in a record is what was written last by whoever knew the rest, whatever the clocks said. */
    @Test
    void noRuleLooksAtAClockAndNoSaveIsRefusedForOne() throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Path place = Files.createDirectory(folder.resolve("seed" + seed));
            Clock clock = new Leaping(seed);
            Random random = new Random(seed);
            try (Notebook a = notebook(place.resolve("a"), "A1");
                    Notebook b = notebook(place.resolve("b"), "B2")) {
                a.devices().trust(b.card());
                b.devices().trust(a.card());
                SaveRecord save = new SaveRecord(a, clock);
                SaveRecord.Form form = save.open("interview", null);
                String last = "";
                List<String> revisions = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    last = "сөз " + i;
                    Json.Obj body = Json.object(Map.of("narrative", Json.of(last)));
                    if (random.nextBoolean()) {
                        new KeepDrafts(a, clock).keep(form.record(), "interview", body);
                        assertThat(new KeepDrafts(a, clock).all()).hasSize(1);
                    }
                    SaveRecord.Saved saved = World.must(save.save(form, body));
                    assertThat(new KeepDrafts(a, clock).all()).isEmpty();
                    revisions.add(saved.revision());
                    form = saved.form();
                }
                String record = form.record();
                RecordState state = a.revisions().state(record).orElseThrow();
                assertThat(state.conflicts()).isEmpty();
                assertThat(state.values().get("narrative")).isEqualTo(Json.of(last));
                List<Held> held = a.revisions().heldOf(record);
                assertThat(held.stream().map(h -> h.header().id())).containsExactlyInAnyOrderElementsOf(revisions);
                assertThat(a.revisions().nextSeq(a.self())).isEqualTo(13);

                take(b, export(a, place.resolve("1.json"), clock, ExportBundle.Choice.ALL), clock);
                SaveRecord theirs = new SaveRecord(b, clock);
                World.must(theirs.save(
                        theirs.open("interview", record), Json.object(Map.of("narrative", Json.of("андан кийин")))));
                World.must(save.save(form, Json.object(Map.of("summary", Json.of("кыскача")))));
                Path back = export(b, place.resolve("2.json"), clock, ExportBundle.Choice.ALL);
                take(a, back, clock);
                take(a, back, clock);
                state = a.revisions().state(record).orElseThrow();
                assertThat(state.values().get("narrative")).isEqualTo(Json.of("андан кийин"));
                assertThat(state.values().get("summary")).isEqualTo(Json.of("кыскача"));
                assertThat(state.conflicts()).isEmpty();
                assertThat(new Conflicts(a, clock).queue(Steps.UNWATCHED).lines())
                        .isEmpty();

                UndoPlan plan = new UndoImport(a, clock)
                        .look(a.log().came(9).get(a.log().came(9).size() - 1).key(), Steps.UNWATCHED);
                assertThat(plan.way()).isEqualTo(UndoPlan.Way.TAKE_OUT);
                assertThat(new UndoImport(a, clock).undo(plan, Steps.UNWATCHED)).isInstanceOf(UndoImport.Done.class);
                assertThat(a.revisions().state(record).orElseThrow().values().get("narrative"))
                        .isEqualTo(Json.of(last));

                long list = new JoinTeam(a, clock).list().number();
                assertThat(new JoinTeam(a, clock).list().number()).isGreaterThan(list);
                assertThat(new PurgeRecord(a, clock).purge(record)).isPresent();
                take(b, export(a, place.resolve("3.json"), clock, ExportBundle.Choice.ALL), clock);
                assertThat(b.revisions().isPurged(record)).isTrue();
                sound(a);
                sound(b);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void theLatestDraftAndBundleAreThoseThatCameLast() throws Exception {
        try (Notebook a = notebook(folder.resolve("a"), "A1")) {
            Clock late = Clock.fixed(Instant.parse("2040-01-01T00:00:00Z"), ZoneOffset.UTC);
            Clock early = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
            Json.Obj body = Json.object(Map.of("changes", Json.object(Map.of("code", Json.of("Ж-1")))));
            String record = "00000000-0000-4000-8000-000000000001";
            assertThat(new KeepDrafts(a, late).keep(record, "interview", body)).isTrue();
            Json.Obj newer = Json.object(Map.of("changes", Json.object(Map.of("code", Json.of("Ж-2")))));
            assertThat(new KeepDrafts(a, early).keep(record, "interview", newer))
                    .isTrue();
            assertThat(new KeepDrafts(a, late).find(record))
                    .satisfies(draft -> assertThat(draft).isNotNull())
                    .extracting("content")
                    .isEqualTo(newer);
        }
    }

    @Test
    void aBackupMadeInWhatIsStillToComeDoesNotSilenceTheReminder() throws Exception {
        Path file = folder.resolve("a");
        try (Notebook a = notebook(file, "A1")) {
            SaveRecord save = new SaveRecord(a, World.CLOCK);
            World.must(save.save(save.open("interview", null), Json.object(Map.of("code", Json.of("Ж-1")))));
            Instant wrong = Instant.parse("2090-01-01T00:00:00Z");
            new org.jailoo.app.BackUp(a, Clock.fixed(wrong, ZoneOffset.UTC), 8)
                    .write(folder.resolve("backup"), KillTest.PASSPHRASE.toCharArray());
            for (Instant now : List.of(Instant.parse("2024-05-06T07:08:09Z"), Instant.EPOCH)) {
                Backups.Age age = new Backups(a, file, Clock.fixed(now, ZoneOffset.UTC), 8).age();
                assertThat(age.due()).as("at %s", now).isTrue();
                assertThat(age.days()).isZero();
            }
            assertThat(new Backups(a, file, Clock.fixed(wrong.plusSeconds(60), ZoneOffset.UTC), 8)
                            .age()
                            .due())
                    .isFalse();
        }
    }

    /** The first page and the round in every zone and at every time: they say something, and change nothing. */
    @Test
    void deadlinesAndTheFirstPageBearEveryTimeAndZone() throws Exception {
        try (Notebook a = notebook(folder.resolve("a"), "A1")) {
            SaveRecord save = new SaveRecord(a, World.CLOCK);
            World.must(save.save(
                    save.open("recommendation", null),
                    Json.object(Map.of(
                            "text", Json.of("сууну текшерүү"),
                            "status", Json.of("planned"),
                            "timeline", Json.object(Map.of("to", Json.of("2024-12-31")))))));
            String before = Inside.dump(a);
            for (String zone : List.of("UTC", "Asia/Bishkek", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
                for (Instant now : JUMPS.subList(0, 7)) {
                    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
                    new HomeScan(a, clock, ZoneId.of(zone)).scan(Steps.UNWATCHED);
                    LocalDate day = LocalDate.ofInstant(now, ZoneId.of(zone));
                    if (day.getYear() >= 1 && day.getYear() <= 9999) {
                        ProgressRound.Round round = new ProgressRound(a, clock, ZoneId.of(zone))
                                .read("", Quarter.of(day), "ky", Steps.UNWATCHED);
                        boolean overdue =
                                round.rows().get(0).due().standing() == org.jailoo.timeline.Due.Standing.OVERDUE;
                        assertThat(overdue)
                                .as("%s in %s", now, zone)
                                .isEqualTo(day.isAfter(LocalDate.of(2024, 12, 31)));
                    }
                }
            }
            assertThat(Inside.table(a, "revision")).isEqualTo(tableOf(before, "revision"));
        }
    }

    private static String tableOf(String dump, String table) {
        return dump.lines()
                .filter(line -> line.startsWith(table + ": "))
                .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
    }
}
