package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jailoo.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A script of another language, which shares no line with the program, finds true what the program writes and false what
 * was changed in it.
 */
class IndependentScriptTest {
    private static final Path SCRIPT = Path.of("src/test/script/verify_bundle.py");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsPython() {
        boolean found;
        try {
            found = new ProcessBuilder("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 8))")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            found = false;
        }
        assumeTrue(found, "python3 is not installed");
    }

    /** What the script says of a file, after its exit code. */
    private static String says(Path bundle) throws Exception {
        Process process = new ProcessBuilder("python3", SCRIPT.toString(), bundle.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + said.strip();
    }

    private String says(String json) throws Exception {
        return says(Files.writeString(Files.createTempFile(folder, "bundle", ".json"), json));
    }

    @Test
    void whatTheProgramWritesHolds() throws Exception {
        Randoms content = new Randoms(5);
        for (Envelope envelope : List.of(new Envelope.Plain(), new Envelope.Gzip())) {
            Path file = folder.resolve(envelope.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            BundleFile.write(
                    file,
                    envelope,
                    out -> BundleWriter.write(content.draft(), Devices.AIDA, content.cards, content, out));
            assertThat(says(file)).startsWith("0 holds: ");
        }
        assertThat(says(Path.of("sample-data/barskoon-1.json.gz")))
                .isEqualTo("0 holds: 2 cards, 28 revisions, 0 attachments");
        assertThat(says(rendered(BundleBuilder.sample().parts())))
                .isEqualTo("0 holds: 2 cards, 4 revisions, 1 attachments");
    }

    private static String rendered(Map<String, String> parts) {
        return BundleBuilder.render(parts);
    }

    @Test
    void whatWasChangedDoesNotHold() throws Exception {
        String whole = rendered(BundleBuilder.sample().parts());
        for (String[] change : new String[][] {
            {"айлыгын", "акчасын", "body of revision"},
            {"\"time\":\"2026", "\"time\":\"2025", "body of revision"},
            {"\"seq\":1", "\"seq\":7", "signature of revision"},
            {"\"kind\":\"purge\"", "\"kind\":\"purgf\"", "signature of revision"},
            {"\"name\":\"J-", "\"name\":\"K-", "signature of card"},
            {"\"scope\":\"all\"", "\"scope\":\"codes\"", "signature of the manifest"},
            {"\"size\":1000", "\"size\":1001", "attachment"}
        }) {
            assertThat(whole).contains(change[0]);
            assertThat(says(whole.replaceFirst(change[0], change[1])))
                    .startsWith("1 DOES NOT HOLD: ")
                    .contains(change[2]);
        }
    }

    @Test
    void whatADishonestSenderSignsDoesNotHoldEither() throws Exception {
        BundleBuilder digest = BundleBuilder.sample();
        digest.manifest = m -> m.with("digest", Json.of("0".repeat(64)));
        assertThat(says(rendered(digest.parts()))).isEqualTo("1 DOES NOT HOLD: digest of the manifest");

        BundleBuilder counts = BundleBuilder.sample();
        counts.manifest = m -> m.with("revisions", Json.of(3));
        assertThat(says(rendered(counts.parts()))).isEqualTo("1 DOES NOT HOLD: counts of the manifest");
    }
}
