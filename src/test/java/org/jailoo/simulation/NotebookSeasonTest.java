package org.jailoo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jailoo.app.RealFleet;
import org.jailoo.simulation.Season.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seasons with real notebooks and real bundles: one small one, with {@code -Djailoo.size=long} fifty of full size;
 * {@code -Djailoo.seed=N} plays one of full size, which it tells.
 */
class NotebookSeasonTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final long SEEDS = Long.getLong("jailoo.seeds", LONG ? 50 : 1);
    private static final long FIRST = Long.getLong("jailoo.first", 1);

    @TempDir
    Path folder;

    @Test
    void realNotebooksKeepEverythingAndAgree() throws Exception {
        Long one = Long.getLong("jailoo.seed");
        if (one != null) {
            System.out.println(play(one, Size.FULL, new Totals(), System.out::println));
            return;
        }
        Size size = LONG ? Size.FULL : Size.SMALL;
        Totals totals = new Totals();
        List<String> failures = new ArrayList<>();
        long start = System.nanoTime();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try {
                play(seed, size, totals, Totals.SILENT);
            } catch (AssertionError e) {
                failures.add(String.valueOf(e.getMessage()));
                System.out.println(e.getMessage());
            }
            if (LONG) {
                System.out.printf("seed %d after %.0f s%n", seed, (System.nanoTime() - start) / 1e9);
            }
        }
        assertThat(failures).isEmpty();
        if (SEEDS >= 25) {
            totals.haveSeen(SeasonTest.HAPPENS);
        }
        System.out.printf(
                "seasons on real notebooks: %d seeds of %s, 0 differences, 0 writes silently lost, %.1f s%s%n",
                SEEDS, size, (System.nanoTime() - start) / 1e9, totals);
    }

    private Totals play(long seed, Size size, Totals totals, Consumer<String> story) throws Exception {
        Season season = Season.of(seed, size);
        Path place = Files.createDirectory(folder.resolve("seed" + seed));
        try (RealFleet fleet = new RealFleet(place, size.laptops())) {
            new Play(season, fleet, totals, story).run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + " (-Djailoo.seed=" + seed + "): " + e.getMessage(), e);
        }
        try (java.util.stream.Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return totals;
    }
}
