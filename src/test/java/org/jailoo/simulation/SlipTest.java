package org.jailoo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jailoo.simulation.Season.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule is guarded: a core that gets it wrong does not get through the seasons. */
class SlipTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final Size SIZE = LONG ? Size.FULL : Size.SMALL;
    private static final long SEEDS = 400;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void seasonsTellTheSlip(Slip slip) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                SeasonTest.play(seed, SIZE, slip, new Totals(), Totals.SILENT);
            } catch (AssertionError found) {
                String why = String.valueOf(found.getMessage());
                System.out.printf(
                        "%s: found by seed %d: %s%n", slip, seed, why.substring(0, Math.min(330, why.length())));
                return;
            }
        }
        assertThat(slip).as("no season tells it").isNull();
    }
}
