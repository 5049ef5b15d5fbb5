package org.jailoo.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the derivation is guarded: a derivation that gets it wrong is told apart by the seeded histories. */
class MutantTest {
    @ParameterizedTest
    @EnumSource
    void seededHistoriesTellTheMutantApart(Mutant mutant) {
        for (long seed = 0; seed < SeededHistoriesTest.COUNT; seed++) {
            for (NotebookModel notebook : Histories.play(seed).notebooks()) {
                if (!mutant.wrong(notebook).isEmpty()) {
                    System.out.printf("%s: after %,d histories%n", mutant, seed + 1);
                    return;
                }
            }
        }
        assertThat(mutant).as("no history tells it apart").isNull();
    }
}
