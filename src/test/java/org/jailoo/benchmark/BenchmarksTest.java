package org.jailoo.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The benchmarks run, at a size at which they tell nothing. */
class BenchmarksTest {
    @Test
    void everyTableIsPrintedWithItsFloors() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Benchmarks.run(
                Set.of("bundles", "workbook"),
                new Sizes(20, 10, 2, 1, 1),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("| import of 20 revisions |")
                .contains("| bare FTS5 of the same texts |")
                .contains("| search, the best 50 of 20 |")
                .contains("| save of one interview, on the disk |")
                .contains("| age and gzip of the same bytes |")
                .contains("| check of 20 revisions |")
                .contains("| bare fastexcel loop over the same rows |")
                .contains("cores")
                .doesNotContain("NaN");
    }
}
