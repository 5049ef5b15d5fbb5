package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jailoo.Main;
import org.jailoo.app.NewNotebook;
import org.jailoo.cli.Laptop.Run;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, on a platform that believes in ASCII alone. */
class ProcessTest {
    private static final String WORDS = "Өкмөт, эмгек жана укук: ңөү";
    private static final String ASCII_PASSPHRASE = "kok daryya 42";

    private static Run jailoo(Path folder, String input, String... args) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=US-ASCII",
                "-Dorg.sqlite.tmpdir=" + folder,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        if (Runtime.version().feature() >= 24) {
            // The jar says so in its manifest; here the classes lie in folders.
            command.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> env = builder.environment();
        env.put("LC_ALL", "C");
        env.put(Surroundings.PASSPHRASE, ASCII_PASSPHRASE);
        env.remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void dataAndSentencesAreUtf8AndASecondProcessIsTold(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a");
        String state = "state";
        try (Notebook made = new NewNotebook(Kdf.FLOOR).create(file, ASCII_PASSPHRASE.toCharArray(), "a")) {
            Run busy =
                    jailoo(folder, "", state, file.toString(), "--lang", "ky").exits(6);
            assertThat(busy.out()).isEmpty();
            assertThat(busy.err())
                    .isEqualTo(file
                            + " дептери башка терезеде же программада ачык турат. Эч нерсе өзгөргөн жок. Аны ошол жерден жаап,"
                            + " кайра аракет кылыңыз.\n");
            assertThat(made.revisions().count()).isZero();
        }
        jailoo(folder, "{\"publicText\":\"" + WORDS + "\"}", "put", file.toString(), "--type", "interview")
                .exits(0);
        Run run = jailoo(folder, "", state, file.toString()).exits(0);
        assertThat(run.out()).contains("\"publicText\":\"" + WORDS + "\"");
        // No library says anything beside what the command says.
        assertThat(run.err()).isEmpty();
    }
}
