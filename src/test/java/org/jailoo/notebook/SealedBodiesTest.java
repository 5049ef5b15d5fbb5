package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may name a person opens with the second key alone; the key of the whole notebook shows nothing of it. */
class SealedBodiesTest {
    private static final String CANARY = "асанова";

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("n");
    }

    private void assertHidden() {
        try (Sql raw = TestDoor.raw(file)) {
            assertThat(Traces.cellsHolding(raw, CANARY)).isEmpty();
            assertThat(Traces.index(raw)).noneMatch(word -> word.contains(CANARY));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "unheardOf"})
    void typesNotKnownToBeFreeOfNamesAreSealed(String type) {
        String record = RecordId.random();
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen.save(notebook, record, type, "fullName", CANARY);
            assertHidden();
            assertThat(notebook.revisions().state(record).orElseThrow().line()).contains(CANARY);
            assertThat(notebook.search().find(CANARY, 10)).isEmpty();
        }
        assertHidden();
    }

    @Test
    void theScanFindsWhatIsNotSealed() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen.save(notebook, RecordId.random(), "interview", "narrative", CANARY);
        }
        try (Sql raw = TestDoor.raw(file)) {
            assertThat(Traces.cellsHolding(raw, CANARY)).contains("content.body");
            assertThat(Traces.index(raw)).anyMatch(word -> word.contains(CANARY));
        }
    }

    @Test
    void aRecordWithOneSealedRevisionIsNotIndexedWhateverTypeItShows() {
        String record = RecordId.random();
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Revision open = Pen.save(notebook, record, "interview", "title", "ачык");
            assertThat(notebook.search().find("ачык", 10)).hasSize(1);
            Pen.add(
                    notebook,
                    Pen.of(notebook).edit(record, "identity", List.of(open.id()), Map.of("fullName", Json.of(CANARY))));
            assertThat(notebook.revisions().state(record).orElseThrow().type()).isEqualTo("interview");
            assertHidden();
            notebook.rebuildDerived();
            assertHidden();
        }
    }

    @Test
    void theCheckValueOfASealedRecordCannotBeGuessedFromItsText() {
        String record = RecordId.random();
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen.save(notebook, record, "identity", "fullName", CANARY);
            byte[] guess = org.jailoo.history.Sha256.of(notebook.revisions()
                    .state(record)
                    .orElseThrow()
                    .line()
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            byte[] stored = notebook.sql.first("SELECT digest FROM state", r -> r.getBytes(1));
            assertThat(stored).isNotEqualTo(guess);
        }
    }

    @Test
    void aSealedBodyMovedToAnotherRevisionDoesNotOpen() {
        String one = RecordId.random();
        String other = RecordId.random();
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen.save(notebook, one, "identity", "fullName", CANARY);
            Pen.save(notebook, other, "identity", "fullName", "башка");
        }
        try (Sql raw = TestDoor.raw(file)) {
            raw.update("UPDATE content SET body = (SELECT body FROM content WHERE revision = 1) WHERE revision = 2");
        }
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(notebook.revisions().state(one)).isPresent();
            assertThatThrownBy(() -> notebook.revisions().state(other))
                    .isInstanceOfSatisfying(
                            NotebookException.class,
                            e -> assertThat(e.fault()).isEqualTo(NotebookException.Fault.DAMAGED));
        }
    }

    @Test
    void theSecondKeyIsNeededEvenWithTheFirst() {
        String record = RecordId.random();
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen.save(notebook, record, "identity", "fullName", CANARY);
        }
        try (Notebook notebook = TestDoor.openClosed(file)) {
            assertThatThrownBy(() -> notebook.revisions().state(record))
                    .isInstanceOfSatisfying(
                            NotebookException.class,
                            e -> assertThat(e.fault()).isEqualTo(NotebookException.Fault.IDENTITIES_CLOSED));
        }
        // A key that is not the one must never lock anything here: it is refused before it could.
        byte[] zeros = new byte[32];
        assertThatThrownBy(() -> Opening.open(
                                file,
                                files -> new org.jailoo.identity.DataKeys(
                                        TestDoor.keys().notebook(), zeros))
                        .close())
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(NotebookException.Fault.DAMAGED));
    }
}
