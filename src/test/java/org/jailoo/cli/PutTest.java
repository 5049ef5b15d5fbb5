package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.cli.Laptop.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving and erasing from the command line, and everything that is not saved. */
class PutTest {
    @Test
    void putTellsRecordAndRevisionAndStateShowsIt(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        laptop.notebook("a");
        Run put = laptop.put(
                        "a",
                        " {\"minutes\":12,\"code\":\"Ж-01\",\"asked/forced-labour\":true}\n",
                        "--type",
                        "interview")
                .exits(0);
        String record = put.text("record");
        assertThat(put.out()).matches("\\{\"record\":\"" + Laptop.UUID + "\",\"revision\":\"[0-9a-f]{64}\"}\n");
        assertThat(put.err()).isEmpty();

        laptop.put("a", "{\"minutes\":null}", "--type", "interview", "--record", record)
                .exits(0);
        String chosen = "00000000-0000-4000-8000-000000000000";
        laptop.put("a", "{\"title\":\"Ү\"}", "--type", "campaign", "--record", chosen)
                .exits(0);
        assertThat(laptop.state("a"))
                .containsExactly(
                        "{\"conflicts\":{},\"deleted\":false,\"incomplete\":false,\"purged\":false,\"record\":\""
                                + chosen + "\",\"type\":\"campaign\",\"values\":{\"title\":\"Ү\"}}",
                        "{\"conflicts\":{},\"deleted\":false,\"incomplete\":false,\"purged\":false,\"record\":\""
                                + record
                                + "\",\"type\":\"interview\",\"values\":{\"asked/forced-labour\":true,\"code\":\"Ж-01\"}}");
    }

    @Test
    void whatTheRecordTypesDoNotKnowIsRefusedWithASentenceAProblem(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        laptop.notebook("a");
        String item = "11111111-1111-4111-8111-111111111111";
        Map<String, String> refused = Map.ofEntries(
                Map.entry("{\"colour\":\"blue\"}", "colour: this record type has no field colour."),
                Map.entry("{\"risk\":\"huge\"}", "risk: the codebook has no such code (risk:huge)."),
                Map.entry("{\"minutes\":\"12\"}", "minutes: the value is of another kind"),
                Map.entry("{\"minutes/x\":true}", "minutes/x: this is not a path"),
                Map.entry("{\"date\":\"yesterday\"}", "date: not a date."),
                Map.entry("{\"campaign\":\"7\"}", "campaign: not the id of a record."),
                Map.entry("{\"attachments/" + item + "\":{\"sha256\":\"x\"}}", "sha256: not a SHA-256"),
                Map.entry("{\"attachments/" + item + "\":{\"size\":-1}}", "size: the size of a file"),
                Map.entry("{}", "at least one path"));
        refused.forEach((body, sentence) -> {
            Run run = laptop.put("a", body, "--type", "interview").exits(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(sentence).contains("Nothing was saved.");
            assertThat(run.err().lines()).hasSize(2);
        });
        assertThat(laptop.put("a", "{\"colour\":1,\"risk\":\"huge\",\"date\":\"x\"}", "--type", "interview")
                        .exits(2)
                        .err()
                        .lines())
                .hasSize(4);
        assertThat(laptop.put("a", "{\"code\":\"1\"}", "--type", "dream")
                        .exits(2)
                        .err())
                .contains("no record type dream");
        assertThat(laptop.put("a", "{\"progress/" + item + "\":{\"quarter\":\"2026-Q5\"}}", "--type", "recommendation")
                        .exits(2)
                        .err())
                .contains("not a quarter");
        assertThat(laptop.state("a")).isEmpty();
    }

    /** What somebody typed into the wrong field may be what a witness said. */
    @Test
    void refusalDoesNotRepeatWhatWasTyped(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        laptop.notebook("a");
        assertThat(laptop.put("a", "{\"date\":\"Aigul said\",\"campaign\":\"Aigul said\"}", "--type", "interview")
                        .exits(2)
                        .err())
                .contains("date:", "campaign:")
                .doesNotContain("Aigul");
        assertThat(laptop.put("a", "{\"code\":\"Aigul said", "--type", "interview")
                        .exits(2)
                        .err())
                .doesNotContain("Aigul");
    }

    /** Without a notebook: what is no change set is refused before a passphrase is asked for. */
    @Test
    void whatIsNoChangeSetIsRefusedBeforeTheNotebookIsOpened(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder).with(Map.of());
        for (String input : List.of(
                "", "{", "[]", "\"x\"", "{\"code\":1.5}", "{\"code\":1,\"code\":2}", "{\"code\":1} x", "\ufeff{}")) {
            Run run = laptop.put("nowhere", input, "--type", "interview").exits(2);
            assertThat(run.err()).as(input).contains("Nothing was saved").doesNotContain("passphrase");
        }
        byte[] latin = {'{', '"', 'c', '"', ':', '"', (byte) 0xe9, '"', '}'};
        laptop.typed(new java.io.ByteArrayInputStream(latin), "put", laptop.path("x"), "--type", "interview")
                .exits(2);
        String deep = "{\"code\":" + "[".repeat(40) + "]".repeat(40) + "}";
        assertThat(laptop.put("x", deep, "--type", "interview").exits(2).err()).contains("over the limits");
        String long8 = "{\"code\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}";
        assertThat(laptop.put("x", long8, "--type", "interview").exits(2).err()).contains("over the limits");
        assertThat(laptop.put("x", "{\"code\":\"1\"}", "--type", "interview", "--record", "ABC")
                        .exits(2)
                        .err())
                .contains("ABC");
    }

    @Test
    void recordOfAnotherTypeAndErasedRecordTakeNothing(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        laptop.notebook("a");
        String record = laptop.interview("a", "{\"code\":\"1\"}");
        String[] interview = {"--type", "interview", "--record", record};
        assertThat(laptop.put("a", "{\"title\":\"x\"}", "--type", "campaign", "--record", record)
                        .exits(2)
                        .err())
                .contains(record, "of the type interview");

        Run purged = laptop.run("purge", laptop.path("a"), record, record).exits(0);
        assertThat(purged.out()).matches("\\{\"record\":\"" + record + "\",\"revision\":\"[0-9a-f]{64}\"}\n");
        assertThat(laptop.put("a", "{\"code\":\"2\"}", interview).exits(2).err())
                .contains("withdrew consent");
        assertThat(laptop.state("a"))
                .containsExactly(
                        "{\"conflicts\":{},\"deleted\":false,\"incomplete\":false,\"purged\":true,\"record\":\""
                                + record + "\",\"type\":\"interview\",\"values\":{}}");
    }

    @Test
    void nothingIsErasedWhileOneOfTheNamesIsWrong(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        laptop.notebook("a");
        String record = laptop.interview("a", "{\"code\":\"1\"}");
        String unknown = "00000000-0000-4000-8000-000000000000";
        Run run = laptop.run("purge", laptop.path("a"), record, unknown).exits(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(unknown).doesNotContain(record);
        laptop.run("purge", laptop.path("a"), record, "1").exits(2);
        laptop.run("purge", laptop.path("a")).exits(2);
        assertThat(laptop.state("a").get(0)).contains("\"purged\":false");
    }

    @Test
    void bytesOutAreUtf8(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        laptop.notebook("a");
        String words = "ң ө ү Ң Ө Ү \ud83c\udf3f";
        laptop.interview("a", "{\"publicText\":\"" + words + "\"}");
        assertThat(laptop.state("a").get(0).getBytes(StandardCharsets.UTF_8))
                .containsSequence(words.getBytes(StandardCharsets.UTF_8));
    }
}
