package org.jailoo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleNotebookTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-08-01T09:00:00Z"), ZoneOffset.UTC);
    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(2);

    @AfterAll
    static void end() {
        WORKERS.shutdownNow();
    }

    @Test
    void itHoldsTheSampleOpensByItsPassphraseAndToldHowFarItWas(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sample");
        List<Long> read = new ArrayList<>();
        try (Notebook made =
                SampleNotebook.create(file, "sample".toCharArray(), Kdf.FLOOR, CLOCK, WORKERS, read::add)) {
            assertThat(made.revisions().recordCount()).isEqualTo(4049);
        }
        assertThat(read).isSorted().last().satisfies(bytes -> assertThat(bytes).isGreaterThan(900_000));
        try (Notebook again = Notebook.open(file, "sample".toCharArray())) {
            assertThat(again.revisions().recordCount()).isEqualTo(4049);
            assertThat(again.devices().all()).hasSize(6);
        }
    }

    @Test
    void aNotebookThatHoldsAnythingStaysAsItIsAndTrustsNoLaptopOfTheSample(@TempDir Path folder) throws Exception {
        try (Notebook notebook = TestDoor.create(folder.resolve("real"), "real")) {
            SaveRecord save = new SaveRecord(notebook, CLOCK);
            save.save(save.open("interview", null), Json.object(Map.of("code", Json.of("B-0001"))));
            assertThatIllegalStateException()
                    .isThrownBy(() -> SampleNotebook.fill(notebook, CLOCK, WORKERS, Progress.NONE));
            assertThat(notebook.revisions().recordCount()).isEqualTo(1);
            assertThat(notebook.devices().all()).hasSize(1);
        }
    }
}
