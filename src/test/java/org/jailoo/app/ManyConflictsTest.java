package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.benchmark.LargeNotebook;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of a large notebook: of 100,000 records at full size, otherwise of few. */
class ManyConflictsTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int INTERVIEWS = LONG ? 83_000 : 300;
    private static final int CONTRADICTED = LONG ? 2_000 : 60;

    @TempDir
    Path folder;

    @Test
    void theQueueReadsOnlyWhatContradictsAndThatOnce() {
        try (Laptop a = Laptop.create(folder, "a")) {
            new LargeNotebook(a.notebook, Laptop.CLOCK).fill(INTERVIEWS);
            a.notebook.inTransaction(() -> {
                for (int i = 0; i < CONTRADICTED; i++) {
                    String record = a.interview("Алгач " + i);
                    SaveRecord.Form form = a.form("interview", record);
                    a.save(form, Map.of("summary", Json.of("бир"), "code", Json.of("C-" + i)));
                    a.save(form, Map.of("summary", Json.of("эки"), "code", Json.of("C-" + i)));
                }
                return a;
            });
            Conflicts conflicts = new Conflicts(a.notebook, Laptop.CLOCK);
            long start = System.nanoTime();
            List<Conflicts.Line> first = conflicts.queue(Steps.UNWATCHED).lines();
            long once = System.nanoTime() - start;
            conflicts.settle(
                    conflicts.show(first.get(0).record()).orElseThrow(),
                    new java.util.TreeMap<>(Map.of("summary", Json.of("бир"))));
            start = System.nanoTime();
            List<Conflicts.Line> again = conflicts.queue(Steps.UNWATCHED).lines();
            long twice = System.nanoTime() - start;
            if (Boolean.getBoolean("jailoo.tell")) {
                throw new AssertionError(a.notebook.revisions().recordCount() + " records, " + first.size()
                        + " contradictions: " + once / 1_000_000 + " ms, then " + twice / 1_000_000 + " ms");
            }
            assertThat(first)
                    .hasSize(CONTRADICTED)
                    .extracting(Conflicts.Line::code)
                    .startsWith("C-0", "C-1", "C-2");
            assertThat(again).isEqualTo(first.subList(1, first.size()));
            assertThat(once).isLessThan(10_000_000_000L);
        }
    }
}
