package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the short way to the window understands; everything else is left to the whole command line. */
class OpeningTest {
    @TempDir
    Path folder;

    private static @Nullable Opening of(String... args) {
        return Opening.of(Opening.named(List.of(args)));
    }

    @Test
    void aPlainStartIsUnderstood() throws Exception {
        Path file = Files.createFile(folder.resolve("n.jailoo-notebook"));
        assertThat(of()).isEqualTo(new Opening(null, false, null));
        assertThat(of("open")).isEqualTo(new Opening(null, false, null));
        assertThat(of("open", "--sample")).isEqualTo(new Opening(null, true, null));
        assertThat(of("--lang=KY", file.toString())).isEqualTo(new Opening(file, false, "ky"));
        assertThat(of("open", "not-there", "--lang", "ru")).isEqualTo(new Opening(Path.of("not-there"), false, "ru"));
    }

    @Test
    void whatIsOddIsLeftToWhoCanSayWhatIsWrong() {
        assertThat(of("open", "--lang", "xx")).isNull();
        assertThat(of("open", "--lang")).isNull();
        assertThat(of("open", "one", "two")).isNull();
        assertThat(of("open", "--no-such-option")).isNull();
        assertThat(of("open", "--help")).isNull();
        assertThat(of("open", "")).isNull();
        assertThat(of("not-there")).isNull();
        assertThat(of("demo")).isNull();
        assertThat(of("--help")).isNull();
    }
}
