package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a copy that changed the times of the jars the archive for a fast start fits again. */
class OwnJarsTest {
    private static final String TIME = "2026-01-01T00:00:00Z";

    @TempDir
    Path folder;

    @Test
    void onlyAnInstalledProgramSetsTheTimesOfItsOwnJars() throws Exception {
        Path jar = Files.createFile(folder.resolve("a.jar"));
        Path other = Files.createFile(folder.resolve("b.jar"));
        FileTime now = Files.getLastModifiedTime(jar);
        String classPath = folder.resolve("gone.jar") + File.pathSeparator + jar + File.pathSeparator + folder;
        OwnJars.settle(null, classPath);
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(now);
        OwnJars.settle(TIME, classPath);
        assertThat(Files.getLastModifiedTime(jar).toInstant()).isEqualTo(Instant.parse(TIME));
        assertThat(Files.getLastModifiedTime(other).toInstant()).isNotEqualTo(Instant.parse(TIME));
    }
}
