package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.json.Json;
import org.jailoo.json.JsonReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hand-over opens without this program: {@code age -d -i key x.jailoo | gunzip}; and what the tools wrap comes in. */
class PublicToolTest {
    @TempDir
    Path folder;

    @BeforeEach
    void toolsAreInstalled() {
        assumeTrue(installed("age") && installed("gunzip"), "skipped: age or gunzip is not installed");
    }

    private static boolean installed(String tool) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(Pattern.quote(File.pathSeparator), -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    @Test
    void publicToolsOpenAHandOver() throws Exception {
        try (Laptop a = Laptop.create(folder, "A");
                Laptop lead = Laptop.create(folder, "lead")) {
            a.interview("Өкмөт жана эмгек");
            a.writes("identity", "fullName", "CANARY");
            Path key = Files.writeString(
                    folder.resolve("key"), lead.notebook.device().identity() + "\n");
            for (Choice choice : List.of(Choice.ALL, Choice.CODES)) {
                Path bundle = a.export(choice, lead);
                Path gz = folder.resolve(choice + ".gz");
                run(gz, "age", "-d", "-i", key.toString(), bundle.toString());
                Path json = folder.resolve(choice + ".txt");
                run(json, "gunzip", "-c", gz.toString());
                String text = Files.readString(json);
                assertThat(text)
                        .startsWith("{\"format\":\"jailoo-bundle\",\"version\":1")
                        .contains("Өкмөт жана эмгек");
                assertThat(text.contains("CANARY")).isEqualTo(choice == Choice.ALL);
                assertThat(JsonReader.parse(text.getBytes(StandardCharsets.UTF_8), 64))
                        .isInstanceOf(Json.Obj.class);
            }
        }
    }

    @Test
    void whatThePublicToolsWrapComesIn() throws Exception {
        try (Laptop a = Laptop.create(folder, "A");
                Laptop lead = Laptop.create(folder, "lead")) {
            lead.trusts(a);
            a.interview("Өкмөт жана эмгек");
            Path json = a.plain(Choice.ALL);
            Path gz = folder.resolve("b.json.gz");
            run(gz, "gzip", "-c", json.toString());
            Path bundle = folder.resolve("b.jailoo");
            run(bundle, "age", "-r", lead.card().recipient(), gz.toString());
            assertThat(lead.takes(bundle).fresh()).isEqualTo(1);
            assertThat(lead.lines()).isEqualTo(a.lines());
        }
    }

    private void run(Path out, String... command) throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectError(said.toFile())
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }
}
