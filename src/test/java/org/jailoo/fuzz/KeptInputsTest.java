package org.jailoo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays what earlier searches kept: one input for each way through a reader, and all that ever was a finding. */
class KeptInputsTest {
    @ParameterizedTest
    @EnumSource
    void everyKeptInputIsTakenOrRefusedAsPromised(Searched searched) throws Exception {
        List<String> findings = new ArrayList<>();
        List<Path> kept = kept(searched);
        assertThat(kept).isNotEmpty();
        for (Path input : kept) {
            try {
                searched.target().take(Files.readAllBytes(input));
            } catch (AssertionError | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                findings.add(input.getFileName() + ": " + e);
            }
        }
        assertThat(findings).isEmpty();
    }

    private static List<Path> kept(Searched searched) throws Exception {
        URI folder = Objects.requireNonNull(KeptInputsTest.class.getResource(searched.folder()), searched.folder())
                .toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList();
        }
    }
}
