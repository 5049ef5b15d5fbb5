package org.jailoo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jailoo.history.RecordState;
import org.jailoo.simulation.Season.Size;
import org.junit.jupiter.api.Test;

/**
 * Seasons on the pure core: twelve laptops over sixty days. {@code -Djailoo.size=long} plays 5,000 of them,
 * {@code -Djailoo.seed=N} one, which it tells.
 */
class SeasonTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final long SEEDS = Long.getLong("jailoo.seeds", LONG ? 5_000 : 16);
    private static final long SMALL_SEEDS = 200;
    private static final long FIRST = Long.getLong("jailoo.first", 1);

    /** What the seasons must contain to prove anything. */
    static final List<String> HAPPENS = List.of(
            "blocked",
            "bundles lost",
            "bundles: ALL",
            "bundles: CHANGES",
            "bundles: CODES",
            "bundles: RECEIPT",
            "came to a lost laptop",
            "changes that closed every gap",
            "clocks changed",
            "conflicts that stand",
            "copies noticed",
            "copies unnoticed",
            "forked places",
            "forms saved after an import or another save",
            "imports that told a fork",
            "imports that told a gap",
            "imports that told a held purge",
            "laptops lost",
            "late bundles",
            "lost on the way and brought by a later bundle",
            "new instances drawn after a copy or a set-back",
            "purges",
            "refused: CUT",
            "refused: FLIPPED",
            "refused: of the lost laptop",
            "saves on erased records refused",
            "set back: BACKUP",
            "set back: FILE",
            "set back: FILE_UNNOTICED",
            "taken twice",
            "writes lost with a machine, and known to be",
            "writes: DELETE",
            "writes: SETTLE");

    @Test
    void whateverHappensInASeasonNothingIsLostSilentlyAndAllAgree() {
        Long one = Long.getLong("jailoo.seed");
        if (one != null) {
            System.out.println(play(one, Size.FULL, Slip.NONE, new Totals(), System.out::println));
            return;
        }
        Totals totals = new Totals();
        List<String> failures = new ArrayList<>();
        long start = System.nanoTime();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try {
                play(seed, Size.FULL, Slip.NONE, totals, Totals.SILENT);
            } catch (AssertionError e) {
                // The others are played all the same: how many fail says much.
                failures.add(String.valueOf(e.getMessage()));
                System.out.println(e.getMessage());
            }
            if (seed % 250 == 0) {
                System.out.printf("%,d seeds after %.0f s%n", seed, (System.nanoTime() - start) / 1e9);
            }
        }
        assertThat(failures).isEmpty();
        totals.haveSeen(HAPPENS);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "seasons on the pure core: %,d seeds, 0 differences, 0 writes silently lost, %.1f s (%.1f ms a seed)%s%n",
                SEEDS, seconds, 1000 * seconds / SEEDS, totals);
    }

    @Test
    void smallSeasonsAreKeptToo() {
        Totals totals = new Totals();
        for (long seed = 1; seed <= SMALL_SEEDS; seed++) {
            play(seed, Size.SMALL, Slip.NONE, totals, Totals.SILENT);
        }
        assertThat(totals.sum("records")).isPositive();
    }

    static Totals play(long seed, Size size, Slip slip, Totals totals, Consumer<String> story) {
        Season season = Season.of(seed, size);
        try (PureFleet fleet = new PureFleet(seed, season.size().laptops(), slip)) {
            Play play = new Play(season, fleet, totals, story);
            play.run();
            List<Integer> living = play.living();
            for (Ledger.Rec record : play.ledger().records) {
                RecordState state = fleet.state(0, record.id);
                assertThat(fleet.reference(living, record.id).orElse("")).isEqualTo(state == null ? "" : state.line());
            }
            return totals;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + " (-Djailoo.seed=" + seed + "): " + e.getMessage(), e);
        }
    }
}
