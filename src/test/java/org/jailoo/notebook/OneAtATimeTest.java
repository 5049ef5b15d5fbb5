package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneAtATimeTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void create() {
        file = folder.resolve("n");
        TestDoor.create(file, "A1").close();
    }

    private static void assertBusy(Path file) {
        assertThatThrownBy(() -> TestDoor.open(file).close())
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.BUSY));
    }

    private static String otherProcessSees(Path file) throws Exception {
        try (Child other = Child.start("try", file.toString())) {
            return other.hear();
        }
    }

    @Test
    void anotherProcessIsToldAndNothingChanges() throws Exception {
        try (Notebook notebook = TestDoor.open(file)) {
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "бир");
            Map<String, String> before = Traces.hashes(file);
            assertThat(otherProcessSees(file)).isEqualTo("busy");
            assertThat(Traces.hashes(file)).isEqualTo(before);
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "эки");
        }
        assertThat(otherProcessSees(file)).isEqualTo("open 2");
    }

    @Test
    void aSecondOpeningInTheSameProcessIsToldAndDoesNotGiveTheLockFree() throws Exception {
        try (Notebook notebook = TestDoor.open(file)) {
            Map<String, String> before = Traces.hashes(file);
            assertBusy(file);
            assertBusy(file);
            assertThat(Traces.hashes(file)).isEqualTo(before);
            // On POSIX systems, closing any channel to a locked file frees it for other processes.
            assertThat(otherProcessSees(file)).isEqualTo("busy");
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "бир");
        }
        TestDoor.open(file).close();
    }

    @Test
    void aLinkToTheNotebookIsTheSameNotebook() throws Exception {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, file);
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(notebook.revisions().count()).isZero();
            assertBusy(link);
            assertThat(otherProcessSees(link)).isEqualTo("busy");
        }
    }

    @Test
    void aKilledProcessLeavesTheNotebookFree() throws Exception {
        try (Child first = Child.start("hold", file.toString())) {
            assertThat(first.hear()).contains("/");
            assertBusy(file);
            first.kill();
            TestDoor.open(file).close();
        }
    }

    @Test
    void aFailedOpeningLeavesTheNotebookFree() {
        assertThatThrownBy(() -> Opening.open(file, files -> {
                    throw new java.io.IOException("no");
                }))
                .isInstanceOf(NotebookException.class);
        assertThatThrownBy(() -> Opening.open(file, files -> {
                    throw new OutOfMemoryError("of the key derivation");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        TestDoor.open(file).close();
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws Exception {
        Map<String, String> before = Traces.hashes(file);
        assertThatThrownBy(() -> TestDoor.create(file, "B2"))
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.EXISTS));
        Path keysAlone = folder.resolve("alone");
        Files.writeString(Path.of(keysAlone + ".keys"), "{}");
        assertThatThrownBy(() -> TestDoor.create(keysAlone, "B2"))
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.EXISTS));
        assertThat(Traces.hashes(file)).isEqualTo(before);
        assertThatThrownBy(() -> TestDoor.open(folder.resolve("nothing")))
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.MISSING));
    }

    @Test
    void creatingStartsAnewWhereItWasInterrupted() throws Exception {
        Path other = folder.resolve("m");
        DeviceKeys device = DeviceKeys.generate(new SecureRandom());
        assertThatThrownBy(() ->
                        Opening.create(other, TestDoor.keys(), device, Card.sign(device, 1, "A1"), (keys, salt) -> {
                            throw new IllegalStateException("power cut");
                        }))
                .isInstanceOf(IllegalStateException.class);
        Files.writeString(Path.of(other + ".new-wal"), "left");
        assertThat(other).doesNotExist();
        try (Notebook notebook = TestDoor.create(other, "A1")) {
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "бир");
        }
        assertThat(Path.of(other + ".new")).doesNotExist();
        assertThat(Path.of(other + ".new-wal")).doesNotExist();
    }
}
