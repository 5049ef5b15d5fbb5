package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.history.Writer;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were copied or set back, so that two of them write as one. */
class CopiedNotebookTest {
    @TempDir
    Path folder;

    private Laptop a;
    private Laptop lead;

    @BeforeEach
    void friends() {
        List<Laptop> all = Laptop.friends(folder, "A", "lead");
        a = all.get(0);
        lead = all.get(1);
    }

    @AfterEach
    void close() {
        a.close();
        lead.close();
    }

    /** A copy of A's notebook that goes on as the same instance, as where nothing tells that it was copied. */
    private Laptop twin() throws Exception {
        Path file = a.file;
        a.close();
        Inside.forgetPlace(file);
        Path copy =
                Files.copy(file, Files.createDirectory(folder.resolve("copy")).resolve("A"));
        Laptop twin = Laptop.open(copy);
        a = Laptop.open(file);
        assertThat(twin.writer()).isEqualTo(a.writer());
        return twin;
    }

    @Test
    void copyThatIsSeenToBeOneDrawsANewInstance() throws Exception {
        Writer before = a.writer();
        a.close();
        Path copy = Files.copy(a.file, folder.resolve("elsewhere"));
        try (Laptop other = Laptop.open(copy)) {
            assertThat(other.writer().device()).isEqualTo(before.device());
            assertThat(other.writer().instance()).isNotEqualTo(before.instance());
        }
        a = Laptop.open(a.file);
        assertThat(a.writer()).isEqualTo(before);
    }

    @Test
    void forkIsToldOnImportAndBothSavesCount() throws Exception {
        String record = a.interview("first");
        lead.takes(a.export(Choice.ALL, lead));
        try (Laptop twin = twin()) {
            a.edits(record, "narrative", "on the laptop");
            twin.edits(record, "narrative", "on the copy");
            assertThat(lead.takes(a.export(Choice.ALL, lead)).forks()).isZero();
            assertThat(lead.takes(twin.export(Choice.ALL, lead)))
                    .extracting("forks", "changed", "conflicts")
                    .containsExactly(1L, 1L, 1L);
            assertThat(lead.state(record).conflicts().get("narrative"))
                    .containsExactly(Json.of("on the copy"), Json.of("on the laptop"));
            // A learns of it from the lead, and goes on under another name.
            Writer before = a.writer();
            ImportResult back = a.takes(lead.export(Choice.ALL, a));
            assertThat(back.forks()).isEqualTo(1);
            assertThat(a.writer()).isNotEqualTo(before);
            assertThat(a.notebook.revisions().nextSeq(a.writer())).isEqualTo(1);
            assertThat(a.lines()).isEqualTo(lead.lines());
            twin.takes(lead.export(Choice.ALL, a));
            assertThat(twin.writer()).isNotEqualTo(before).isNotEqualTo(a.writer());
            // From then on no fork is added, and what is written travels.
            a.edits(record, "narrative", "settled");
            twin.edits(record, "summary", "from the copy");
            assertThat(lead.takes(a.export(Choice.CHANGES, lead)).forks()).isEqualTo(1);
            assertThat(lead.takes(twin.export(Choice.CHANGES, lead)).forks()).isEqualTo(1);
            assertThat(lead.shown(record, "summary")).isEqualTo(Json.of("from the copy"));
            twin.isSound();
        }
        lead.isSound();
        a.isSound();
    }

    @Test
    void forkIsToldFromTheIdsAloneBeforeItsRevisionsCome() throws Exception {
        String record = a.interview("first");
        lead.takes(a.export(Choice.ALL, lead));
        try (Laptop twin = twin()) {
            a.edits(record, "narrative", "on the laptop");
            twin.edits(record, "narrative", "on the copy");
            lead.takes(a.export(Choice.ALL, lead));
            ImportResult receipt = lead.takes(twin.export(Choice.RECEIPT, lead));
            assertThat(receipt).extracting("forks", "gaps").containsExactly(1L, 0L);
        }
    }

    @Test
    void notebookThatHearsOfOtherIdsInItsOwnPlacesGoesOnUnderAnotherName() throws Exception {
        String record = a.interview("first");
        lead.takes(a.export(Choice.ALL, lead));
        try (Laptop twin = twin()) {
            a.edits(record, "narrative", "on the laptop");
            twin.edits(record, "narrative", "on the copy");
            lead.takes(twin.export(Choice.ALL, lead));
            Writer before = a.writer();
            // A receipt, in which nothing is new: as many places as A has, with other ids.
            a.takes(lead.export(Choice.RECEIPT, a));
            assertThat(a.writer()).isNotEqualTo(before);
        }
    }

    @Test
    void wordOfACopyThatHoldsMoreTellsAGapAndThatThereIsACopy() throws Exception {
        a.interview("first");
        lead.takes(a.export(Choice.ALL, lead));
        try (Laptop twin = twin()) {
            lead.interview("told to the lead");
            // The copy alone hears of it, and writes nothing itself: no place of its own gives it away.
            twin.takes(lead.export(Choice.ALL, a));
            Writer before = a.writer();
            assertThat(a.takes(twin.export(Choice.RECEIPT, a)).gaps()).isEqualTo(1);
            assertThat(a.writer()).isNotEqualTo(before);
            assertThat(a.takes(twin.export(Choice.CHANGES, a)))
                    .extracting("fresh", "gaps")
                    .containsExactly(1L, 0L);
            assertThat(a.lines()).isEqualTo(lead.lines());
        }
    }

    @Test
    void notebookSetBackLearnsItFromWhatOthersHoldOfIt() throws Exception {
        a.interview("first");
        a.close();
        Inside.forgetPlace(a.file);
        byte[] old = Files.readAllBytes(a.file);
        a = Laptop.open(a.file);
        String late = a.interview("written after");
        lead.takes(a.export(Choice.ALL, lead));
        Writer before = a.writer();
        a.close();
        Files.write(a.file, old);
        a = Laptop.open(a.file);
        assertThat(a.writer()).isEqualTo(before);
        assertThat(a.knows(late)).isFalse();
        assertThat(a.takes(lead.export(Choice.RECEIPT, a)).gaps()).isEqualTo(1);
        assertThat(a.writer()).isNotEqualTo(before);
        // What was lost comes again, and the new instance goes on from 1.
        assertThat(a.takes(lead.export(Choice.ALL, a)))
                .extracting("fresh", "gaps", "forks")
                .containsExactly(1L, 0L, 0L);
        assertThat(a.lines()).isEqualTo(lead.lines());
    }

    @Test
    void ownBundleComingBackDrawsNothing() throws Exception {
        a.interview("first");
        Path bundle = a.export(Choice.ALL, a, lead);
        lead.takes(bundle);
        Writer before = a.writer();
        String dump = Inside.table(a.notebook, "revision") + Inside.table(a.notebook, "claim");
        a.takes(bundle);
        a.interview("second");
        a.takes(bundle);
        a.takes(lead.export(Choice.ALL, a));
        assertThat(a.writer()).isEqualTo(before);
        assertThat(dump).isNotEmpty();
    }
}
