package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedFileTest {
    private static final String CANARY = "Канарейка-5821-canary";

    @TempDir
    Path folder = Path.of("");

    @Test
    void settingsAreThoseThatWereTried() {
        try (Notebook notebook = TestDoor.create(folder.resolve("n"), "A1")) {
            assertThat(setting(notebook, "journal_mode")).isEqualTo("wal");
            assertThat(setting(notebook, "synchronous")).isEqualTo("2");
            assertThat(setting(notebook, "temp_store")).isEqualTo("2");
            assertThat(setting(notebook, "secure_delete")).isEqualTo("1");
            assertThat(setting(notebook, "page_size")).isEqualTo("4096");
            assertThat(setting(notebook, "foreign_keys")).isEqualTo("1");
            assertThat(setting(notebook, "mmap_size")).isIn("0", null);
            assertThat(setting(notebook, "cipher")).isEqualTo("sqlcipher");
            assertThat(setting(notebook, "legacy")).isEqualTo("4");
            assertThat(setting(notebook, "hmac_use")).isEqualTo("1");
            assertThat(setting(notebook, "user_version")).isEqualTo(String.valueOf(Database.LATEST));
        }
    }

    private static @org.jspecify.annotations.Nullable String setting(Notebook notebook, String name) {
        return notebook.sql.first("PRAGMA " + name, r -> r.getString(1));
    }

    @Test
    void aPlainDatabaseInItsPlaceIsRefusedAndNotTouched() throws Exception {
        Path file = folder.resolve("n");
        try (Connection plain = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = plain.createStatement()) {
            statement.executeUpdate("CREATE TABLE secret (text TEXT)");
        }
        byte[] before = Files.readAllBytes(file);
        assertThat(new String(before, 0, 15, StandardCharsets.US_ASCII)).isEqualTo("SQLite format 3");

        assertThatThrownBy(() -> TestDoor.open(file).close())
                .isInstanceOf(NotebookException.class)
                .hasMessageContaining("not encrypted");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void nothingWrittenStandsInClearInAnyFile() throws Exception {
        Path file = folder.resolve("n");
        String attachment = "файл " + CANARY;
        DeviceKeys device = DeviceKeys.generate(new SecureRandom());
        try (Notebook notebook =
                Notebook.create(file, CANARY.toCharArray(), Kdf.FLOOR, device, Card.sign(device, 1, CANARY))) {
            for (int i = 0; i < 30; i++) {
                Pen.save(notebook, RecordId.random(), "interview", "narrative", (CANARY + " ").repeat(20) + i);
                Pen.save(notebook, RecordId.random(), "identity", "fullName", CANARY);
            }
            notebook.attachments().store(new ByteArrayInputStream(attachment.getBytes(StandardCharsets.UTF_8)));
            // A query that sorts more than fits: temporary tables must not go to the disk.
            notebook.sql.each(
                    "SELECT a.time || b.time || ? FROM content a, content b, content c LIMIT 50000", r -> {}, CANARY);
            notebook.sql.each(
                    "SELECT DISTINCT a.revision || '" + CANARY + "' || b.revision FROM content a, content b ORDER BY 1",
                    r -> {});
            try (Scratch scratch = notebook.newScratch()) {
                Pen pen = Pen.stranger();
                for (int i = 0; i < 50; i++) {
                    scratch.add(pen.edit(
                            RecordId.random(),
                            "interview",
                            List.of(),
                            java.util.Map.of("narrative", Json.of(CANARY.repeat(50)))));
                }
                notebook.search().find(CANARY, 10);
                assertThat(Traces.filesOf(file))
                        .extracting(p -> String.valueOf(p.getFileName()).replaceAll("staging-.*", "staging"))
                        .contains("n", "n-wal", "n-shm", "n.lock", "n.keys", "n.staging");
                assertThat(Files.size(Path.of(file + "-wal"))).isPositive();
                assertClean();
            }
        }
        assertThat(Files.exists(Path.of(file + "-wal"))).isFalse();
        assertClean();
    }

    private void assertClean() throws Exception {
        assertThat(Traces.holding(folder, CANARY)).isEmpty();
        assertThat(Traces.holding(folder, "SQLite format 3")).isEmpty();
        for (Path file : Traces.filesOf(folder.resolve("n"))) {
            assertThat(file).isRegularFile();
        }
        List<Path> temporary = new ArrayList<>();
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.isReadable(file)
                        && Files.size(file) < 20_000_000
                        && Traces.holds(Files.readAllBytes(file), CANARY)) {
                    temporary.add(file);
                }
            }
        }
        assertThat(temporary).isEmpty();
    }

    @Test
    void aFlippedBitIsNeverReadAsOtherData() throws Exception {
        Path whole = folder.resolve("whole");
        List<String> lines;
        try (Notebook notebook = TestDoor.create(whole, "A1")) {
            Random text = new Random(5);
            for (int i = 0; i < 120; i++) {
                Pen.save(
                        notebook,
                        RecordId.random(),
                        i % 5 == 0 ? "identity" : "interview",
                        "narrative",
                        text.ints(40, 0, 1_000_000).mapToObj(n -> "сөз" + n).reduce("", (a, b) -> a + " " + b));
            }
            lines = lines(notebook);
            // A page that nothing uses is read by nobody, so a flip in it could not be told, and would harm nothing.
            notebook.sql.script("VACUUM");
        }
        byte[] bytes = Files.readAllBytes(whole);
        long seed = 20_230_704;
        Random random = new Random(seed);
        Path copy = folder.resolve("copy");
        int found = 0;
        int flips = 64;
        for (int i = 0; i < flips; i++) {
            byte[] flipped = bytes.clone();
            int at = i < 32
                    ? (i * (bytes.length / 4096) / 32) * 4096 + random.nextInt(4096)
                    : random.nextInt(bytes.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(copy, flipped);
            Files.deleteIfExists(Path.of(copy + "-wal"));
            Files.deleteIfExists(Path.of(copy + "-shm"));
            boolean told;
            try (Notebook notebook = TestDoor.open(copy)) {
                List<Integrity.Finding> findings = new ArrayList<>();
                notebook.integrity().check(findings::add);
                told = !findings.isEmpty();
                if (!told) {
                    assertThat(lines(notebook)).as("seed %d, byte %d", seed, at).isEqualTo(lines);
                }
            } catch (NotebookException e) {
                assertThat(e.fault()).as("seed %d, byte %d", seed, at).isEqualTo(NotebookException.Fault.DAMAGED);
                told = true;
            }
            found += told ? 1 : 0;
        }
        assertThat(found)
                .as("flips found of %d in %d pages", flips, bytes.length / 4096)
                .isEqualTo(flips);
    }

    private static List<String> lines(Notebook notebook) {
        List<String> ids = new ArrayList<>();
        notebook.revisions().eachRecord(ids::add);
        return ids.stream()
                .map(id -> notebook.revisions().state(id).orElseThrow().line())
                .toList();
    }
}
