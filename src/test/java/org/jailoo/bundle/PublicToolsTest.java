package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anyone with the key and the public tools reads a bundle, and makes an envelope that is read. */
class PublicToolsTest {
    @TempDir
    private Path folder;

    private boolean has(String tool) {
        String path = System.getenv("PATH");
        return path != null
                && java.util.Arrays.stream(path.split(java.io.File.pathSeparator, -1))
                        .anyMatch(p -> Files.isExecutable(Path.of(p, tool)));
    }

    private byte[] run(Path input, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllBytes(output);
    }

    private Path write(String name, Envelope envelope) throws IOException {
        Randoms content = new Randoms(3);
        Path file = folder.resolve(name);
        BundleFile.write(
                file, envelope, out -> BundleWriter.write(content.draft(), Devices.AIDA, content.cards, content, out));
        return file;
    }

    @Test
    void gunzipReadsWhatIsWritten() throws Exception {
        assumeTrue(has("gunzip"), "gunzip is not installed");
        Path plain = write("plain", new Envelope.Plain());
        Path gzip = write("gzip", new Envelope.Gzip());
        assertThat(run(gzip, "gunzip", "-c")).isEqualTo(Files.readAllBytes(plain));
    }

    @Test
    void gzipWritesWhatIsRead() throws Exception {
        assumeTrue(has("gzip"), "gzip is not installed");
        Path plain = write("plain", new Envelope.Plain());
        assertThat(Attempt.of(run(plain, "gzip", "-9", "-c"))).isEqualTo(Attempt.ACCEPTED);
    }

    @Test
    void ageThenGunzipReadWhatIsWritten() throws Exception {
        assumeTrue(has("age") && has("gunzip"), "age or gunzip is not installed");
        Path plain = write("plain", new Envelope.Plain());
        Path file = write("x.jailoo", new Envelope.ToRecipients(List.of(Devices.CHYNARA.recipient())));
        Path key = Files.writeString(folder.resolve("key"), Devices.CHYNARA.identity() + "\n");
        Path gzip = folder.resolve("decrypted");
        Files.write(gzip, run(file, "age", "-d", "-i", key.toString()));
        assertThat(run(gzip, "gunzip", "-c")).isEqualTo(Files.readAllBytes(plain));
    }

    @Test
    void ageEncryptsWhatIsRead() throws Exception {
        assumeTrue(has("age"), "age is not installed");
        Path gzip = write("gzip", new Envelope.Gzip());
        byte[] file = run(gzip, "age", "-e", "-r", Devices.CHYNARA.recipient());
        assertThat(Attempt.of(file)).isEqualTo(Attempt.ACCEPTED);
        assertThat(Attempt.of(run(gzip, "age", "-e", "-a", "-r", Devices.CHYNARA.recipient())))
                .isEqualTo(Reason.NOT_A_BUNDLE.code());
    }
}
