package org.jailoo.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jailoo.history.Writer;
import org.jailoo.identity.DataKeys;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.notebook.Integrity.Severity;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs at one notebook, one of which dies; and locks that somebody or some machine has left. */
class ProcessesTest {
    @TempDir
    Path folder = Path.of("");

    private Path place() throws Exception {
        Files.createDirectories(folder.resolve("n"));
        Path file = folder.resolve("n").resolve("notebook");
        TestDoor.create(file, "victim").close();
        try (DataKeys keys = TestDoor.keys()) {
            Files.write(
                    folder.resolve("secrets.json"),
                    CanonicalJson.bytes(Json.object(Map.of(
                            "passphrase", Json.of("-"),
                            "first", Json.of(HexFormat.of().formatHex(keys.notebook())),
                            "second", Json.of(HexFormat.of().formatHex(keys.identities()))))));
        }
        return file;
    }

    private Process saving() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        folder.toString(),
                        "1",
                        "0",
                        UseCase.SAVE.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void busy(Path file) {
        assertThatThrownBy(() -> TestDoor.open(file).close())
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.BUSY));
    }

    /** Whoever waits at the door gets in at the moment at which the other dies, and finds all that was acknowledged. */
    @Test
    void theNextOneGetsInWhenTheFirstIsKilledAndNotBefore() throws Exception {
        Path file = place();
        Writer self;
        try (Notebook notebook = TestDoor.open(file)) {
            self = notebook.self();
        }
        Process first = saving();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = first.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("ready");
            for (int i = 0; i < 8; i++) {
                said.add(lines.readLine());
                busy(file);
            }
            first.toHandle().destroyForcibly();
            lines.lines().forEach(said::add);
        }
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        long acknowledged = said.stream()
                .filter(line -> line.startsWith("{\"done\":\"SAVE\""))
                .count();
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(notebook.self()).isEqualTo(self);
            assertThat(notebook.revisions().count()).isBetween(acknowledged, acknowledged + 1);
            notebook.integrity().check(finding -> assertThat(finding.kind().severity())
                    .isEqualTo(Severity.ATTENTION));
            busy(file);
        }
    }

    /** The file of the lock says nothing: the system holds the lock, and lets go of it with the process. */
    @Test
    void aLockFileLeftByADeadProcessOrByAnotherMachineLocksNobodyOut() throws Exception {
        Path file = place();
        Path lock = Path.of(file + ".lock");
        for (byte[] left : new byte[][] {{}, "0123456789abcdef".getBytes(StandardCharsets.UTF_8), new byte[70_000]}) {
            Files.write(lock, left);
            try (Notebook notebook = TestDoor.open(file)) {
                assertThat(notebook.revisions().count()).isZero();
                busy(file);
            }
            // A word of another age draws a new instance, which is harmless; afterwards all is as usual.
            Writer self;
            try (Notebook notebook = TestDoor.open(file)) {
                self = notebook.self();
            }
            try (Notebook notebook = TestDoor.open(file)) {
                assertThat(notebook.self()).isEqualTo(self);
            }
        }
    }

    @Test
    void whatCannotBeALockIsToldAndNothingIsTouched() throws Exception {
        Path file = place();
        Path lock = Path.of(file + ".lock");
        Files.delete(lock);
        Files.createDirectory(lock);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> TestDoor.open(file).close())
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_WRITABLE));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Files.delete(lock);
        TestDoor.open(file).close();
    }

    /** Two programs that make a notebook of one name at one moment: one makes it, the other is told. */
    @Test
    void ofTwoThatMakeOneNotebookOneIsTold() throws Exception {
        Path file = folder.resolve("new");
        List<Fault> told = new ArrayList<>();
        List<Thread> makers = new ArrayList<>();
        for (String name : List.of("A1", "B2", "C3")) {
            Thread maker = new Thread(() -> {
                try {
                    TestDoor.create(file, name).close();
                } catch (NotebookException e) {
                    synchronized (told) {
                        told.add(e.fault());
                    }
                }
            });
            makers.add(maker);
            maker.start();
        }
        for (Thread maker : makers) {
            maker.join();
        }
        assertThat(told).hasSize(2).allMatch(fault -> fault == Fault.BUSY || fault == Fault.EXISTS);
        TestDoor.open(file).close();
    }
}
