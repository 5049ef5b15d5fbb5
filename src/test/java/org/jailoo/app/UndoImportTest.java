package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import goes back out as if it had never come, until something stands on it; later the values of before are written. */
class UndoImportTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int SEEDS = LONG ? 1000 : 25;

    @TempDir
    Path folder;

    @Test
    void takenOutInAnyOrderTheNotebookIsAsIfTheBundlesHadNeverCome() throws Exception {
        UndoHistories.Totals totals = new UndoHistories.Totals();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Path place = Files.createDirectory(folder.resolve("seed" + seed));
            try (UndoHistories history = new UndoHistories(place, seed, totals)) {
                history.run();
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        System.out.println("undone imports: " + SEEDS + " histories: " + totals);
        assertThat(totals.sum("files taken out")).isPositive();
        assertThat(totals.sum("named by others")).isPositive();
        assertThat(totals.sum("waiting erasures taken out")).isPositive();
        assertThat(totals.sum("undone while closed")).isPositive();
    }
}
