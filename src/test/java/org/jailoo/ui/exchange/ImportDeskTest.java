package org.jailoo.ui.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Card;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many bundles on the desk: each is told for what it is, all are taken in one click, none of them with a surprise. */
class ImportDeskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private Notebook lead;
    private Notebook a;
    private Notebook b;
    private ImportModel model;

    @BeforeEach
    void desk() {
        lead = TestDoor.create(folder.resolve("lead"), "LEAD");
        a = TestDoor.create(folder.resolve("a"), "A3");
        b = TestDoor.create(folder.resolve("b"), "B2");
        List.of(lead, a, b).forEach(Inside::hurry);
        lead.devices().trust(a.card());
        a.devices().trust(b.card());
        ImportBundle imports = new ImportBundle(lead, CLOCK, workers);
        model = new ImportModel(
                Tasks.direct(),
                new ImportModel.Uses(imports, lead, comers -> comers.size(), null, changes::incrementAndGet));
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        model.close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.getFileName().toString().contains(".staging-")))
                    .isEmpty();
        }
        List.of(lead, a, b).forEach(Notebook::close);
        workers.shutdownNow();
    }

    private static String saved(Notebook in, String type, String code) {
        SaveRecord save = new SaveRecord(in, CLOCK);
        SaveRecord.Form form = save.open(type, null);
        save.save(form, Json.object(Map.of("code", Json.of(code))));
        return form.record();
    }

    private Path bundle(Notebook from, String name, Card... to) throws Exception {
        Path out = folder.resolve(name);
        new ExportBundle(from, CLOCK).export(new ExportBundle.Order(out, List.of(to), Choice.ALL));
        return out;
    }

    private void gives(Notebook from, Notebook to) throws Exception {
        try (ImportBundle.Waiting waiting = new ImportBundle(to, CLOCK, workers)
                .stage(
                        bundle(from, "given-" + System.nanoTime(), to.card()),
                        null,
                        new ImportBundle.Allowed(true, false),
                        Progress.NONE)) {
            waiting.write();
        }
    }

    private List<Stage> stages() {
        return model.arrivals().stream().map(Arrival::stage).toList();
    }

    private Arrival at(int place) {
        return model.arrivals().get(place);
    }

    private String said(int place) {
        return Objects.requireNonNull(at(place).said()).key();
    }

    @Test
    void oneClickTakesInAllOfTrustedSendersAndBadFilesStopThemselvesAlone() throws Exception {
        saved(a, "interview", "A-1");
        Path first = bundle(a, "a-1.jailoo", lead.card());
        saved(a, "participant", "P-1");
        Path second = bundle(a, "a-2.jailoo", lead.card());
        saved(b, "interview", "B-1");
        Path stranger = bundle(b, "b-1.jailoo", lead.card());
        Path other = bundle(a, "for-b.jailoo", b.card());
        Path plain = bundle(a, "plain.json");
        byte[] bytes = Files.readAllBytes(plain);
        Files.write(plain, Arrays.copyOf(bytes, bytes.length - 9));
        Path twin = Files.copy(first, folder.resolve("copy.jailoo"));
        model.add(List.of(first, plain, other, second, twin, stranger, folder.resolve("gone.jailoo")));
        assertThat(stages())
                .containsExactly(
                        Stage.READY, Stage.REFUSED, Stage.REFUSED, Stage.READY, Stage.TWIN, Stage.READY, Stage.REFUSED);
        assertThat(said(1)).isEqualTo("exchange.import.refused.truncated");
        assertThat(Objects.requireNonNull(at(1).claim()).name()).isEqualTo("A3");
        assertThat(said(2)).isEqualTo("exchange.import.refused.wrong-recipient");
        assertThat(Objects.requireNonNull(at(4).said()).args()).containsExactly("a-1.jailoo");
        assertThat(said(6)).isEqualTo("failure.file.missing");
        assertThat(Objects.requireNonNull(at(3).seen()).likely()).isEqualTo(1);
        assertThat(lead.revisions().count()).isZero();
        assertThat(model.totals().free()).isEqualTo(2);
        model.takeAll();
        assertThat(stages().subList(3, 6)).containsExactly(Stage.WRITTEN, Stage.TWIN, Stage.READY);
        assertThat(lead.revisions().count()).isEqualTo(2);
        assertThat(model.totals())
                .extracting("written", "fresh", "toCompare", "refused", "free")
                .containsExactly(2, 2L, 1, 4, 0);
        assertThat(changes).hasValue(1);
        assertThat(lead.devices().trust(b.device().deviceId())).isEqualTo(Trust.UNKNOWN);
        model.clearEnded();
        assertThat(stages()).containsExactly(Stage.READY);
    }

    @Test
    void whatWaitsIsCountedAgainAfterAnotherWasWritten() throws Exception {
        saved(a, "interview", "A-1");
        Path first = bundle(a, "a-1.jailoo", lead.card());
        saved(a, "interview", "A-2");
        model.add(List.of(first, bundle(a, "a-2.jailoo", lead.card())));
        assertThat(Objects.requireNonNull(at(1).result()).fresh()).isEqualTo(2);
        model.write(at(0));
        assertThat(at(1).stale()).isFalse();
        assertThat(Objects.requireNonNull(at(1).result()))
                .extracting("fresh", "same")
                .containsExactly(1L, 1L);
    }

    @Test
    void aBlockedSenderIsNamedAndRefused() throws Exception {
        saved(a, "interview", "A-1");
        Path file = bundle(a, "a.jailoo", lead.card());
        lead.devices().block(a.device().deviceId());
        model.add(List.of(file));
        assertThat(said(0)).isEqualTo("exchange.import.refused.blocked");
        assertThat(Objects.requireNonNull(at(0).claim()))
                .extracting("name", "trust")
                .containsExactly("A3", Trust.BLOCKED);
    }

    @Test
    void aSenderWhoIsBlockedWhileItsBundleWaitsIsNotWritten() throws Exception {
        saved(a, "interview", "A-1");
        model.add(List.of(bundle(a, "a.jailoo", lead.card())));
        lead.devices().block(a.device().deviceId());
        model.takeAll();
        assertThat(stages()).containsExactly(Stage.REFUSED);
        assertThat(lead.revisions().count()).isZero();
    }

    /** An interview of B that B erased; A passed both on. Once B is trusted, A's bundle would erase it. */
    @Test
    void anErasureThatWasNotShownIsNotTakenIn() throws Exception {
        String record = saved(b, "interview", "B-1");
        gives(b, lead);
        lead.devices().block(b.device().deviceId());
        new PurgeRecord(b, CLOCK).purge(record);
        gives(b, a);
        saved(a, "interview", "A-1");
        model.add(List.of(bundle(a, "a.jailoo", lead.card())));
        assertThat(Objects.requireNonNull(at(0).result()))
                .extracting("erased", "heldPurges")
                .containsExactly(0L, 1L);
        lead.devices().trust(b.card());
        model.takeAll();
        assertThat(stages()).containsExactly(Stage.READY);
        assertThat(said(0)).isEqualTo("exchange.import.left.erases");
        assertThat(Objects.requireNonNull(at(0).result()).erased()).isEqualTo(1);
        assertThat(lead.revisions().state(record).orElseThrow().purged()).isFalse();
        assertThat(model.totals().erasing()).isEqualTo(1);
        model.takeAll();
        assertThat(stages()).containsExactly(Stage.WRITTEN);
        assertThat(lead.revisions().state(record).orElseThrow().purged()).isTrue();
        assertThat(model.totals().erased()).isEqualTo(1);
    }

    /** Does the work of the window, step by step, until something holds. */
    private static void goOn(BlockingQueue<Runnable> window, BooleanSupplier until) throws InterruptedException {
        while (!until.getAsBoolean()) {
            Objects.requireNonNull(window.poll(20, TimeUnit.SECONDS), "nothing more happens")
                    .run();
        }
    }

    @Test
    void stoppingKeepsWhatIsInAndLeavesTheRestWaiting() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            saved(a, "interview", "A-" + i);
            files.add(bundle(a, "a-" + i + ".jailoo", lead.card()));
        }
        BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
        try (Tasks tasks = Tasks.background(window::add, e -> {
            throw new IllegalStateException(e);
        })) {
            ImportBundle imports = new ImportBundle(lead, CLOCK, workers);
            model = new ImportModel(tasks, new ImportModel.Uses(imports, lead, null, null, changes::incrementAndGet));
            BooleanSupplier idle =
                    () -> tasks.isIdle() && model.workProperty().get().equals(ImportWork.NONE);
            model.add(files);
            goOn(window, () -> !model.arrivals().isEmpty() && at(1).stage() == Stage.READING);
            model.cancel();
            goOn(window, idle);
            assertThat(stages()).containsExactly(Stage.READY, Stage.STOPPED, Stage.STOPPED, Stage.STOPPED);
            List.copyOf(model.arrivals()).forEach(model::readAgain);
            goOn(window, () -> stages().equals(List.of(Stage.READY, Stage.READY, Stage.READY, Stage.READY)));
            model.takeAll();
            goOn(window, () -> at(1).stage() == Stage.WRITING);
            model.cancel();
            goOn(window, idle);
            assertThat(stages()).containsExactly(Stage.WRITTEN, Stage.WRITTEN, Stage.READY, Stage.READY);
            assertThat(Objects.requireNonNull(model.stoppedProperty().get()).args())
                    .containsExactly(2, 2);
            assertThat(Objects.requireNonNull(at(3).result()).fresh()).isEqualTo(2);
            assertThat(at(3).stale()).isFalse();
            assertThat(changes).hasValue(1);
            model.takeAll();
            goOn(window, idle);
            assertThat(lead.revisions().count()).isEqualTo(4);
        }
    }

    @Test
    void whatADiskWithoutRoomDidNotTakeGoesOnWaiting() throws Exception {
        for (int i = 0; i < 30; i++) {
            saved(a, "interview", "A-" + i + " " + "x".repeat(2_000));
        }
        model.add(List.of(bundle(a, "a.jailoo", lead.card())));
        Inside.roomFor(lead, 3);
        model.takeAll();
        assertThat(stages()).containsExactly(Stage.READY);
        assertThat(said(0)).isEqualTo("exchange.import.disk");
        assertThat(lead.revisions().count()).isZero();
        Inside.roomFor(lead, -1);
        model.takeAll();
        assertThat(stages()).containsExactly(Stage.WRITTEN);
        assertThat(lead.revisions().count()).isEqualTo(30);
    }

    @Test
    void aFolderIsSearchedAndWhatIsNoBundleIsCounted() throws Exception {
        Path stick = folder.resolve("stick");
        Files.createDirectories(stick.resolve("deep"));
        saved(a, "interview", "A-1");
        Files.move(bundle(a, "a.jailoo", lead.card()), stick.resolve("deep/document-0007.dat"));
        saved(a, "interview", "A-2");
        Files.move(bundle(a, "plain.json"), stick.resolve("plain.json"));
        Files.writeString(stick.resolve("cut.jailoo"), "");
        Files.writeString(stick.resolve("._plain.jailoo"), "of a Macintosh");
        Files.writeString(stick.resolve("notes.txt"), "{\"format\":\"something\"}");
        Files.write(stick.resolve("photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1});
        model.add(List.of(stick));
        assertThat(model.arrivals().stream()
                        .map(arrival -> stick.relativize(arrival.file()).toString() + " " + arrival.stage()))
                .containsExactly("cut.jailoo REFUSED", "deep/document-0007.dat READY", "plain.json READY");
        assertThat(said(0)).isEqualTo("exchange.import.refused.not-a-bundle");
        assertThat(model.skippedProperty().get()).isEqualTo(3);
    }

    @Test
    void whatIsLookedAtIsGoneWithTheLook() throws Exception {
        saved(a, "interview", "A-1");
        model.add(List.of(bundle(a, "a.jailoo", lead.card())));
        ComingModel look = Objects.requireNonNull(model.look(at(0)));
        look.show(org.jailoo.notebook.Fates.Show.ALL, 0);
        ComingModel.Page page = Objects.requireNonNull(look.pageProperty().get());
        assertThat(page.total()).isEqualTo(1);
        look.look(page.rows().get(0).told().record());
        assertThat(Objects.requireNonNull(look.comingProperty().get()).after()).isNotNull();
        look.end();
        assertThat(look.comingProperty().get()).isNull();
        assertThat(look.pageProperty().get()).isNull();
        model.write(at(0));
        assertThat(model.look(at(0))).isNull();
    }
}
