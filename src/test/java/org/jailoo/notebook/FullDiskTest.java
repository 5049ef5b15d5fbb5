package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void create() {
        file = folder.resolve("n");
        TestDoor.create(file, "A1").close();
    }

    private static void full(Notebook notebook) {
        long pages = notebook.sql.number("PRAGMA page_count");
        assertThat(notebook.sql.number("PRAGMA max_page_count = " + (pages + 5)))
                .isEqualTo(pages + 5);
    }

    private static void roomAgain(Notebook notebook) {
        notebook.sql.number("PRAGMA max_page_count = 1000000");
    }

    private static org.assertj.core.api.ThrowableAssert.ThrowingCallable big(Notebook notebook) {
        return () -> Pen.save(notebook, RecordId.random(), "interview", "narrative", "сөз ".repeat(20_000));
    }

    private static void assertNotWritable(org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_WRITABLE));
    }

    @Test
    void aSaveThatFindsNoRoomLeavesEverythingAsItWasAndTheNextOneWorks() {
        try (Notebook notebook = TestDoor.open(file)) {
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "бир");
            List<String> before = Traces.derived(notebook.sql);
            full(notebook);
            assertNotWritable(big(notebook));
            assertThat(Traces.derived(notebook.sql)).isEqualTo(before);
            assertThat(notebook.revisions().count()).isEqualTo(1);
            roomAgain(notebook);
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "эки");
            notebook.integrity().check(f -> assertThat(f).isNull());
        }
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(notebook.revisions().count()).isEqualTo(2);
        }
    }

    /** SQLite rolls back by itself when the disk is full; what came after would be saved without what came before. */
    @Test
    void nothingOfATransactionLastsAfterAFailureThatWasCaughtInside() {
        try (Notebook notebook = TestDoor.open(file)) {
            full(notebook);
            assertNotWritable(() -> notebook.inTransaction(() -> {
                Pen.save(notebook, RecordId.random(), "interview", "narrative", "алдында");
                try {
                    big(notebook).call();
                } catch (Throwable e) {
                    roomAgain(notebook);
                }
                return Pen.save(notebook, RecordId.random(), "interview", "narrative", "артында");
            }));
            assertThat(notebook.revisions().count()).isZero();
            assertThat(notebook.search().find("артында", 9)).isEmpty();
        }
    }

    /** The same where it is a single statement that failed, and no transaction within the transaction. */
    @Test
    void nothingOfATransactionLastsAfterAStatementThatFoundNoRoom() {
        try (Notebook notebook = TestDoor.open(file)) {
            Pen pen = Pen.of(notebook);
            Revision big = pen.edit(
                    RecordId.random(), "interview", List.of(), Map.of("narrative", Json.of("сөз ".repeat(20_000))));
            Revision small =
                    pen.edit(RecordId.random(), "interview", List.of(), Map.of("narrative", Json.of("артында")));
            full(notebook);
            assertNotWritable(() -> notebook.inTransaction(() -> {
                assertNotWritable(() -> notebook.revisions().add(big, null));
                roomAgain(notebook);
                return notebook.revisions().add(small, null);
            }));
            assertThat(notebook.revisions().count()).isZero();
        }
    }

    @Test
    void anAttachmentThatFindsNoRoomIsNotKeptByHalf() {
        try (Notebook notebook = TestDoor.open(file)) {
            full(notebook);
            assertNotWritable(() -> notebook.attachments().store(new ByteArrayInputStream(new byte[900_000])));
            assertThat(notebook.attachments().all()).isEmpty();
            assertThat(notebook.sql.number("SELECT count(*) FROM chunk")).isZero();
        }
    }

    @Test
    void aReadOnlyFolderIsToldAndNothingCrashes() throws Exception {
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try {
            Assumptions.assumeFalse(Files.isWritable(folder), "permissions do not bite here");
            Files.deleteIfExists(Path.of(file + ".lock"));
        } catch (java.nio.file.AccessDeniedException e) {
            assertNotWritable(() -> TestDoor.create(folder.resolve("new"), "A1"));
            assertNotWritable(() -> TestDoor.open(file).close());
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
        TestDoor.open(file).close();
    }

    @Test
    void aReadOnlyFileIsToldAndNothingCrashes() {
        assertThat(file.toFile().setWritable(false)).isTrue();
        Assumptions.assumeFalse(Files.isWritable(file), "permissions do not bite here");
        assertNotWritable(() -> TestDoor.open(file).close());
        assertThat(file.toFile().setWritable(true)).isTrue();
        TestDoor.open(file).close();
    }

    @Test
    void aMissingFolderIsToldAndNothingCrashes() {
        assertNotWritable(() -> TestDoor.create(folder.resolve("no/such/n"), "A1"));
    }
}
