package org.jailoo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this program encrypts the public tool opens, and the reverse. */
class PublicAgeToolTest {
    @TempDir
    Path folder;

    private final DeviceKeys keys = DeviceKeys.generate(new SecureRandom());
    private final DeviceKeys other = DeviceKeys.generate(new SecureRandom());
    private final byte[] content = new byte[300_000];

    @BeforeEach
    void toolIsInstalled() {
        boolean installed = Stream.of(
                        String.valueOf(System.getenv("PATH")).split(Pattern.quote(File.pathSeparator), -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "age")));
        assumeTrue(installed, "skipped: the public age tool is not installed");
        new Random(1).nextBytes(content);
    }

    @Test
    void publicToolOpensWhatWeEncrypt() throws Exception {
        for (int length : new int[] {0, 65536, content.length}) {
            byte[] some = java.util.Arrays.copyOf(content, length);
            Path file = folder.resolve("ours" + length + ".age");
            Files.write(file, AgeEnvelopeTest.encrypt(some, List.of(other.recipient(), keys.recipient())));
            Path key = Files.writeString(folder.resolve("key"), keys.identity() + "\n");
            Path out = folder.resolve("ours" + length);
            run(out, "age", "-d", "-i", key.toString(), file.toString());
            assertThat(Files.readAllBytes(out)).isEqualTo(some);
        }
    }

    @Test
    void weOpenWhatThePublicToolEncrypts() throws Exception {
        for (int length : new int[] {0, 65536, content.length}) {
            byte[] some = java.util.Arrays.copyOf(content, length);
            Path in = Files.write(folder.resolve("theirs" + length), some);
            Path file = folder.resolve("theirs" + length + ".age");
            run(file, "age", "-r", other.recipient(), "-r", keys.recipient(), in.toString());
            assertThat(AgeEnvelopeTest.decrypt(Files.readAllBytes(file), List.of(keys.identity()), null))
                    .isEqualTo(some);
        }
    }

    private void run(Path out, String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectError(said.toFile())
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(said, StandardCharsets.UTF_8))
                .isZero();
    }
}
