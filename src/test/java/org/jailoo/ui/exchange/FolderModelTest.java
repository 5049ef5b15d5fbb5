package org.jailoo.ui.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import javafx.beans.property.SimpleIntegerProperty;
import org.jailoo.app.FolderPlan.What;
import org.jailoo.app.FolderView.State;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.SharedFolder;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shared folder second by second: how often it is looked into, and when something is written unasked. */
class FolderModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path place;

    private Notebook here;
    private Notebook there;
    private Path folder;
    private FolderModel model;
    private final List<Path> offered = new ArrayList<>();
    private long seconds;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectory(place.resolve("shared"));
        here = TestDoor.create(place.resolve("here"), "here");
        there = TestDoor.create(place.resolve("there"), "there");
        here.devices().trust(there.card());
        there.devices().trust(here.card());
        model = model();
    }

    private FolderModel model() {
        NamesModel names = new NamesModel(
                new NamesModel.Room(here.identities(), Tasks.direct(), CLOCK, new SimpleIntegerProperty(10)), false);
        SharedFolder shared = new SharedFolder(
                here, new ImportBundle(here, CLOCK, ForkJoinPool.commonPool()), CLOCK, () -> seconds * 1_000_000_000L);
        return new FolderModel(Tasks.direct(), new FolderModel.Uses(shared, here, names, offered::addAll));
    }

    @AfterEach
    void close() {
        model.close();
        here.close();
        there.close();
    }

    private void wait(int howLong) {
        for (int i = 0; i < howLong; i++) {
            seconds++;
            model.tick();
        }
    }

    private void interview(String code) {
        SaveRecord save = new SaveRecord(here, CLOCK);
        save.save(save.open("interview", null), Json.object(Map.of("code", Json.of(code))));
    }

    private long bundles() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private void choose(boolean unasked) {
        model.reload();
        model.choose(folder);
        model.to(there.device().deviceId(), true);
        model.unasked(unasked);
    }

    @Test
    void unaskedNothingIsWrittenUnlessThePersonChoseSo() throws Exception {
        interview("1");
        choose(false);
        wait(3000);
        assertThat(Objects.requireNonNull(model.shown().get().plan()).what()).isEqualTo(What.CHANGES);
        assertThat(bundles()).isZero();
        model.send(false);
        assertThat(bundles()).isEqualTo(1);
        model.send(false);
        assertThat(bundles()).isEqualTo(1);
        assertThat(Objects.requireNonNull(model.said().get()).sentence().key())
                .isEqualTo("exchange.folder.sent-nothing");
        model.send(true);
        assertThat(bundles()).isEqualTo(2);
    }

    @Test
    void byItselfItWritesOnceItIsCalmAndSoonAfterABundleWasTakenIn() throws Exception {
        choose(true);
        wait(200);
        interview("1");
        wait(FolderPace.SELDOM);
        long seen = seconds;
        assertThat(bundles()).isZero();
        while (bundles() == 0 && seconds < seen + 2000) {
            wait(1);
        }
        assertThat(seconds - seen).isBetween((long) FolderPace.CALM - 60, FolderPace.CALM + 130L);
        wait(4000);
        assertThat(bundles()).as("once").isEqualTo(1);
        interview("2");
        model.taken();
        wait(FolderPace.AFTER_TAKING + FolderPace.SELDOM);
        assertThat(bundles()).isEqualTo(2);
    }

    @Test
    void intoAFolderThatWasEmptiedNothingIsWrittenUnasked() throws Exception {
        interview("1");
        choose(true);
        wait(1000);
        assertThat(bundles()).isEqualTo(1);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        wait(3000);
        assertThat(Objects.requireNonNull(model.shown().get().view()).emptied()).isTrue();
        assertThat(bundles()).isZero();
        model.send(false);
        assertThat(bundles()).isEqualTo(1);
    }

    @Test
    void whatIsCompleteIsOfferedAndNeverImported() throws Exception {
        SharedFolder theirs = new SharedFolder(there, new ImportBundle(there, CLOCK, ForkJoinPool.commonPool()), CLOCK);
        SaveRecord save = new SaveRecord(there, CLOCK);
        save.save(save.open("interview", null), Json.object(Map.of("code", Json.of("9"))));
        SharedFolder.Choice choice =
                new SharedFolder.Choice(folder, List.of(here.device().deviceId()), false, false);
        theirs.choose(choice);
        var view = theirs.look(choice, false, org.jailoo.app.Steps.UNWATCHED);
        theirs.write(choice, theirs.plan(choice, view), view, false, org.jailoo.app.Steps.UNWATCHED);
        choose(true);
        wait(4000);
        assertThat(Objects.requireNonNull(model.shown().get().view()).in(State.READY))
                .hasSize(1);
        assertThat(here.revisions().count()).isZero();
        assertThat(offered).isEmpty();
        model.takeIn();
        assertThat(offered).hasSize(1);
        assertThat(here.revisions().count()).isZero();
    }

    @Test
    void aFolderInWhichNothingHappensIsLookedIntoSeldomAndOneThatMovesOften() {
        FolderPace pace = new FolderPace();
        assertThat(looks(pace, 3600, false, false)).isBetween(25, 40);
        assertThat(looks(pace, 3600, false, true)).isBetween(700, 730);
        assertThat(looks(pace, 3600, true, false)).isBetween(11, 20);
        // A look that takes eight seconds is not begun again before eighty have passed.
        pace.looked(false, true, true, 8_000_000_000L);
        int until = 1;
        while (!pace.tick()) {
            until++;
        }
        assertThat(until).isEqualTo(80);
    }

    private static int looks(FolderPace pace, int seconds, boolean failed, boolean moving) {
        int looks = 0;
        for (int i = 0; i < seconds; i++) {
            if (pace.tick()) {
                looks++;
                pace.looked(failed, moving, true, 1_000_000L);
            }
        }
        return looks;
    }

    @Test
    void afterItIsClosedNothingMoreIsDone() throws Exception {
        interview("1");
        choose(true);
        model.close();
        wait(3000);
        model.send(false);
        assertThat(bundles()).isZero();
    }

    @Test
    void whatWasChosenIsRememberedInTheNotebookAlone() {
        choose(true);
        FolderModel again = model();
        again.reload();
        assertThat(again.shown().get().choice())
                .isEqualTo(
                        new SharedFolder.Choice(folder, List.of(there.device().deviceId()), false, true));
        again.leave();
        assertThat(again.shown().get().choice()).isNull();
    }
}
