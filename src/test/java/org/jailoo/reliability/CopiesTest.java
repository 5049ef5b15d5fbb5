package org.jailoo.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jailoo.app.ChangePassphrase;
import org.jailoo.app.RotateKeys;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.history.Writer;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Integrity.Finding;
import org.jailoo.notebook.Integrity.Severity;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Copies of a notebook that somebody made with a file manager: while it was written, without what lies beside it, with keys of
 * another age. A copy is whole and goes on as an instance of its own, or it is refused; it is never wrong in silence.
 */
class CopiesTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int COPIES = LONG ? 60 : 6;
    private static final List<String> BESIDE = List.of("-wal", "-shm", ".lock", ".keys");
    private static final String OLD = "эски сөз";
    private static final String NEW = "жаңы сөз";

    @TempDir
    Path folder = Path.of("");

    private static void copy(Path from, Path to, Set<String> beside) throws IOException {
        Files.copy(from, to);
        for (String ending : BESIDE) {
            Path side = Path.of(from + ending);
            if (beside.contains(ending) && Files.exists(side)) {
                Files.copy(side, Path.of(to + ending));
            }
        }
    }

    private static String save(Notebook notebook, int size) {
        SaveRecord save = new SaveRecord(notebook, World.CLOCK);
        return World.must(save.save(
                        save.open("interview", null),
                        Json.object(Map.of("narrative", Json.of("сөз ".repeat(1 + size / 4))))))
                .revision();
    }

    private static List<Finding> damage(Notebook notebook) {
        List<Finding> damage = new ArrayList<>();
        notebook.integrity().check(finding -> {
            if (finding.kind().severity() != Severity.ATTENTION) {
                damage.add(finding);
            }
        });
        return damage;
    }

    /** What became of a copy: how it was refused, found to be damaged, or what it held. */
    private record Came(String how, Set<String> revisions) {}

    private static Came open(Path copy, Writer original) {
        try (Notebook notebook = TestDoor.open(copy)) {
            if (!damage(notebook).isEmpty()) {
                return new Came("found by the check", Set.of());
            }
            assertThat(notebook.self())
                    .as("a copy goes on under a name of its own")
                    .isNotEqualTo(original);
            assertThat(notebook.holdings().forks()).isEmpty();
            Set<String> held =
                    new HashSet<>(Inside.texts(notebook, "SELECT lower(hex(id)) FROM revision ORDER BY key"));
            save(notebook, 100);
            assertThat(damage(notebook)).isEmpty();
            return new Came("whole", held);
        } catch (NotebookException e) {
            assertThat(e.fault()).isIn(Fault.DAMAGED, Fault.NOT_WRITABLE);
            return new Came("refused", Set.of());
        }
    }

    @Test
    void aCopyMadeWhileItIsWrittenIsWholeOrNoticed() throws Exception {
        long seed = Long.getLong("jailoo.seed", System.nanoTime());
        Random random = new Random(seed);
        Path file = folder.resolve("n");
        List<String> acknowledged = new ArrayList<>();
        Map<String, Integer> totals = new TreeMap<>();
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Inside.hurry(notebook);
            AtomicBoolean stop = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                Random sizes = new Random(seed);
                // Large enough for the log to be brought into the file now and then; not more than a check can bear.
                for (int i = 0; i < 30 * COPIES && !stop.get(); i++) {
                    String revision = save(notebook, sizes.nextInt(sizes.nextInt(9) == 0 ? 200_000 : 4000));
                    synchronized (acknowledged) {
                        acknowledged.add(revision);
                    }
                    LockSupport.parkNanos(2_000_000);
                }
            });
            writer.start();
            try {
                for (int i = 0; i < COPIES; i++) {
                    Thread.sleep(random.nextInt(40));
                    Set<String> beside = new HashSet<>();
                    BESIDE.stream().filter(e -> random.nextInt(3) > 0).forEach(beside::add);
                    List<String> before;
                    synchronized (acknowledged) {
                        before = List.copyOf(acknowledged);
                    }
                    Path copy = folder.resolve("copy-" + i);
                    slowly(file, copy, random);
                    for (String ending : beside) {
                        if (Files.exists(Path.of(file + ending))) {
                            slowly(Path.of(file + ending), Path.of(copy + ending), random);
                        }
                    }
                    Came came = open(copy, notebook.self());
                    String with = came.how() + (beside.contains("-wal") ? ", with its log" : ", without its log");
                    totals.merge(with, 1, Integer::sum);
                    if (came.how().equals("whole")) {
                        prefix(came.revisions(), acknowledged);
                        totals.merge("missing of what was acknowledged before", missing(came, before), Integer::sum);
                    }
                    remove(copy);
                }
            } finally {
                stop.set(true);
                writer.join();
            }
            assertThat(damage(notebook)).isEmpty();
            assertThat(notebook.revisions().count()).isEqualTo(acknowledged.size());
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
        System.out.println("copies while writing, seed " + seed + ": " + totals);
    }

    /** What a copy holds is what was there at some moment: nothing missing in the middle. */
    private static void prefix(Set<String> held, List<String> acknowledged) {
        synchronized (acknowledged) {
            int size = held.size();
            assertThat(held.containsAll(acknowledged.subList(0, Math.min(size, acknowledged.size()))))
                    .as("%d revisions, the first ones", size)
                    .isTrue();
        }
    }

    private static int missing(Came came, List<String> before) {
        return (int) before.stream().filter(id -> !came.revisions().contains(id)).count();
    }

    /** As a file manager does it: piece by piece, while the file goes on changing. */
    private static void slowly(Path from, Path to, Random random) throws Exception {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            byte[] piece = new byte[4096 * (1 + random.nextInt(64))];
            for (int n = in.read(piece); n > 0; n = in.read(piece)) {
                out.write(piece, 0, n);
                if (random.nextInt(8) == 0) {
                    Thread.sleep(1);
                }
            }
        } catch (java.nio.file.NoSuchFileException e) {
            // Its log was emptied and removed meanwhile.
        }
    }

    private void remove(Path copy) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(p -> p.getFileName()
                            .toString()
                            .startsWith(copy.getFileName().toString()))
                    .toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void aLogOfAnotherNotebookOrOfAnotherMomentIsNotTakenForItsOwn() throws Exception {
        Path file = folder.resolve("n");
        Path other = folder.resolve("o");
        TestDoor.create(other, "B2").close();
        TestDoor.create(file, "A1").close();
        byte[] foreign;
        try (Notebook notebook = TestDoor.open(other)) {
            save(notebook, 2000);
            foreign = Files.readAllBytes(Path.of(other + "-wal"));
        }
        byte[] late;
        String kept;
        try (Notebook notebook = TestDoor.open(file)) {
            kept = save(notebook, 2000);
            notebook.scrub();
            save(notebook, 2000);
            late = Files.readAllBytes(Path.of(file + "-wal"));
        }
        Map<String, byte[]> logs = new TreeMap<>(Map.of(
                "foreign", foreign,
                "cut", Arrays.copyOf(late, late.length - 5000),
                "garbage", new byte[20_000],
                "late", late));
        for (Map.Entry<String, byte[]> log : logs.entrySet()) {
            Path copy = folder.resolve("copy-" + log.getKey());
            copy(file, copy, Set.of());
            Files.write(Path.of(copy + "-wal"), log.getValue());
            Came came = open(copy, new Writer("", ""));
            assertThat(came.how()).as(log.getKey()).isIn("whole", "refused");
            if (came.how().equals("whole")) {
                assertThat(came.revisions()).as(log.getKey()).contains(kept);
            }
        }
    }

    private static void refuses(Path file, String passphrase, Fault fault) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Notebook.open(file, passphrase.toCharArray()).close())
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(fault));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void keysOfAnotherAgeOpenWhatTheyFitOrAreRefusedAndNothingIsTouched() throws Exception {
        Path file = folder.resolve("n");
        Path keys = Path.of(file + ".keys");
        TestDoor.createWithKeys(file, "A1", OLD, Kdf.FLOOR).close();
        try (Notebook notebook = TestDoor.open(file)) {
            save(notebook, 500);
            Files.copy(keys, folder.resolve("older.keys"));
            new ChangePassphrase(notebook, file, World.CLOCK, () -> Kdf.FLOOR)
                    .change(OLD.toCharArray(), NEW.toCharArray());
        }
        // Keys of before the change of passphrase open a copy with the old one: the dialog says so.
        Path before = folder.resolve("before");
        Files.copy(file, before);
        Files.copy(folder.resolve("older.keys"), Path.of(before + ".keys"));
        try (Notebook notebook = Notebook.open(before, OLD.toCharArray())) {
            assertThat(notebook.revisions().count()).isEqualTo(1);
        }
        Path without = folder.resolve("without");
        Files.copy(file, without);
        refuses(without, NEW, Fault.MISSING);
        // After new keys neither goes with the other.
        Path old = folder.resolve("old");
        Files.copy(file, old);
        new RotateKeys(World.CLOCK, () -> Kdf.FLOOR).rotate(file, NEW.toCharArray(), null, Steps.UNWATCHED);
        Files.copy(keys, Path.of(old + ".keys"));
        refuses(old, NEW, Fault.DAMAGED);
        Path mixed = folder.resolve("mixed");
        Files.copy(file, mixed);
        Files.copy(folder.resolve("older.keys"), Path.of(mixed + ".keys"));
        refuses(mixed, OLD, Fault.DAMAGED);
        try (Notebook notebook = Notebook.open(file, NEW.toCharArray())) {
            assertThat(notebook.revisions().count()).isEqualTo(1);
        }
    }
}
