package org.jailoo.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails at the Nth write, for every N. */
class EveryWriteTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final String MODES =
            "FULL_ONCE,FULL,FULL_HALF,FULL_GROW,FAIL_ONCE,FAIL,SHORT,READ_ONLY,GONE,PULLED,READ_FAIL";

    @Test
    void whereverTheDiskFailsItIsToldAndNothingIsChanged(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("jailoo.seed", new SecureRandom().nextLong());
        System.out.println("disk: seed " + seed);
        Path library = Playing.library(folder);
        Playing.Said said = Playing.play(
                folder,
                library,
                Player.class,
                List.of(
                        System.getProperty("faults.cases", "all"),
                        System.getProperty("faults.modes", MODES),
                        System.getProperty("faults.most", LONG ? "0" : "2"),
                        String.valueOf(seed)));
        assertThat(said.exitCode()).as(said.text()).isZero();
    }
}
