package org.jailoo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails at the Nth write, for every N. */
class EveryWriteTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final String MODES =
            "FULL_ONCE,FULL,FULL_HALF,FULL_GROW,FAIL_ONCE,FAIL,SHORT,READ_ONLY,GONE,PULLED,READ_FAIL";

    private final long seed = Long.getLong("jailoo.seed", new SecureRandom().nextLong());

    @Test
    void whereverTheDiskFailsItIsToldAndNothingIsChanged(@TempDir Path folder) throws Exception {
        System.out.println("disk: seed " + seed);
        Playing.Said said = Playing.play(
                folder,
                Playing.library(folder),
                Player.class,
                List.of(
                        System.getProperty("faults.cases", LONG ? "all" : "some"),
                        System.getProperty("faults.modes", MODES),
                        System.getProperty("faults.most", LONG ? "0" : "1"),
                        String.valueOf(seed)));
        assertThat(said.exitCode()).as(said.text()).isZero();
    }

    @Test
    void wheneverThePowerGoesWhatWasAcknowledgedIsThere(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(LONG, "four cuts are looked at beside the failing disk");
        System.out.println("power: seed " + seed);
        Playing.Said said = Playing.play(
                folder,
                Playing.library(folder),
                PowerPlayer.class,
                List.of(
                        System.getProperty("faults.cases", "all"),
                        System.getProperty("faults.most", "0"),
                        "2",
                        String.valueOf(seed)));
        assertThat(said.exitCode()).as(said.text()).isZero();
    }
}
