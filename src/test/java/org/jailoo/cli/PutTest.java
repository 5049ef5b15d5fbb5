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
        Laptop laptop = Trio.in(folder).laptop();
        Run put = laptop.put(
                        "c",
                        " {\"minutes\":12,\"code\":\"Ж-01\",\"asked/forced-labour\":true}\n",
                        "--type",
                        "interview")
                .exits(0);
        String record = put.text("record");
        assertThat(put.out()).matches("\\{\"record\":\"" + Laptop.UUID + "\",\"revision\":\"[0-9a-f]{64}\"}\n");
        assertThat(put.err()).isEmpty();

        laptop.put("c", "{\"minutes\":null}", "--type", "interview", "--record", record)
                .exits(0);
        String chosen = "00000000-0000-4000-8000-000000000000";
        laptop.put("c", "{\"title\":\"Ү\"}", "--type", "campaign", "--record", chosen)
                .exits(0);
        assertThat(laptop.state("c"))
                .containsExactly(
                        "{\"conflicts\":{},\"deleted\":false,\"incomplete\":false,\"purged\":false,\"record\":\""
                                + chosen + "\",\"type\":\"campaign\",\"values\":{\"title\":\"Ү\"}}",
                        "{\"conflicts\":{},\"deleted\":false,\"incomplete\":false,\"purged\":false,\"record\":\""
                                + record
                                + "\",\"type\":\"interview\",\"values\":{\"asked/forced-labour\":true,\"code\":\"Ж-01\"}}");
    }

    @Test
    void whatTheRecordTypesDoNotKnowIsRefusedWithASentenceAProblem(@TempDir Path folder) {
        Laptop laptop = Trio.in(folder).laptop();
        String item = "11111111-1111-4111-8111-111111111111";
        String body = "{\"colour\":\"blue\",\"risk\":\"huge\",\"minutes\":\"12\",\"minutes/x\":true,\"date\":\"x\","
                + "\"campaign\":\"7\",\"attachments/" + item + "\":{\"sha256\":\"x\",\"size\":-1}}";
        Run run = laptop.put("c", body, "--type", "interview").exits(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        "colour: this record type has no field colour.",
                        "risk: the codebook has no such code (risk:huge).",
                        "minutes: the value is of another kind than the field holds.",
                        "minutes/x: this is not a path of the field.",
                        "date: not a date. Write YYYY-MM-DD, YYYY-MM or YYYY.",
                        "campaign: not the id of a record.",
                        "attachments/" + item + ".sha256: not a SHA-256 in 64 lower-case hex digits.",
                        "attachments/" + item + ".size: the size of a file cannot be negative.",
                        "Nothing was saved. Correct the change set and put it again.");
        assertThat(laptop.put("c", "{}", "--type", "interview").exits(2).err()).contains("at least one path");
        assertThat(laptop.put("c", "{\"code\":\"1\"}", "--type", "dream")
                        .exits(2)
                        .err())
                .contains("no record type dream");
        assertThat(laptop.put("c", "{\"progress/" + item + "\":{\"quarter\":\"2026-Q5\"}}", "--type", "recommendation")
                        .exits(2)
                        .err())
                .contains("not a quarter");
        assertThat(laptop.state("c")).isEmpty();
    }

    /** What somebody typed into the wrong field may be what a witness said. */
    @Test
    void refusalDoesNotRepeatWhatWasTyped(@TempDir Path folder) {
        Laptop laptop = Trio.in(folder).laptop();
        assertThat(laptop.put(
                                "c",
                                "{\"date\":\"Aigul said\",\"campaign\":\"Aigul said\",\"risk\":\"Aigul said\"}",
                                "--type",
                                "interview")
                        .exits(2)
                        .err())
                .contains("date:", "campaign:", "risk:")
                .doesNotContain("Aigul");
        assertThat(laptop.put("c", "{\"code\":\"Aigul said", "--type", "interview")
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
        Laptop laptop = Trio.in(folder).laptop();
        String record = laptop.interview("c", "{\"code\":\"1\"}");
        String[] interview = {"--type", "interview", "--record", record};
        assertThat(laptop.put("c", "{\"title\":\"x\"}", "--type", "campaign", "--record", record)
                        .exits(2)
                        .err())
                .contains(record, "of the type interview");

        Run purged = laptop.run("purge", laptop.path("c"), record, record).exits(0);
        assertThat(purged.out()).matches("\\{\"record\":\"" + record + "\",\"revision\":\"[0-9a-f]{64}\"}\n");
        assertThat(laptop.put("c", "{\"code\":\"2\"}", interview).exits(2).err())
                .contains("withdrew consent");
        assertThat(laptop.state("c"))
                .containsExactly(
                        "{\"conflicts\":{},\"deleted\":false,\"incomplete\":false,\"purged\":true,\"record\":\""
                                + record + "\",\"type\":\"interview\",\"values\":{}}");
    }

    @Test
    void nothingIsErasedWhileOneOfTheNamesIsWrong(@TempDir Path folder) {
        Laptop laptop = Trio.in(folder).laptop();
        String record = laptop.interview("c", "{\"code\":\"1\"}");
        String unknown = "00000000-0000-4000-8000-000000000000";
        Run run = laptop.run("purge", laptop.path("c"), record, unknown).exits(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(unknown).doesNotContain(record);
        laptop.run("purge", laptop.path("c"), record, "1").exits(2);
        laptop.run("purge", laptop.path("c")).exits(2);
        assertThat(laptop.state("c").get(0)).contains("\"purged\":false");
    }

    @Test
    void bytesOutAreUtf8(@TempDir Path folder) {
        Laptop laptop = Trio.in(folder).laptop();
        String words = "ң ө ү Ң Ө Ү \ud83c\udf3f";
        laptop.interview("c", "{\"publicText\":\"" + words + "\"}");
        assertThat(laptop.state("c").get(0).getBytes(StandardCharsets.UTF_8))
                .containsSequence(words.getBytes(StandardCharsets.UTF_8));
    }
}
