package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.bundle.Reason;
import org.jailoo.identity.AgeEnvelope;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.NotebookException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is refused, or fails half way, leaves every table of the notebook as it was. */
class RefusalTest {
    @TempDir
    Path folder;

    private Laptop a;
    private Laptop lead;

    @BeforeEach
    void laptops() {
        List<Laptop> all = Laptop.friends(folder, "A", "lead");
        a = all.get(0);
        lead = all.get(1);
    }

    @AfterEach
    void close() {
        a.close();
        lead.close();
    }

    @Test
    void everyReasonLeavesTheNotebookAsItWas() throws Exception {
        String record = a.interview("SEEN");
        lead.takes(a.export(Choice.ALL, lead));
        a.edits(record, "narrative", "CANARY");
        a.interview("another");
        Path whole = a.plain(Choice.ALL);
        String json = Files.readString(whole);
        Map<Reason, Path> files = new EnumMap<>(Reason.class);
        files.put(Reason.WRONG_RECIPIENT, a.export(Choice.ALL, a));
        files.put(Reason.NOT_A_BUNDLE, file("{\"format\":\"something\",\"version\":1}"));
        files.put(Reason.NEWER_VERSION, file(json.replaceFirst("\"version\":1", "\"version\":2")));
        files.put(Reason.TRUNCATED, file(json.substring(0, json.length() - 20)));
        files.put(
                Reason.TOO_LARGE,
                file(json.replaceFirst("\"cards\":\\[", "\"cards\":[{\"x\":\"" + "y".repeat(20_000) + "\"},")));
        files.put(Reason.MALFORMED, file(json + "x"));
        files.put(Reason.ALTERED, file(json.replace("CANARY", "CANARi")));
        String before = lead.dump();
        for (Map.Entry<Reason, Path> bad : files.entrySet()) {
            assertThat(lead.refuses(bad.getValue())).isEqualTo(bad.getKey());
            assertThat(lead.refuses(bad.getValue(), Laptop.TRUST)).isEqualTo(bad.getKey());
            assertThat(lead.dump()).as(bad.getKey().code()).isEqualTo(before);
            assertThat(lead.leftovers()).isZero();
        }
        lead.notebook.devices().block(a.device());
        before = lead.dump();
        assertThat(lead.refuses(whole)).isEqualTo(Reason.UNTRUSTED);
        assertThat(lead.refuses(whole, Laptop.TRUST)).isEqualTo(Reason.UNTRUSTED);
        try (Laptop stranger = Laptop.create(folder, "stranger")) {
            stranger.interview("x");
            assertThat(lead.refuses(stranger.plain(Choice.ALL))).isEqualTo(Reason.UNTRUSTED);
        }
        assertThat(lead.dump()).isEqualTo(before);
        assertThatThrownBy(() -> lead.takes(folder.resolve("not there"))).isInstanceOf(NoSuchFileException.class);
        assertThat(lead.leftovers()).isZero();
    }

    /** Everything is verified on the way, and the fault stands in the last bytes. */
    @Test
    void faultAtTheVeryEndOfAnEncryptedFileTakesNothingIn() throws Exception {
        byte[] noise = new byte[150_000];
        new java.util.Random(2).nextBytes(noise);
        a.interview(java.util.HexFormat.of().formatHex(noise));
        byte[] json = Files.readAllBytes(a.plain(Choice.ALL));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream age = AgeEnvelope.encryptTo(out, List.of(lead.card().recipient()));
                OutputStream gzip = new GZIPOutputStream(age)) {
            gzip.write(json);
        }
        byte[] sealed = out.toByteArray();
        String before = lead.dump();
        sealed[sealed.length - 1] ^= 1;
        // Of a last block that does not open nobody can tell whether it is altered or cut.
        assertThat(lead.refuses(Files.write(folder.resolve("flipped"), sealed))).isIn(Reason.TRUNCATED, Reason.ALTERED);
        assertThat(lead.refuses(Files.write(folder.resolve("short"), Arrays.copyOf(sealed, sealed.length - 1))))
                .isIn(Reason.TRUNCATED, Reason.ALTERED);
        assertThat(lead.dump()).isEqualTo(before);
    }

    @Test
    void diskThatFillsUpAnywhereInTheTransactionLeavesNothingHalfDone() throws Exception {
        String first = a.interview("first");
        byte[] photo = new byte[300_000];
        new java.util.Random(1).nextBytes(photo);
        lead.takes(a.export(Choice.ALL, lead));
        a.purges(first);
        for (int i = 0; i < 15; i++) {
            a.interview("interview " + i + " " + "текст ".repeat(500));
        }
        String with = a.interview("with a photo");
        a.attaches(with, photo);
        Path bundle = a.export(Choice.ALL, lead);
        String before = lead.dump();
        String instance = lead.writer().instance();
        int failures = 0;
        ImportResult result = null;
        for (int pages = 0; result == null; pages += 7) {
            Inside.roomFor(lead.notebook, pages);
            try {
                result = lead.takes(bundle);
            } catch (NotebookException full) {
                failures++;
                assertThat(lead.dump()).as("with room for " + pages + " pages").isEqualTo(before);
                assertThat(lead.leftovers()).isZero();
                assertThat(lead.writer().instance()).isEqualTo(instance);
            } finally {
                Inside.roomFor(lead.notebook, -1);
            }
        }
        assertThat(failures).isGreaterThan(5);
        assertThat(result).extracting("fresh", "purged", "gaps").containsExactly(16L, 1L, 0L);
        assertThat(lead.lines()).isEqualTo(a.lines());
        lead.isSound();
    }

    /** What was written is told as written, though there is no room to overwrite what a purge has freed. */
    @Test
    void noRoomToScrubIsNoFailureOfWhatWentBeforeAndIsMadeUpFor() throws Exception {
        for (int i = 0; i < 40; i++) {
            lead.interview("interview " + i + " " + "сөз" + i + " ".repeat(3) + "текст ".repeat(i * 20));
        }
        Inside.run(lead.notebook, "INSERT INTO meta (name, value) VALUES ('scrub', x'01')");
        Inside.roomFor(lead.notebook, 0);
        lead.notebook.scrub();
        assertThat(lead.dump()).contains("meta: scrub|01");
        Inside.roomFor(lead.notebook, -1);
        lead.notebook.scrub();
        assertThat(lead.dump()).doesNotContain("meta: scrub|01");
        lead.isSound();
    }

    /** The last step of a transaction that has already drawn a new instance fails: this laptop stays who it was. */
    @Test
    void failureAfterANewInstanceWasDrawnTakesItBack() throws Exception {
        String record = lead.interview("mine");
        a.takes(lead.export(Choice.ALL, a));
        Path bundle = a.plain(Choice.ALL);
        // Set back: what others hold of this writer is not here.
        Inside.run(
                lead.notebook,
                "DELETE FROM state; DELETE FROM listed; DELETE FROM naming; DELETE FROM content; DELETE FROM revision");
        assertThat(lead.knows(record)).isFalse();
        Inside.run(lead.notebook, "CREATE TRIGGER fail BEFORE INSERT ON claim BEGIN SELECT RAISE(ABORT, 'no'); END");
        String instance = lead.writer().instance();
        assertThatThrownBy(() -> lead.takes(bundle)).hasMessageContaining("no");
        assertThat(lead.writer().instance()).isEqualTo(instance);
        Inside.run(lead.notebook, "DROP TRIGGER fail");
        lead.takes(bundle);
        assertThat(lead.writer().instance()).isNotEqualTo(instance);
    }

    @Test
    void previewWritesNothingAndTakesNoNumber() throws Exception {
        lead.interview("lead's");
        lead.export(Choice.ALL, a);
        a.interview("A's");
        Path bundle = a.export(Choice.ALL, lead);
        String before = lead.dump();
        long serial = lead.notebook.log().nextSerial(lead.writer().instance());
        long seq = lead.notebook.revisions().nextSeq(lead.writer());
        try (ImportBundle.Waiting waiting = lead.stage(bundle, Laptop.NOTHING)) {
            assertThat(lead.dump()).isEqualTo(before);
            ImportResult preview = waiting.preview();
            assertThat(waiting.preview()).isEqualTo(preview);
            assertThat(lead.dump()).isEqualTo(before);
            assertThat(lead.leftovers()).isEqualTo(1);
            assertThat(preview.fresh()).isEqualTo(1);
        }
        assertThat(lead.leftovers()).isZero();
        assertThat(lead.notebook.log().nextSerial(lead.writer().instance())).isEqualTo(serial);
        assertThat(lead.notebook.revisions().nextSeq(lead.writer())).isEqualTo(seq);
        assertThat(lead.dump()).isEqualTo(before);
    }

    @Test
    void existingFileIsNeverOverwritten() throws Exception {
        a.interview("x");
        Path there = Files.writeString(folder.resolve("there.jailoo"), "mine");
        assertThatThrownBy(() -> a.export(there, Choice.ALL, List.of(lead.card())))
                .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
        assertThat(Files.readString(there)).isEqualTo("mine");
    }

    private Path file(String text) throws Exception {
        return Files.write(Files.createTempFile(folder, "bad", ""), text.getBytes(StandardCharsets.UTF_8));
    }
}
