package org.jailoo.ui.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that wait to be imported: each once, none written unasked, nothing of them left over. */
class ImportModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final AtomicInteger changes = new AtomicInteger();

    /** What is done with a model on an open notebook, and a bundle of a stranger with two interviews. */
    interface Trying {
        void with(ImportModel model, Notebook notebook, Path bundle) throws Exception;
    }

    private void trying(Trying trying) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try (Notebook notebook = TestDoor.create(folder.resolve("here"), "here");
                Notebook stranger = TestDoor.create(folder.resolve("stranger"), "stranger")) {
            SaveRecord save = new SaveRecord(stranger, CLOCK);
            for (String code : List.of("S-1", "S-2")) {
                save.save(save.open("interview", null), Json.object(Map.of("code", Json.of(code))));
            }
            Path bundle = folder.resolve("bundle.jailoo");
            new ExportBundle(stranger, CLOCK)
                    .export(new ExportBundle.Order(bundle, List.of(notebook.card()), ExportBundle.Choice.ALL));
            ImportBundle imports = new ImportBundle(notebook, CLOCK, workers);
            ImportModel model = new ImportModel(
                    Tasks.direct(), new ImportModel.Uses(imports, notebook, null, null, changes::incrementAndGet));
            trying.with(model, notebook, bundle);
            model.close();
            assertThat(staged()).as("staging files left over").isZero();
        } finally {
            workers.shutdownNow();
        }
    }

    private long staged() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().contains(".staging-"))
                    .count();
        }
    }

    private static Arrival only(ImportModel model) {
        assertThat(model.arrivals()).hasSize(1);
        return model.arrivals().get(0);
    }

    @Test
    void aFileWaitsOnceAndNothingIsWrittenBeforeThePersonSaysSo() throws Exception {
        trying((model, notebook, bundle) -> {
            model.add(List.of(bundle, bundle));
            model.add(List.of(bundle));
            Arrival waiting = only(model);
            assertThat(waiting.stage()).isEqualTo(Stage.READY);
            assertThat(Objects.requireNonNull(waiting.seen()).trusted()).isFalse();
            assertThat(Objects.requireNonNull(waiting.result()).fresh()).isEqualTo(2);
            assertThat(notebook.revisions().count()).isZero();
            assertThat(notebook.devices().all()).hasSize(1);
            assertThat(changes).hasValue(0);
            assertThat(staged()).isPositive();
            model.write(waiting);
            assertThat(only(model).stage()).isEqualTo(Stage.WRITTEN);
            assertThat(notebook.revisions().count()).isEqualTo(2);
            String sender = Objects.requireNonNull(waiting.seen()).sender().deviceId();
            assertThat(notebook.devices().trust(sender)).isEqualTo(Trust.TRUSTED);
            assertThat(changes).hasValue(1);
            assertThat(staged()).isZero();
            // What was written stays on the list; the same file may come again.
            model.add(List.of(bundle));
            assertThat(model.arrivals()).extracting(Arrival::stage).containsExactly(Stage.WRITTEN, Stage.READY);
        });
    }

    @Test
    void whatIsTakenOffTheListLeavesNothing() throws Exception {
        trying((model, notebook, bundle) -> {
            model.add(List.of(bundle));
            model.dismiss(only(model));
            assertThat(model.arrivals()).isEmpty();
            assertThat(staged()).isZero();
            assertThat(notebook.revisions().count()).isZero();
        });
    }

    @Test
    void aDamagedFileStopsItselfAlone() throws Exception {
        trying((model, notebook, bundle) -> {
            byte[] bytes = Files.readAllBytes(bundle);
            bytes[bytes.length / 2] ^= 1;
            Path damaged = Files.write(folder.resolve("damaged.jailoo"), bytes);
            model.add(List.of(damaged, folder.resolve("missing"), bundle));
            assertThat(model.arrivals())
                    .extracting(Arrival::stage)
                    .containsExactly(Stage.REFUSED, Stage.REFUSED, Stage.READY);
            assertThat(Objects.requireNonNull(model.arrivals().get(0).said()).key())
                    .isEqualTo("exchange.import.refused.not-a-bundle");
            assertThat(Objects.requireNonNull(model.arrivals().get(1).said()).key())
                    .isEqualTo("failure.file.missing");
            model.write(model.arrivals().get(0));
            assertThat(notebook.revisions().count()).isZero();
        });
    }
}
