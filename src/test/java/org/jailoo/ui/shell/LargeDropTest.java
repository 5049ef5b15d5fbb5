package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.HomeCounts;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.benchmark.Narratives;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Card;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;
import org.jailoo.ui.exchange.ImportTotals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Friday of a regional lead: a folder of bundles on the desk, some overlapping, some contradicting, one cut off, one
 * for somebody else, one from a stranger. 20 bundles with 2,000 interviews with {@code -Djailoo.size=long}, where the
 * longest silence of the window and the longest wait of a draft are printed; otherwise a few small ones, and each flow
 * of the desk once.
 */
class LargeDropTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int BUNDLES = LONG ? 20 : 6;
    private static final int INTERVIEWS = LONG ? 100 : 6;
    private static final int SHARED = LONG ? 20 : 2;
    private static final int BYTES = LONG ? 1_500 : 200;
    private static final String PASSPHRASE = "ak kalpak";

    @TempDir
    Path folder;

    private final Map<String, String> figures = new LinkedHashMap<>();
    private final Narratives narratives = new Narratives(5);
    private final AtomicLong longestDraft = new AtomicLong();

    @Test
    void aFolderOfBundlesIsTakenInWithoutAFrozenWindow() throws Exception {
        Path file = folder.resolve("lead");
        Path stick = Files.createDirectory(folder.resolve("stick"));
        try (Notebook lead = TestDoor.createWithKeys(file, "LEAD", PASSPHRASE, Kdf.FLOOR)) {
            fill(lead, stick);
        }
        try (Person person = new Person(file);
                Pulse pulse = new Pulse()) {
            person.types("passphrase", PASSPHRASE);
            ButtonBase unlock = person.find("unlock", ButtonBase.class);
            person.onWindow(() -> {
                unlock.fire();
                return unlock;
            });
            waitFor(person, () -> person.sees("home-checks"));
            person.press("nav-exchange");
            Notebook notebook = person.notebook();
            AtomicBoolean typing = new AtomicBoolean(true);
            Thread typist = new Thread(() -> type(notebook, typing));
            typist.start();
            try {
                if (LONG) {
                    measure(pulse, "nothing at all", () -> Thread.sleep(8_000));
                }
                measure(pulse, "dropped, checked and looked at", () -> {
                    person.chooses.add(stick);
                    fire(person, "choose-folder");
                    waitFor(person, () -> idle(person) && totals(person).free() == BUNDLES - 3);
                });
                assertThat(totals(person).refused()).isEqualTo(2);
                assertThat(totals(person).toCompare()).isEqualTo(1);
                assertThat(interviews(new HomeCounts(notebook).count())).isEqualTo(SHARED);
                looks(person);
                measure(pulse, "taken in", () -> {
                    fire(person, "take-all");
                    waitFor(person, () -> idle(person) && totals(person).written() == BUNDLES - 3);
                });
            } finally {
                typing.set(false);
                typist.join();
            }
            // The stranger's waits for the digits.
            assertThat(totals(person).toCompare()).isEqualTo(1);
            assertThat(person.all("import-button")).isEmpty();
            HomeCounts.Counts counts = new HomeCounts(notebook).count();
            assertThat(interviews(counts)).isEqualTo(SHARED + (long) (BUNDLES - 3) * (INTERVIEWS - SHARED));
            assertThat(counts.inConflict()).isEqualTo(SHARED);
            assertThat(person.reads("import-came")).startsWith(BUNDLES - 3 + " bundles are in the notebook.");
            measure(pulse, "to the first contradiction", () -> {
                person.press("first-conflict");
                waitFor(person, () -> !person.sees("arrivals"));
            });
        }
        figures.put("longest wait of a draft", longestDraft.get() / 1_000_000 + " ms");
        if (LONG) {
            figures.forEach((name, figure) -> System.out.printf("%-34s %s%n", name, figure));
        }
    }

    /** Opens the records of the first bundle, and one of them in words. */
    private static void looks(Person person) {
        person.press("import-unfold-0");
        person.press("import-look");
        ListView<?> records = person.find("coming-records", ListView.class);
        person.until(() -> person.onWindow(() -> !records.getItems().isEmpty()));
        assertThat(person.onWindow(() -> records.getItems().size())).isBetween(1, 100);
        person.until(() ->
                !person.all("conflict").isEmpty() || !person.all("coming-mark").isEmpty());
        person.press("coming-back");
        assertThat(person.sees("coming-records")).isFalse();
    }

    private static void fire(Person person, String id) {
        ButtonBase button = person.find(id, ButtonBase.class);
        person.onWindow(() -> {
            button.fire();
            return button;
        });
    }

    private static boolean idle(Person person) {
        return person.onWindow(() -> person.shell().isIdle()
                && !person.shell().scene().lookup("#import-work").isVisible());
    }

    private static ImportTotals totals(Person person) {
        return person.onWindow(() -> Objects.requireNonNull(person.shell().desk())
                .exchange()
                .imports()
                .totals());
    }

    private static void waitFor(Person person, BooleanSupplier there) {
        long end = System.nanoTime() + 300_000_000_000L;
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not come").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        person.rest();
    }

    private interface Doing {
        void now() throws Exception;
    }

    private void measure(Pulse pulse, String name, Doing doing) throws Exception {
        pulse.restart();
        long start = System.nanoTime();
        doing.now();
        long took = (System.nanoTime() - start) / 1_000_000;
        long gap = pulse.longestGap();
        figures.put(name, String.format("longest gap %,5d ms   done after %,6d ms", gap, took));
        // What the rest of the machine does counts too: the first figure is that of a window in which nothing happens.
        assertThat(gap).as(name).isLessThan(5_000);
    }

    /** Somebody types in a form all the while: how long does keeping a draft wait? */
    private void type(Notebook notebook, AtomicBoolean typing) {
        String record = RecordId.random();
        while (typing.get()) {
            long start = System.nanoTime();
            notebook.inTransaction(() -> {
                notebook.drafts()
                        .put(new Drafts.Draft(
                                record, "interview", "2026-01-01T00:00:00Z", Json.object(Map.of("x", Json.of("y")))));
                return record;
            });
            longestDraft.accumulateAndGet(System.nanoTime() - start, Math::max);
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    // ---- what lies in the folder

    private void fill(Notebook lead, Path stick) throws Exception {
        List<String> shared = new ArrayList<>();
        try (Notebook base = TestDoor.create(folder.resolve("base"), "BASE")) {
            base.devices().trust(lead.card());
            lead.devices().trust(base.card());
            base.inTransaction(() -> {
                for (int i = 0; i < SHARED; i++) {
                    shared.add(saved(base, null, "S-" + i, i));
                }
                return base;
            });
            Path given = folder.resolve("given.jailoo");
            for (int b = 0; b < BUNDLES; b++) {
                try (Notebook one = TestDoor.create(folder.resolve("n" + b), "F-" + b)) {
                    if (b < BUNDLES - 3 || b > BUNDLES - 3) {
                        lead.devices().trust(one.card());
                    }
                    one.devices().trust(base.card());
                    Files.deleteIfExists(given);
                    write(base, given, one.card());
                    take(one, given);
                    int number = b;
                    one.inTransaction(() -> {
                        for (int i = 0; i < INTERVIEWS - SHARED; i++) {
                            saved(one, null, "F-" + number + "-" + i, number * 1_000 + i);
                        }
                        shared.forEach(record -> saved(one, record, "", number * 1_000 + 999));
                        return one;
                    });
                    Path out = stick.resolve("bundle-%02d.%s".formatted(b, b == BUNDLES - 1 ? "json" : "jailoo"));
                    if (b == BUNDLES - 2) {
                        write(one, out, base.card());
                    } else if (b == BUNDLES - 1) {
                        write(one, out);
                        byte[] bytes = Files.readAllBytes(out);
                        Files.write(out, Arrays.copyOf(bytes, bytes.length * 2 / 3));
                    } else {
                        write(one, out, lead.card());
                    }
                }
            }
            Files.deleteIfExists(given);
            write(base, given, lead.card());
            take(lead, given);
        }
        Files.writeString(stick.resolve("notes.txt"), "what lay on the stick besides");
    }

    private String saved(Notebook in, @Nullable String record, String code, int text) {
        SaveRecord save = new SaveRecord(in, Person.CLOCK);
        SaveRecord.Form form = save.open("interview", record);
        Map<String, Json> values = new HashMap<>();
        if (record == null) {
            values.put("code", Json.of(code));
        }
        values.put("narrative", Json.of(narratives.text(text, BYTES)));
        assertThat(save.save(form, Json.object(values))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private static void write(Notebook from, Path out, Card... to) throws Exception {
        new ExportBundle(from, Person.CLOCK).export(new ExportBundle.Order(out, List.of(to), ExportBundle.Choice.ALL));
    }

    private static void take(Notebook to, Path file) throws Exception {
        try (ImportBundle.Waiting waiting = new ImportBundle(to, Person.CLOCK, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    private static long interviews(HomeCounts.Counts counts) {
        return Objects.requireNonNull(counts.types().get("interview")).records();
    }
}
