package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copied or restored notebook goes on as an instance of its own; one that stays where it is does not. */
class InstanceTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");
    private Writer first = new Writer("", "");

    @BeforeEach
    void create() {
        file = folder.resolve("n");
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            first = notebook.self();
            save(notebook);
            save(notebook);
        }
    }

    private static Revision save(Notebook notebook) {
        return Pen.save(notebook, RecordId.random(), "interview", "narrative", "сөз");
    }

    private void assertNewInstance(Path file) {
        Writer drawn;
        try (Notebook notebook = TestDoor.open(file)) {
            drawn = notebook.self();
            assertThat(drawn.device()).isEqualTo(first.device());
            assertThat(drawn.instance()).matches("[0-9a-f]{32}").isNotEqualTo(first.instance());
            assertThat(notebook.revisions().nextSeq(drawn)).isEqualTo(1);
            assertThat(save(notebook).header().writer()).isEqualTo(drawn);
            assertThat(notebook.holdings().forks()).isEmpty();
        }
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(notebook.self()).isEqualTo(drawn);
            assertThat(notebook.revisions().nextSeq(drawn)).isEqualTo(2);
        }
    }

    @Test
    void reopeningInPlaceKeepsTheInstance() {
        for (int i = 0; i < 3; i++) {
            try (Notebook notebook = TestDoor.open(file)) {
                assertThat(notebook.self()).isEqualTo(first);
                assertThat(save(notebook).header().seq()).isEqualTo(3 + i);
            }
        }
    }

    @Test
    void aKilledProcessKeepsTheInstance() throws Exception {
        try (Child child = Child.start("write", file.toString(), "3")) {
            assertThat(child.hearAll()).hasSize(3);
        }
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(notebook.self()).isEqualTo(first);
            assertThat(notebook.revisions().nextSeq(first)).isEqualTo(6);
        }
    }

    @Test
    void aCopyDrawsANewInstanceAndTheOriginalKeepsIts() throws Exception {
        Path copy = folder.resolve("copy");
        Files.copy(file, copy);
        assertNewInstance(copy);
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(notebook.self()).isEqualTo(first);
        }
    }

    @Test
    void aCopyOfTheSameNameInAnotherFolderDrawsANewInstance() throws Exception {
        Path other = Files.createDirectory(folder.resolve("usb")).resolve("n");
        Files.copy(file, other);
        Files.copy(Path.of(file + ".lock"), Path.of(other + ".lock"));
        assertNewInstance(other);
    }

    @Test
    void movedAndOpenedThereAndMovedBackDrawsAgain() throws Exception {
        Path other = folder.resolve("elsewhere");
        Files.move(file, other);
        Writer there;
        try (Notebook notebook = TestDoor.open(other)) {
            there = notebook.self();
            assertThat(there).isNotEqualTo(first);
        }
        Files.move(other, file);
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(notebook.self()).isNotEqualTo(there).isNotEqualTo(first);
        }
    }

    @Test
    void anOlderCopyPutBackOverTheSameFileDrawsANewInstance() throws Exception {
        byte[] copy = Files.readAllBytes(file);
        try (Notebook notebook = TestDoor.open(file)) {
            save(notebook);
        }
        Object number = Files.getAttribute(file, "unix:ino");
        Files.write(file, copy, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(number);
        assertNewInstance(file);
    }

    @Test
    void aCopyMadeWhileOpenAndPutBackLaterDrawsANewInstance() throws Exception {
        byte[] copy;
        try (Notebook notebook = TestDoor.open(file)) {
            notebook.scrub();
            copy = Files.readAllBytes(file);
            save(notebook);
        }
        Files.write(file, copy, StandardOpenOption.TRUNCATE_EXISTING);
        assertNewInstance(file);
    }

    @Test
    void aCopyOfANewNotebookWithoutItsLogDrawsANewInstance() throws Exception {
        Path made = folder.resolve("made");
        Path copy = folder.resolve("copy of made");
        Writer self;
        try (Notebook notebook = TestDoor.create(made, "A1")) {
            self = notebook.self();
            save(notebook);
            Files.copy(made, copy);
        }
        try (Notebook notebook = TestDoor.open(copy)) {
            assertThat(notebook.self()).isNotEqualTo(self);
        }
        try (Notebook notebook = TestDoor.open(made)) {
            assertThat(notebook.self()).isEqualTo(self);
        }
    }

    @Test
    void aNotebookWhoseLockFileIsGoneDrawsANewInstance() throws Exception {
        Files.delete(Path.of(file + ".lock"));
        assertNewInstance(file);
    }
}
