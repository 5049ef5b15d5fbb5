package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person withdraws consent: what they said is gone, what says that it was there stays. */
class PurgeTest {
    private static final String CANARY = "кузгундар";

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("n");
    }

    private static Map<String, Json> naming(String sha256) {
        return Map.of("attachments/" + RecordId.random(), Json.object(Map.of("sha256", Json.of(sha256))));
    }

    private static String attach(Notebook notebook, String text) throws IOException {
        return notebook.attachments()
                .store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .sha256();
    }

    /** A purged record among others, whose words, file and body were all canaries. */
    private Revision purged(Notebook notebook, boolean scrub) throws IOException {
        String record = RecordId.random();
        String own = attach(notebook, CANARY + " файлы");
        String shared = attach(notebook, "бардыгыныкы");
        for (int i = 0; i < 200; i++) {
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "башка сөз " + i);
        }
        Revision first = Pen.save(notebook, record, "interview", "narrative", (CANARY + " ").repeat(3000));
        Pen.save(notebook, record, "interview", "narrative", CANARY + " экинчи жолу");
        Pen.save(notebook, record, "interview", naming(own));
        Pen.save(notebook, record, "interview", naming(shared));
        Pen.save(notebook, RecordId.random(), "interview", naming(shared));
        Revision purge = Pen.of(notebook).purge(record, "interview");
        notebook.changing(record, () -> {
            notebook.revisions().add(purge, null);
            notebook.purges().accept(purge.id());
        });
        if (scrub) {
            notebook.scrub();
        }
        assertThat(notebook.attachments().all()).containsExactly(shared);
        return first;
    }

    private void assertGone(Sql sql) {
        assertThat(Traces.cellsHolding(sql, CANARY)).isEmpty();
        assertThat(Traces.cellsHolding(sql, "кузгун")).isEmpty();
        assertThat(Traces.index(sql)).noneMatch(w -> w.startsWith("кузгун")).anyMatch(w -> w.startsWith("башка"));
    }

    @Test
    void nothingOfAPurgedRecordIsLeftInAnyTableIndexOrLog() throws Exception {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            purged(notebook, true);
            assertThat(Files.size(Path.of(file + "-wal"))).isZero();
            assertGone(notebook.sql);
            assertThat(Traces.pages(file)).contains("башка сөз 17").doesNotContain("кузгун");
        }
        try (Sql raw = TestDoor.raw(file)) {
            assertGone(raw);
        }
    }

    @Test
    void theScanFindsWhatWasNotScrubbed() throws Exception {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            purged(notebook, false);
            assertThat(Traces.cellsHolding(notebook.sql, "кузгун")).contains("search_data.block");
            assertThat(Traces.pages(Path.of(file + "-wal"), 32, 24)).contains(CANARY);
            assertThat(Files.size(Path.of(file + "-wal"))).isPositive();
        }
    }

    @Test
    void aPurgeThatWasInterruptedIsScrubbedAtTheNextOpening() throws Exception {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            purged(notebook, false);
        }
        try (Notebook notebook = TestDoor.open(file)) {
            assertGone(notebook.sql);
            assertThat(notebook.purges().isToBeScrubbed()).isFalse();
        }
    }

    @Test
    void aBodyThatArrivesLaterIsNotKept() throws Exception {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Revision first = purged(notebook, true);
            String record = first.header().record();
            notebook.changing(
                    record,
                    () -> assertThat(notebook.revisions().add(first, null)).isEqualTo(Revisions.Added.NOTHING));
            Revision late =
                    Pen.stranger().edit(record, "interview", List.of(first.id()), Map.of("narrative", Json.of(CANARY)));
            notebook.changing(
                    record,
                    () -> assertThat(notebook.revisions().add(late, null)).isEqualTo(Revisions.Added.NEW));
            assertGone(notebook.sql);
            RecordState state = notebook.revisions().state(record).orElseThrow();
            assertThat(state.purged()).isTrue();
            assertThat(state.values()).isEmpty();
            assertThat(notebook.revisions().holdsRevision(late.id())).isTrue();
            notebook.integrity().check(f -> assertThat(f.kind()).isEqualTo(Integrity.Kind.SIGNER_UNKNOWN));
        }
    }

    @Test
    void headersStayAndAreClaimed() throws Exception {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            String before = "1-206";
            purged(notebook, true);
            assertThat(notebook.holdings().claim(notebook.self(), 10).ranges().text())
                    .isEqualTo(before);
            assertThat(notebook.revisions().count()).isEqualTo(206);
        }
    }

    @Test
    void aHeldEditWithoutItsBodyIsNotClaimedUntilAPurgeIsAccepted() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen pen = Pen.stranger();
            String record = RecordId.random();
            Revision edit = pen.edit(record, "interview", List.of(), Map.of("narrative", Json.of(CANARY)));
            Revision purge = pen.purge(record, "interview");
            Pen.add(notebook, new Revision(edit.header(), edit.signature(), null));
            Pen.add(notebook, purge);
            assertThat(notebook.holdings().claim(pen.writer(), 10).ranges().text())
                    .isEmpty();
            assertThat(notebook.purges().held())
                    .containsExactly(new Purges.HeldPurge(
                            record, purge.id(), pen.writer().device()));
            assertThat(notebook.revisions().state(record).orElseThrow().purged())
                    .isFalse();
            notebook.changing(record, () -> notebook.purges().accept(purge.id()));
            assertThat(notebook.holdings().claim(pen.writer(), 10).ranges().text())
                    .isEqualTo("1-2");
            assertThat(notebook.purges().held()).isEmpty();
        }
    }

    @Test
    void aBodyFillsAHeaderThatWasHeldWithoutIt() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen pen = Pen.stranger();
            Revision edit = pen.edit(RecordId.random(), "interview", List.of(), Map.of("narrative", Json.of("сөз")));
            String record = edit.header().record();
            Pen.add(notebook, new Revision(edit.header(), edit.signature(), null));
            assertThat(notebook.revisions().state(record).orElseThrow().incomplete())
                    .isTrue();
            notebook.changing(
                    record,
                    () -> assertThat(notebook.revisions().add(edit, null)).isEqualTo(Revisions.Added.BODY));
            assertThat(notebook.revisions().state(record).orElseThrow().incomplete())
                    .isFalse();
            assertThat(notebook.search().find("сөз", 9)).hasSize(1);
        }
    }

    @Test
    void onlyAHeldPurgeIsAccepted() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Revision edit = Pen.save(notebook, RecordId.random(), "interview", "narrative", "сөз");
            assertThatThrownBy(() -> notebook.purges().accept(edit.id())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> notebook.purges().accept("00".repeat(32)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void purgesTakenWithoutAskingAreCountedUntilAPersonConfirms() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen pen = Pen.stranger();
            notebook.devices().trust(pen.card(1, "B2"));
            String device = pen.writer().device();
            notebook.purges().countUnasked(device);
            notebook.purges().countUnasked(device);
            assertThat(notebook.purges().takenUnasked(device)).isEqualTo(2);
            notebook.purges().confirmed(device);
            assertThat(notebook.purges().takenUnasked(device)).isZero();
        }
    }
}
