package org.jailoo.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.RestoreBackup;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.history.Held;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Integrity.Severity;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments of save, import, purge and backup. */
class KillTest {
    static final String PASSPHRASE = "a passphrase of the tests";

    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int KILLS = Integer.getInteger("jailoo.kills", LONG ? 200 : 6);
    private static final int BUNDLES = LONG ? 30 : 3;
    private static final int RECORDS = 200;

    private final Set<String> saved = new HashSet<>();
    private final Set<String> imported = new HashSet<>();
    private final Set<String> purged = new HashSet<>();
    private final Set<String> backedUp = new HashSet<>();
    private final Map<String, List<String>> bundles = new HashMap<>();
    private int wrongFirst;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("jailoo.seed", new SecureRandom().nextLong());
        System.out.println("kills: " + KILLS + ", seed " + seed);
        Random random = new Random(seed);
        Files.createDirectories(folder.resolve("backups"));
        TestDoor.createWithKeys(folder.resolve("notebook"), "victim", PASSPHRASE, Kdf.FLOOR)
                .close();
        makeBundles(folder);
        for (int kill = 0; kill < KILLS; kill++) {
            live(folder, random);
            try {
                look(folder, random.nextBoolean());
                if ((kill + 1) % 20 == 0) {
                    System.out.println("looked after kill " + (kill + 1));
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("after kill " + kill + " of seed " + seed, e);
            }
        }
        restoreLast(folder);
        System.out.printf(
                "kills %d (wrong passphrase first: %d): acknowledged %d saves, %d imports, %d purges, %d backups; lost 0, half done 0%n",
                KILLS, wrongFirst, saved.size(), imported.size(), purged.size(), backedUp.size());
        assertThat(saved).as("the victim lived long enough to do something").isNotEmpty();
    }

    private void makeBundles(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("bundles"));
        for (int b = 0; b < BUNDLES; b++) {
            try (Notebook other = TestDoor.create(folder.resolve("other-" + b), "other-" + b)) {
                SaveRecord save = new SaveRecord(other, Clock.systemUTC());
                List<String> records = new ArrayList<>();
                other.inTransaction(() -> {
                    for (int r = 0; r < RECORDS; r++) {
                        SaveRecord.Form form = save.open("interview", null);
                        save.save(form, Json.object(Map.of("narrative", Json.of("иш ".repeat(500) + r))));
                        records.add(form.record());
                    }
                    return records;
                });
                String name = "bundle-" + b + ".json";
                new ExportBundle(other, Clock.systemUTC())
                        .export(new ExportBundle.Order(
                                folder.resolve("bundles").resolve(name), List.of(), ExportBundle.Choice.ALL));
                bundles.put(name, records);
            }
        }
    }

    /** Lets the victim live for a while, and kills it. */
    private void live(Path folder, Random random) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString(),
                        String.valueOf(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = victim.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("ready");
            long delay = random.nextInt(1500);
            Thread killer = new Thread(() -> {
                try {
                    Thread.sleep(delay);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                // Not through the process, which would close what it still has to say.
                victim.toHandle().destroyForcibly();
            });
            killer.start();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                heard(line);
            }
            killer.join();
        }
        assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private void heard(String line) {
        int space = line.indexOf(' ');
        String what = line.substring(space + 1);
        switch (line.substring(0, Math.max(space, 0))) {
            case "saved" -> saved.add(what);
            case "imported" -> imported.add(what);
            case "purged" -> purged.add(what);
            case "backed-up" -> backedUp.add(what);
            default -> throw new AssertionError("the victim said: " + line);
        }
    }

    private void look(Path folder, boolean wrongPassphraseFirst) throws Exception {
        Path file = folder.resolve("notebook");
        if (wrongPassphraseFirst) {
            wrongFirst++;
            assertThatThrownBy(() -> Notebook.open(file, "not the passphrase".toCharArray()))
                    .isInstanceOfSatisfying(
                            NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.WRONG_PASSPHRASE));
        }
        try (Notebook notebook =
                wrongPassphraseFirst ? Notebook.open(file, PASSPHRASE.toCharArray()) : TestDoor.open(file)) {
            for (String revision : saved) {
                assertThat(notebook.revisions().holdsRevision(revision)).isTrue();
            }
            bundles.forEach((name, records) -> {
                long held = records.stream().filter(notebook.revisions()::holds).count();
                assertThat(held)
                        .as(name)
                        .isIn(imported.contains(name) ? List.of((long) RECORDS) : List.of(0L, (long) RECORDS));
            });
            for (String record : purged) {
                assertThat(notebook.revisions().isPurged(record)).isTrue();
                assertThat(notebook.revisions().heldOf(record))
                        .extracting(Held::body)
                        .containsOnlyNulls();
            }
            List<Object> damage = new ArrayList<>();
            notebook.integrity().check(f -> {
                if (f.kind().severity() != Severity.ATTENTION) {
                    damage.add(f);
                }
            });
            assertThat(damage).isEmpty();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.contains(".staging-"));
        }
        for (String backup : backedUp) {
            assertThat(folder.resolve("backups").resolve(backup)).exists();
        }
    }

    /** Every backup that bears its name is whole, acknowledged or not. */
    private void restoreLast(Path folder) throws Exception {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder.resolve("backups"))) {
            files = found.filter(p -> p.getFileName().toString().startsWith("backup-"))
                    .sorted()
                    .toList();
        }
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            int step = Math.max(1, files.size() / (LONG ? 20 : 2));
            for (int i = 0; i < files.size(); i += step) {
                new RestoreBackup(Kdf.FLOOR, Clock.systemUTC(), workers)
                        .restore(
                                files.get(i),
                                folder.resolve("restored-" + i),
                                PASSPHRASE.toCharArray(),
                                true,
                                Progress.NONE);
            }
        } finally {
            workers.shutdownNow();
        }
    }
}
