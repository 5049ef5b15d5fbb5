package org.jailoo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The whole program, every package at once, held against the rules of the house. */
class ArchitectureTest {
    private static final String ROOT = "org.jailoo";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> rules() {
        return new Rules(ROOT)
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(PROGRAM)));
    }

    /** The rules let packages pass that are not there; this says that those that are there were looked at. */
    @Test
    void everySourceFileWasLookedAt() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> sources = files.filter(f -> f.toString().endsWith(".java"))
                    .map(f -> Path.of("src/main/java")
                            .relativize(f)
                            .toString()
                            .replaceAll("[/\\\\]", ".")
                            .replaceAll("\\.java$", ""))
                    .toList();
            Set<String> seen = PROGRAM.stream().map(c -> c.getName()).collect(java.util.stream.Collectors.toSet());
            assertThat(sources).isNotEmpty();
            assertThat(seen).containsAll(sources);
        }
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(Rules.withoutPackageInfo(PROGRAM)).isEmpty();
    }

    @Test
    void noSourceFileIsLongerThan400Lines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
            }
        }
    }
}
